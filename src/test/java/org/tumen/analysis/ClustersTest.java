package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.outcome.Outcome;

class ClustersTest {
    /** Runs 0 to 7 with two a point, of which run 3 and both of point 2 failed. */
    private static final Clusters SOME = Clusters.of(new long[] {0, 1, 2, 6, 7}, 2);

    @Test
    void runsBelongToThePointOfTheirNumber() {
        assertThat(SOME.count()).isEqualTo(3);
        assertThat(SOME.sizes()).containsExactly(2, 1, 2);
        assertThat(SOME.totals(new double[] {1, 2, 3, 4, 5})).containsExactly(3, 3, 9);
        assertThat(SOME.first(3)).isEqualTo(Clusters.of(new long[] {0, 1, 2}, 2));
        assertThat(SOME.nonZero(new double[] {0, 1, 0, -1, 2})).isEqualTo(2);
        assertThatThrownBy(() -> Clusters.of(new long[] {1, 0}, 2)).hasMessageContaining("ascend");
        assertThatThrownBy(() -> Clusters.of(new long[] {1}, 0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> SOME.totals(new double[2])).hasMessageContaining("5 runs");
    }

    /** Three clusters make two groups: the first two and the last; two clusters stay. */
    @Test
    void manyClustersAreMergedIntoGroupsThatStandTogether() {
        assertThat(SOME.merged(3)).isSameAs(SOME);
        assertThat(SOME.merged(2).sizes()).containsExactly(3, 2);
        assertThat(Clusters.single(1_000_000).merged(300).sizes()).containsOnly(3_333, 3_334);
    }

    /** Mean 3; totals of deviations −3, 0 and 3 by cluster: √(3/2 · 18)/5. */
    @Test
    void theErrorIsThatOfTheTotalsOfClusters() {
        double[] column = {1, 2, 3, 4, 5};
        double error = Math.sqrt(27) / 5;
        assertThat(SOME.standardError(column)).isCloseTo(error, within(1e-12));
        // Student's t at 97.5 % with 2 degrees of freedom is 4.3027.
        assertThat(SOME.quantile(0.95)).isCloseTo(4.302653, within(1e-6));
        // −3, 0 and 3 are not skewed.
        assertThat(SOME.meanInterval(column, 2)).isEqualTo(Interval.around(3, 2 * SOME.standardError(column)));
        assertThat(Clusters.of(new long[] {0, 1}, 2).meanInterval(new double[] {1, 2}, Double.NaN))
                .isNull();
        assertThat(OutcomeSummary.of(Outcome.LAUNCHES, column, 156, SOME).standardError())
                .isCloseTo(error, within(1e-12));
        assertThat(Clusters.of(new long[] {0, 1}, 2).standardError(new double[] {1, 2}))
                .isNaN();
    }

    /** Both ends, taken through Hall's transformation, are Student's: g(T) = T + aT²/3 + a²T³/27 + a/6. */
    @Property(tries = 50, seed = "1992")
    void theIntervalOfAMeanTakesTheSkewnessOff(@ForAll @IntRange(min = 2, max = 40) int runs) {
        double[] column = new double[runs * 2];
        Arrays.setAll(column, i -> Math.exp(i % 7));
        Clusters clusters = Clusters.of(LongStream.range(0, column.length).toArray(), 2);
        double mean = Arrays.stream(column).average().orElseThrow();
        double error = clusters.standardError(column);
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < column.length; i += 2) {
            double total = column[i] + column[i + 1] - 2 * mean;
            squares += total * total;
            cubes += total * total * total;
        }
        double a = cubes / runs / Math.pow(squares / (runs - 1), 1.5) / Math.sqrt(runs);
        Interval interval = Objects.requireNonNull(clusters.meanInterval(column, 2));
        for (double[] end : new double[][] {{interval.low(), 2}, {interval.high(), -2}}) {
            double t = (mean - end[0]) / error;
            assertThat(t + a * t * t / 3 + a * a * t * t * t / 27 + a / 6).isCloseTo(end[1], within(1e-9));
        }
    }

