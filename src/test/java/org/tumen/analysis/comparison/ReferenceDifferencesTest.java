package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** Points against one of them, on common random numbers. */
class ReferenceDifferencesTest {
    private static final int RUNS = 40;
    private static final Measure MORE = Measure.of(Outcome.MEAN_STABILITY);
    private static final Measure LESS = new Measure(Outcome.MEAN_STABILITY, Direction.LESS, 0);

    /** Noise that all points share, of deviation 10, beside noise of their own, of deviation 0.5. */
    private static double[][] points(DrawSequence draws, double... effects) {
        double[] common =
                IntStream.range(0, RUNS).mapToDouble(r -> 10 * draws.normal()).toArray();
        return Arrays.stream(effects)
                .mapToObj(effect -> Arrays.stream(common)
                        .map(shared -> 50 + effect + shared + 0.5 * draws.normal())
                        .toArray())
                .toArray(double[][]::new);
    }

    private static ReferenceDifferences of(double[][] rows, Clusters clusters) {
        return ReferenceDifferences.of(Outcome.MEAN_STABILITY, rows, 1, clusters, Resampling.of(400, 99));
    }

    @Test
    void whatPointsShareIsNoNoise() {
        double[][] rows = points(new DrawSequence(1, "reference").startAt(0), 2, 0, 0);
        ReferenceDifferences found = of(rows, Clusters.single(RUNS));
        MeanDifference first = found.points().get(0);
        assertThat(first.difference()).isCloseTo(StatUtils.mean(rows[0]) - StatUtils.mean(rows[1]), within(1e-9));
        // Unpaired, the half-width would be 2 · 10 · √(2/40) = 4.5; paired it is near 2.3 · 0.7/√40.
        Interval interval = first.interval();
        assertThat(interval).isNotNull();
        assertThat(interval.high() - interval.low()).isLessThan(1);
        assertThat(found.finding(0, MORE)).isEqualTo(Finding.BETTER);
        assertThat(found.finding(0, LESS)).isEqualTo(Finding.WORSE);
        assertThat(found.finding(1, MORE)).isEqualTo(Finding.EXACTLY_EQUAL);
    }

    /** In at most 5 % of studies without effect any of 20 points seems to differ: 300 studies, three standard errors. */
    @Test
    void theBestOfManyPointsIsNotBetterByLuck() {
        DrawSequence draws = new DrawSequence(2, "reference");
        int wrong = 0;
        for (int study = 0; study < 300; study++) {
            ReferenceDifferences found = of(points(draws.startAt(study), new double[20]), Clusters.single(RUNS));
            wrong +=
                    IntStream.range(0, 20).anyMatch(i -> i != 1 && found.finding(i, MORE) != Finding.UNDECIDED) ? 1 : 0;
        }
        assertThat(wrong / 300.0).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 300));
    }

    @Test
    void runsThatShareADrawCountOnce() {
        DrawSequence draws = new DrawSequence(3, "reference").startAt(0);
        double[][] rows = new double[2][4 * RUNS];
        for (int r = 0; r < 4 * RUNS; r += 4) {
            double difference = draws.normal();
            for (int k = 0; k < 4; k++) {
                rows[0][r + k] = difference;
            }
        }
        long[] numbers = IntStream.range(0, 4 * RUNS).asLongStream().toArray();
        Interval apart = of(rows, Clusters.single(4 * RUNS)).points().get(0).interval();
        Interval together = of(rows, Clusters.of(numbers, 4)).points().get(0).interval();
        assertThat(apart).isNotNull();
        assertThat(together).isNotNull();
        assertThat((together.high() - together.low()) / (apart.high() - apart.low()))
                .isBetween(1.8, 2.4);
    }

    /** A share of runs has an exact interval where no run differs; what is held against itself has none, and is no statement. */
    @Test
    void theReferenceIsExactlyItselfInSharesToo() {
        double[] few =
                IntStream.range(0, RUNS).mapToDouble(r -> r % 8 == 0 ? 1 : 0).toArray();
        double[] many =
                IntStream.range(0, RUNS).mapToDouble(r -> r % 2 == 0 ? 1 : 0).toArray();
        ReferenceDifferences found = ReferenceDifferences.of(
                Outcome.ANY_CRISIS,
                new double[][] {many, few, few.clone()},
                1,
                Clusters.single(RUNS),
                Resampling.of(400, 99));
        assertThat(found.points().get(1).difference()).isZero();
        assertThat(found.points().get(1).interval()).isNull();
        assertThat(found.points().get(2).interval()).isNotNull();
        // Two points are told, each at 97.5 %: by the test of McNemar for 15 runs of one kind, 2 · 2 · 2⁻¹⁵.
        assertThat(found.points().get(0).adjustedPValue()).isCloseTo(4 * Math.pow(2, -15), within(1e-12));
    }

    @Test
    void oneRunSaysNothing() {
        assertThatThrownBy(() -> of(new double[][] {{1}, {2}}, Clusters.single(1)))
                .hasMessageContaining("2 runs or more");
    }
}
