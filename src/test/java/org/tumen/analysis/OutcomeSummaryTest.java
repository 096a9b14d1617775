package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;

class OutcomeSummaryTest {
    /** By hand: position (n−1)p + 1 among the order statistics 1..10, so p5 = 1 + 9·0.05 and so on. */
    @Test
    void describesOneToTen() {
        double[] values = {7, 1, 10, 3, 2, 9, 4, 8, 6, 5};
        OutcomeSummary s = OutcomeSummary.of(Outcome.MEAN_TENSION, values, 156);
        assertThat(s.n()).isEqualTo(10);
        assertThat(s.mean()).isEqualTo(5.5);
        assertThat(s.sd()).isCloseTo(Math.sqrt(82.5 / 9), within(1e-12));
        assertThat(s.standardError()).isCloseTo(Math.sqrt(82.5 / 90), within(1e-12));
        assertThat(new double[] {s.min(), s.p5(), s.p25(), s.p50(), s.p75(), s.p95(), s.max()})
                .containsExactly(new double[] {1, 1.45, 3.25, 5.5, 7.75, 9.55, 10}, within(1e-12));
        assertThat(s.censoredShare()).isNaN();
        assertThat(values[0]).isEqualTo(7);
    }

    @Test
    void tellsCensoredTimesApart() {
        OutcomeSummary s = OutcomeSummary.of(Outcome.FIRST_CRISIS, new double[] {0, 10, 156, 156}, 156);
        assertThat(s.censoredShare()).isEqualTo(0.5);
        assertThat(s.happened().share()).isEqualTo(0.5);
    }

    /**
     * Four copies of each of 25 runs, five of which have the flag: worth 24 runs, 100 by (25/24 · 64/100²) / (.16/100), and less
     * by the ratio of the quantiles of the normal and of Student's distribution with 24 degrees of freedom.
     */
    @Test
    void aFlagOfRunsThatShareAPointHasTheLimitsOfTheRunsTheyAreWorth() {
        double[] column = new double[100];
        Arrays.fill(column, 0, 20, 1);
        Clusters fours = Clusters.of(LongStream.range(0, 100).toArray(), 4);
        Interval limits = OutcomeSummary.of(Outcome.ANY_CRISIS, column, 156, fours)
                .happened()
                .limits();
        double runs = 24 * Math.pow(1.959963985 / 2.063898562, 2);
        assertThat(limits.low()).isCloseTo(ShareLimits.of(0.2, runs, 0.025), within(1e-7));
        assertThat(limits.high()).isCloseTo(ShareLimits.of(0.2, runs, 0.975), within(1e-7));
    }

    /** One of ten: the limits are those of SciPy's binomtest(1, 10). */
    @Test
    void theMeanOfAFlagHasTheExactLimitsOfAShare() {
        OutcomeSummary s = OutcomeSummary.of(Outcome.ANY_CRISIS, new double[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, 156);
        assertThat(s.happened().share()).isCloseTo(0.1, within(1e-12));
        assertThat(s.meanInterval()).isEqualTo(s.happened().limits());
        assertThat(s.meanInterval().low()).isCloseTo(0.0025285785444618, within(1e-8));
        assertThat(s.meanInterval().high()).isCloseTo(0.4450161170281954, within(1e-8));
    }

    @Test
    void hasNoSpreadForOneRun() {
        OutcomeSummary s = OutcomeSummary.of(Outcome.LAUNCHES, new double[] {3}, 156);
        assertThat(s.sd()).isNaN();
        assertThat(s.standardError()).isNaN();
        assertThat(s.p95()).isEqualTo(3);
    }

    /** Of 40 runs in which nothing happened, that it never does is not certain; of 19 in 400 the few that were drawn say little. */
    @Test
    void whatVariesRarelyHasNoIntervalOfItsMean() {
        assertThat(rare(40, 0).meanInterval()).isNull();
        assertThat(rare(400, 19).meanInterval()).isNull();
        assertThat(rare(400, 20).meanInterval()).isNotNull();
        assertThat(rare(30, 15).meanInterval()).isNotNull();
        assertThat(OutcomeSummary.of(Outcome.FIRST_CRISIS, new double[] {156, 156, 156}, 156)
                        .meanInterval())
                .isNull();
        // Five runs of each of 40 points: at two points something happened.
        long[] runs = LongStream.range(0, 200).toArray();
        double[] values = new double[200];
        Arrays.fill(values, 0, 10, 1);
        assertThat(OutcomeSummary.of(Outcome.LAUNCHES, values, 156, Clusters.of(runs, 5))
                        .meanInterval())
                .isNull();
    }

    private static OutcomeSummary rare(int runs, int happened) {
        double[] values = new double[runs];
        Arrays.fill(values, 0, happened, 2);
        return OutcomeSummary.of(Outcome.LAUNCHES, values, 156);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> OutcomeSummary.of(Outcome.LAUNCHES, new double[] {1, Double.NaN}, 156))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 1 is NaN");
        assertThatThrownBy(() -> OutcomeSummary.of(Outcome.LAUNCHES, new double[0], 156))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void quantilesAreThoseOfTheSortedValues(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 100) Double> drawn) {
        double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        OutcomeSummary s = OutcomeSummary.of(Outcome.MEAN_TENSION, values, 156);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(s.p5()).isCloseTo(type7(sorted, 0.05), within(1e-9));
        assertThat(s.p25()).isCloseTo(type7(sorted, 0.25), within(1e-9));
        assertThat(s.p95()).isCloseTo(type7(sorted, 0.95), within(1e-9));
    }

    private static double type7(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
