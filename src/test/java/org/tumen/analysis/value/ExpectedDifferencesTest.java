package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Four points whose regression, remainder and weights are worked out by hand: the surface says 1, 1, 5, 5 once it is scaled. */
class ExpectedDifferencesTest {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double[] MEANS = {0, 2, 4, 6};

    private static PriorSample sample(int... runsOfPoint) {
        int[] pointOfRun = IntStream.range(0, runsOfPoint.length)
                .flatMap(p -> IntStream.generate(() -> p).limit(runsOfPoint[p]))
                .toArray();
        return new PriorSample(List.of(), pointOfRun, runsOfPoint);
    }

    private static PointMeans data(double within, double[]... means) {
        double[][] covariance = new double[means.length][means.length];
        for (int k = 0; k < means.length; k++) {
            covariance[k][k] = within;
        }
        return new PointMeans(means, covariance, new double[means.length][means[0].length]);
    }

    /**
     * The variance of the surface is 4/3 and its covariance with the means 8/3, so that the slope is 2 and the prior 1, 1, 5, 5 of
     * variance 16/3. Of the 20/3 of the means luck has 8/9 · 3/4, which leaves 2/3 beside the surface: a weight of 3/7 for one run and
     * of 3/5 for two.
     */
    @Test
    void runsOfAPointUpdateWhatTheSurfaceSays() {
        double[][] surface = {{1, 1, 3, 3}};
        ExpectedDifferences expected =
                new ExpectedDifferences(data(8 / 9.0, MEANS), sample(1, 1, 2, 2), surface, -1, 20);
        assertThat(expected.between).containsExactly(new double[] {6}, EXACT);
        double[] means = {1 - 3 / 7.0, 1 + 3 / 7.0, 5 - 3 / 5.0, 5 + 3 / 5.0};
        assertThat(expected.means[0]).containsExactly(means, EXACT);
        double[] deviations = {Math.sqrt(8 / 21.0), Math.sqrt(8 / 21.0), Math.sqrt(4 / 15.0), Math.sqrt(4 / 15.0)};
        double[] z = {1, -1, 2, -0.5};
        double[] drawn = new double[4];
        Arrays.setAll(drawn, i -> means[i] + z[i] * deviations[i]);
        assertThat(expected.draw(new double[][] {z})[0]).containsExactly(drawn, EXACT);
        double share = IntStream.range(0, 4)
                .mapToDouble(i -> NORMAL.cumulativeProbability(means[i] / deviations[i]))
                .average()
                .orElseThrow();
        assertThat(expected.shareAbove(0)).isCloseTo(share, within(1e-6));
        // E max(0, X) of each point, less the mean of all, which is 3.
        double gain = IntStream.range(0, 4)
                .mapToDouble(i -> ClosedForms.twoArms(means[i], deviations[i]) + Math.max(0, means[i]))
                .average()
                .orElseThrow();
        assertThat(expected.gain(0)).isCloseTo(gain - 3, within(1e-6));
    }

    /** A surface that goes against the means says nothing: all around their mean of 3, with a remainder of 20/3 − 2/3. */
    @Test
    void aSurfaceThatGoesTheOtherWayIsNotTurnedRound() {
        double[][] surface = {{3, 3, 1, 1}};
        ExpectedDifferences expected =
                new ExpectedDifferences(data(8 / 9.0, MEANS), sample(1, 1, 2, 2), surface, -1, 20);
        double one = 6 / (6 + 8 / 9.0);
        double two = 6 / (6 + 4 / 9.0);
        assertThat(expected.means[0]).containsExactly(new double[] {3 - 3 * one, 3 - one, 3 + two, 3 + 3 * two}, EXACT);
    }

    /**
     * Without replicates what the surface explains, 8, is all there is between points: 16/3 by the scaled surface and, its slope being
     * 2/3, 8/3 by its errors. Those of the arms hang together as what they leave does, −1, 1, −1, 1 and −2, 2, 0, 0: by √½.
     */
    @Test
    void withoutReplicatesTheErrorsOfTheSurfaceStayUnknown() {
        double[][] surface = {{-1, -1, 5, 5}, {-1, -1, 5, 5}};
        ExpectedDifferences expected = new ExpectedDifferences(
                data(0, MEANS, new double[] {-1, 3, 5, 5}), sample(1, 1, 1, 1), surface, -1, 20);
        assertThat(expected.between).containsExactly(new double[] {8, 8}, EXACT);
        for (double[] means : expected.means) {
            assertThat(means).containsExactly(new double[] {1, 1, 5, 5}, EXACT);
        }
        double deviation = Math.sqrt(8 / 3.0);
        assertThat(expected.shareAbove(1))
                .isCloseTo(
                        (NORMAL.cumulativeProbability(1 / deviation) + NORMAL.cumulativeProbability(5 / deviation)) / 2,
                        within(1e-6));
        // The symmetric root of [[a, b], [b, a]] by its eigenvalues a + b and a − b.
        double plus = Math.sqrt(8 / 3.0 * (1 + Math.sqrt(0.5)));
        double minus = Math.sqrt(8 / 3.0 * (1 - Math.sqrt(0.5)));
        double own = (plus + minus) / 2;
        double other = (plus - minus) / 2;
        double[][] z = {{1, 1, 1, 1}, {0, 0, 0, 0}};
        double[][] drawn = expected.draw(z);
        assertThat(drawn[0]).containsExactly(new double[] {1 + own, 1 + own, 5 + own, 5 + own}, EXACT);
        assertThat(drawn[1]).containsExactly(new double[] {1 + other, 1 + other, 5 + other, 5 + other}, EXACT);
        // A draw has the first arm as the best, its mirror the second: (own − other)/2 above the mean of 3.
        assertThat(expected.gain(z)).isCloseTo((own - other) / 2, EXACT);
    }

    /** With every fifth point left out, the four others say what they say alone. */
    @Test
    void pointsThatAreLeftOutSayNothing() {
        ExpectedDifferences expected = new ExpectedDifferences(
                data(8 / 9.0, new double[] {90, 0, 2, 4, 6}),
                sample(2, 1, 1, 2, 2),
                new double[][] {{-70, 1, 1, 3, 3}},
                0,
                5);
        ExpectedDifferences alone =
                new ExpectedDifferences(data(8 / 9.0, MEANS), sample(1, 1, 2, 2), new double[][] {{1, 1, 3, 3}}, -1, 5);
        assertThat(expected.between).containsExactly(alone.between, EXACT);
        assertThat(expected.shareAbove(0)).isCloseTo(alone.shareAbove(0), EXACT);
        assertThat(expected.gain(0)).isCloseTo(alone.gain(0), EXACT);
    }
}
