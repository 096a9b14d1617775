package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.design.MorrisTrajectories;
import org.tumen.draw.DrawSequence;

class MorrisAnalysisTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 0.95, 1);

    /** Exercise 4 of A. Saltelli et al., Global Sensitivity Analysis: The Primer, 2008, p. 138, with its solution. */
    @Test
    void agreesWithThePublishedExercise() {
        double t = 1.0 / 3;
        double[][] points = {
            {0, t}, {0, 1}, {2 * t, 1},
            {0, t}, {2 * t, t}, {2 * t, 1},
            {2 * t, 0}, {2 * t, 2 * t}, {0, 2 * t},
            {t, 1}, {1, 1}, {1, t},
            {t, 1}, {t, t}, {1, t},
            {t, 2 * t}, {t, 0}, {1, 0}
        };
        double[] y = {
            0.97, 0.71, 2.39, 0.97, 2.30, 2.39, 1.87, 2.40, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.20, 1.87, 1.0
        };
        List<MorrisEffect> effects = MorrisAnalysis.of(points, y, BOOTSTRAP);
        // Printed with two decimals of intermediate results: the book's own rounding is about 0.01.
        assertThat(effects.get(0).mean()).isCloseTo(0.66, within(0.015));
        assertThat(effects.get(1).mean()).isCloseTo(0.21, within(0.015));
        assertThat(effects.get(0).meanAbsolute().value()).isCloseTo(1.62, within(0.015));
        assertThat(effects.get(1).meanAbsolute().value()).isCloseTo(0.35, within(0.015));
        assertThat(effects.get(0).deviation()).isCloseTo(1.79, within(0.015));
        assertThat(effects.get(1).deviation()).isCloseTo(0.41, within(0.015));
    }

    /** A linear model has its coefficients as effects in every trajectory; a product shows interaction. */
    @Test
    void coefficientsOfALinearModelAreFoundExactly() {
        double[][] points = MorrisTrajectories.random(10, 3, 4, new DrawSequence(1, "morris"));
        double[] y = TestFunctions.apply(points, u -> 5 * u[0] - 2 * u[1]);
        List<MorrisEffect> effects = MorrisAnalysis.of(points, y, BOOTSTRAP);
        assertThat(effects.get(0).mean()).isCloseTo(5, within(1e-12));
        assertThat(effects.get(1).mean()).isCloseTo(-2, within(1e-12));
        assertThat(effects.get(1).meanAbsolute().value()).isCloseTo(2, within(1e-12));
        assertThat(effects.get(1).deviation()).isCloseTo(0, within(1e-12));
        assertThat(effects.get(2).meanAbsolute().value()).isZero();
        assertThat(effects.get(2).distinguishable()).isFalse();
        assertThat(effects.get(0).distinguishable()).isTrue();
    }

    /**
     * SALib's regression test (tests/test_regression.py, 10,000 trajectories of 4 levels on Ishigami) expects μ* 7.767792,
     * 7.875, 6.308785. Factor 2 is exact. Factors 1 and 3 average over few values; by enumerating the 4 levels below, the
     * exact means are found and both ours and SALib's lie within sampling error of them.
     */
    @Test
    void agreesWithSalibOnTheIshigamiFunction() {
        double[][] points = MorrisTrajectories.random(4000, 3, 4, new DrawSequence(2, "morris"));
        List<MorrisEffect> effects = MorrisAnalysis.of(
                points, TestFunctions.apply(points, TestFunctions::ishigami), new Bootstrap(100, 0.95, 1));
        double[] salib = {7.767792, 7.875, 6.308785};
        for (int j = 0; j < 3; j++) {
            Estimate star = effects.get(j).meanAbsolute();
            double standardError = (star.upper() - star.lower()) / 2 / 1.96;
            // Theirs has √(4000/10000) of our error.
            assertThat(star.value()).isCloseTo(salib[j], within(4 * standardError * Math.sqrt(1.4) + 1e-9));
        }
        assertThat(effects.get(1).meanAbsolute().value()).isCloseTo(7.875, within(1e-9));
    }

    @Test
    void theNoiseFloorCatchesAFactorThatOnlyReshufflesLuck() {
        // The difference of two means of 4 has variance 2/4, divided by (2/3)².
        floorCatches(1, Math.sqrt(2 / Math.PI * 2 / 4 * 9 / 4));
    }

    /** From one of two values to the other is a move across the whole range, whatever the step; one that leaves it is none. */
    @Test
    void ofTwoValuesTheEffectIsTheirDifference() {
        double[][] points = MorrisTrajectories.random(40, 2, 4, new DrawSequence(1, "morris"));
        double[][] places = Arrays.stream(points)
                .map(point -> new double[] {point[0] > 0.5 ? 1 : 0, point[1] > 0.9 ? 1 : 0})
                .toArray(double[][]::new);
        double[][] y = Arrays.stream(places)
                .map(place -> new double[] {3 * place[0] - place[1], 3 * place[0] - place[1]})
                .toArray(double[][]::new);
        List<MorrisEffect> effects = MorrisAnalysis.ofReplicated(points, places, y, Clusters.single(2), BOOTSTRAP);
        assertThat(effects.get(0).meanAbsolute().value()).isCloseTo(3, within(1e-12));
        assertThat(effects.get(1).meanAbsolute().value()).isCloseTo(1, within(1e-12));
        assertThat(effects.get(1).mean()).isCloseTo(-1, within(1e-12));
        assertThat(effects.get(1).distinguishable()).isTrue();
    }

    /** Noise that four replicates on end share is no less for being run four times. */
    @Test
    void theNoiseFloorCountsReplicatesThatShareADrawOnce() {
        floorCatches(4, Math.sqrt(2 / Math.PI * 2 / 4 * 9 / 4));
    }

    private static void floorCatches(int shared, double floor) {
        double[][] points = MorrisTrajectories.random(60, 2, 4, new DrawSequence(3, "morris"));
        DrawSequence noise = new DrawSequence(3, "noise");
        double[][] y = new double[points.length][4 * shared];
        for (int i = 0; i < y.length; i++) {
            for (int draw = 0; draw < 4; draw++) {
                Arrays.fill(y[i], draw * shared, (draw + 1) * shared, 10 * points[i][0] + noise.normal());
            }
        }
        Clusters clusters = Clusters.of(LongStream.range(0, y[0].length).toArray(), shared);
        List<MorrisEffect> effects = MorrisAnalysis.ofReplicated(points, points, y, clusters, BOOTSTRAP);
        assertThat(effects.get(1).noiseFloor()).isCloseTo(floor, within(0.2 * floor));
        assertThat(effects.get(0).distinguishable()).isTrue();
        assertThat(effects.get(1).distinguishable()).isFalse();
    }

    @Test
    void pointsThatAreNoTrajectoriesAreRefused() {
        double[][] both = {{0, 0}, {1, 1}, {1, 0}};
        assertThatThrownBy(() -> MorrisAnalysis.of(both, new double[3], BOOTSTRAP))
                .hasMessageContaining("one at a time; point 2");
        assertThatThrownBy(() -> MorrisAnalysis.of(new double[4][2], new double[4], BOOTSTRAP))
                .hasMessageContaining("3 points each");
    }
}
