package org.tumen.analysis.sensitivity;

import org.junit.jupiter.api.Test;

/** A small case of {@link IndexCoverageStudy}. */
class IndexCoverageTest {
    @Test
    void intervalsOfSobolIndicesCoverAsStated() {
        IndexCoverageStudy.sobol(64, IndexCoverageStudy.Function.ISHIGAMI, 200);
    }

    /** Of a Sobol sequence this many rows of sixteen columns hold some index in no design at all. */
    @Test
    void intervalsOfSobolIndicesOfManyParametersCoverAsStated() {
        IndexCoverageStudy.sobol(256, IndexCoverageStudy.Function.G, 100);
    }

    @Test
    void intervalsOfElementaryEffectsCoverAsStated() {
        IndexCoverageStudy.morris(MorrisAnalysis.FEWEST_TRAJECTORIES, IndexCoverageStudy.Function.ISHIGAMI, 200);
    }

    @Test
    void theIntervalOfTheParametersShareCoversWhereTheyActStronglySkewed() {
        IndexCoverageStudy.parameterShare(
                100, IndexCoverageStudy.Shape.LOGNORMAL_STRONG, IndexCoverageStudy.Shape.NORMAL, 200);
    }

    /** Of more than a thousand points groups are resampled. */
    @Test
    void theIntervalOfTheShareOfManyPointsCoversWhereChanceActsStronglySkewed() {
        IndexCoverageStudy.parameterShare(
                2_000, IndexCoverageStudy.Shape.NORMAL, IndexCoverageStudy.Shape.LOGNORMAL_STRONG, 100);
    }
}