    /**
     * Logarithms of 40 runs are normal with a standard deviation of 1: in 40,000 trials elsewhere Student's interval of 95 % held
     * the mean in 0.892 of them and this one in 0.929.
     */
    @Test
    void theIntervalOfAMeanOfWaitingTimesHoldsMoreOftenThanStudents() {
        int trials = 4000;
        double truth = Math.exp(0.5);
        Clusters clusters = Clusters.single(40);
        double critical = clusters.quantile(0.95);
        Stream stream = new Streams().register("test", "waiting");
        Draws draws = new Draws();
        int held = 0;
        for (int trial = 0; trial < trials; trial++) {
            draws.startRun(3, trial);
            double[] column = new double[40];
            Arrays.setAll(column, i -> Math.exp(draws.normal(stream, i)));
            held += Objects.requireNonNull(clusters.meanInterval(column, critical))
                            .contains(truth)
                    ? 1
                    : 0;
        }
        assertThat(held / (double) trials).isCloseTo(0.929, within(4 * Math.sqrt(0.929 * 0.071 / trials)));
    }

    @Test
    void runsByThemselvesHaveTheErrorOfIndependentRuns() {
        double[] column = {1, 2, 3, 4, 5};
        double error = Math.sqrt(2.5 / 5);
        assertThat(Clusters.single(5).standardError(column)).isCloseTo(error, within(1e-15));
        assertThat(Clusters.of(new long[] {3, 4, 5, 6, 9}, 1)).isEqualTo(Clusters.single(5));
        assertThat(OutcomeSummary.of(Outcome.LAUNCHES, column, 156).standardError())
                .isCloseTo(error, within(1e-15));
    }

    /** Pairs that are always alike are worth one run each: the band of 2n runs is that of n, and Student's t for normal. */
    @Test
    void runsThatAreAlikeCountOnce() {
        double[] once = new double[40];
        double[] twice = new double[80];
        long[] runs = new long[80];
        for (int i = 0; i < 80; i++) {
            once[i / 2] = i / 2 % 4 == 0 ? 10 : 156;
            twice[i] = once[i / 2];
            runs[i] = i;
        }
        KaplanMeier alone = KaplanMeier.of(once, 156, Clusters.single(once.length));
        KaplanMeier pairs = KaplanMeier.of(twice, 156, Clusters.of(runs, 2));
        KaplanMeier ignored = KaplanMeier.of(twice, 156, Clusters.single(twice.length));
        assertThat(pairs.survival()).isEqualTo(alone.survival());
        double width = pairs.upper()[0] - pairs.lower()[0];
        assertThat(width).isBetween(alone.upper()[0] - alone.lower()[0], 1.06 * (alone.upper()[0] - alone.lower()[0]));
        assertThat(width).isGreaterThan(1.3 * (ignored.upper()[0] - ignored.lower()[0]));
    }

    /** Each band is that of the share of runs without an event, of which the error is taken over clusters by itself. */
    @Property(tries = 200)
    void bandsOfSurvivalAreThoseOfTheShareOfEachTime(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(min = 0, max = 12) Integer> weeks,
            @ForAll @IntRange(min = 2, max = 9) int replicates,
            @ForAll @IntRange(min = 1, max = 3) int apart) {
        double[] times = weeks.stream().mapToDouble(w -> w).toArray();
        Clusters clusters = Clusters.of(
                LongStream.range(0, times.length).map(k -> apart * k).toArray(), replicates);
        KaplanMeier curve = KaplanMeier.of(times, 10, clusters);
        for (int j = 0; j < curve.time().length; j++) {
            double until = curve.time()[j];
            double[] without = Arrays.stream(times).map(t -> t > until ? 1 : 0).toArray();
            double share = curve.survival()[j];
            double independent = share * (1 - share) / times.length;
            double error = clusters.areSingle() ? 0 : clusters.standardError(without);
            double runs = ShareLimits.counting(ShareLimits.worth(independent, error, clusters), 0.95, clusters);
            assertThat(curve.lower()[j]).isCloseTo(ShareLimits.of(share, runs, 0.025), within(1e-6));
            assertThat(curve.upper()[j]).isCloseTo(ShareLimits.of(share, runs, 0.975), within(1e-6));
        }
    }
}
