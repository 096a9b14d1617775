package org.tumen.study.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;

/** What is said of a front by fresh runs. */
class FreshEvaluationTest {
    /** Resamples 0 to 399, of which an interval leaves out as many at either end as the draws it rests on allow. */
    private static @Nullable Interval interval(int clusters) {
        double[] resamples = new double[400];
        Arrays.setAll(resamples, r -> (r * 7) % 400);
        return interval(clusters, resamples);
    }

    private static @Nullable Interval interval(int clusters, double[] resamples) {
        return new FreshEvaluation(
                        clusters,
                        clusters,
                        new double[1][1],
                        new double[1][1][1],
                        new double[][][] {{resamples}},
                        new double[1][1][1][400],
                        new boolean[1],
                        new boolean[1],
                        new double[1])
                .interval(0, 0);
    }

    /** Of 8 draws Student's t · √(8/7) is 2.528 for a normal 1.96, beyond which lie 0.57 % in place of 2.5 %. */
    @Test
    void fewDrawsOfTheParametersCutIntervalsFurtherOut() {
        assertThat(interval(100_000)).isEqualTo(new Interval(9, 390));
        assertThat(interval(8)).isEqualTo(new Interval(2, 397));
        assertThat(interval(1)).isEqualTo(new Interval(0, 399));
    }

    /** What happened in no run is not known to happen never: from 0 to 0 is no interval. */
    @Test
    void whatNeverVariesHasNoInterval() {
        assertThat(interval(100, new double[400])).isNull();
    }

    /** Each draw is asked once where it ends: looking at all runs for each took longer than simulating them. */
    @Test
    void runsAreSortedIntoTheirDrawsInOnePass() {
        Clusters draws = Clusters.of(new long[] {50, 51, 53, 54, 60}, 5);
        AtomicInteger asked = new AtomicInteger();
        assertThat(FreshEvaluation.sharing(new int[] {0, 1, 3, 4, 10}, run -> {
                    asked.incrementAndGet();
                    return draws.end(run);
                }))
                .containsExactly(new int[] {0, 1, 3, 4}, new int[] {10});
        assertThat(asked).hasValue(2);
    }
}
