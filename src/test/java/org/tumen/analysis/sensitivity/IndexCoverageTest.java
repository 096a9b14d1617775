package org.tumen.analysis.sensitivity;

import org.junit.jupiter.api.Test;

/** A small case of {@link IndexCoverageStudy}. */
class IndexCoverageTest {
    @Test
    void intervalsOfSobolIndicesCoverAsStated() {
        IndexCoverageStudy.sobol(64, 200);
    }

    @Test
    void intervalsOfElementaryEffectsCoverAsStated() {
        IndexCoverageStudy.morris(10, 200);
    }

    @Test
    void theIntervalOfTheParametersShareCoversWhereTheyActStronglySkewed() {
        IndexCoverageStudy.parameterShare(
                100, IndexCoverageStudy.Shape.LOGNORMAL_STRONG, IndexCoverageStudy.Shape.NORMAL, 200);
    }
}
