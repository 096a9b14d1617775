package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A small case of {@link IndexCoverageStudy}. */
class IndexCoverageTest {
    @Test
    void intervalsOfSobolIndicesCoverAsStated() {
        IndexCoverageStudy.sobol(64, IndexCoverageStudy.Function.ISHIGAMI, 200);
    }

    /** An interval too wide holds more often than stated, which of one of 95 % hardly shows. */
    @Test
    void intervalsOfOneHalfHoldOneTimeInTwo() {
        IndexCoverageStudy.halves(64, IndexCoverageStudy.Function.ISHIGAMI, 200);
    }

    /** Normal effects of 100 points: one and a half times what theory asks (R. A. Fisher 1925), against skewed ones. */
    @Test
    void theIntervalOfTheParametersShareIsNoTwiceAsWideAsNeeded() {
        double width = IndexCoverageStudy.parameterShare(
                100, IndexCoverageStudy.Shape.NORMAL, IndexCoverageStudy.Shape.NORMAL, 50);
        assertThat(width).isBetween(0.294, 2 * 0.294);
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
