package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
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

    /** Mean 3; totals of deviations −3, 0 and 3 by cluster: √(3/2 · 18)/5. */
    @Test
    void theErrorIsThatOfTheTotalsOfClusters() {
        double[] column = {1, 2, 3, 4, 5};
        double error = Math.sqrt(27) / 5;
        assertThat(SOME.standardError(column)).isCloseTo(error, within(1e-12));
        // Student's t at 97.5 % with 2 degrees of freedom is 4.3027.
        assertThat(SOME.halfWidth(column, 0.95)).isCloseTo(4.302653 * error, within(1e-6));
        assertThat(OutcomeSummary.of(Outcome.LAUNCHES, column, 156, SOME).standardError())
                .isCloseTo(error, within(1e-12));
        assertThat(Clusters.of(new long[] {0, 1}, 2).standardError(new double[] {1, 2}))
                .isNaN();
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
