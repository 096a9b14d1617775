package org.tumen.study.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Statistic;
import org.tumen.analysis.search.Worlds;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** What is said of a front by fresh runs. */
class FreshEvaluationTest {
    /** Resamples 0 to 399, of which an interval leaves out as many at either end as the draws it rests on allow. */
    private static @Nullable Interval interval(int clusters) {
        double[] resamples = new double[400];
        Arrays.setAll(resamples, r -> (r * 7) % 400);
        return interval(clusters, resamples);
    }

    private static @Nullable Interval interval(int clusters, double[] resamples) {
        return of(clusters, resamples, 0).interval(0, 0);
    }

    private static FreshEvaluation of(int clusters, double[] resamples, int differing) {
        return new FreshEvaluation(
                clusters,
                clusters,
                new double[1][1],
                new double[1][1][1],
                new double[][][] {{resamples}, {new double[400]}},
                new double[1][1][1][400],
                new boolean[1],
                new boolean[1],
                new double[1],
                (point, other, objective) -> differing);
    }

    /** Four runs of 500 that differ, all one way, do so by chance in one case of eight, yet in 98 % of resamples. */
    @Test
    void aDifferenceInFewRunsHasNoInterval() {
        double[] resamples = new double[400];
        Arrays.fill(resamples, 1);
        assertThat(of(500, resamples, 19).difference(0, 1, 0)).isNull();
        assertThat(of(500, resamples, 20).difference(0, 1, 0)).isEqualTo(new Interval(1, 1));
    }

    private static Objective objective(String statistic) {
        return new Objective(statistic, Statistic.parse(statistic, Direction.LESS), false, Worlds.WORST);
    }

    /** Two draws of two runs each in two worlds: one differs in the first world, both in the second. */
    @Test
    void drawsThatDifferAreCountedInTheWorldWithMost() {
        double[][][] point = {{{0, 0, 3, 0}}, {{0, 5, 5, 5}}};
        double[][][] other = {{{0, 0, 0, 0}}, {{0, 0, 0, 0}}};
        List<int[]> draws = List.of(new int[] {0, 1}, new int[] {2, 3});
        List<Outcome> outcomes = List.of(Outcome.INCIDENTS);
        assertThat(FreshEvaluation.differing(point, other, draws, objective("incidents"), outcomes))
                .isEqualTo(2);
        assertThat(FreshEvaluation.differing(point, other, draws, objective("share(incidents > 4)"), outcomes))
                .isEqualTo(2);
        assertThat(FreshEvaluation.differing(
                        new double[][][] {point[0]},
                        new double[][][] {other[0]},
                        draws,
                        objective("incidents"),
                        outcomes))
                .isEqualTo(1);
        assertThat(FreshEvaluation.differing(
                        new double[][][] {point[0]},
                        new double[][][] {other[0]},
                        draws,
                        objective("share(incidents > 4)"),
                        outcomes))
                .isZero();
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

    /** The first is dominated by the second alone, which breaks a constraint, and by the scenario as it stands. */
    @Test
    void onlyPointsThatKeepToTheConstraintsDominate() {
        double[][] minimised = {{2, 2}, {1, 1}, {3, 1}, {3, 2}, {0, 0}};
        assertThat(FreshEvaluation.nondominated(minimised, new boolean[] {true, false, true, true, true}))
                .containsExactly(true, false, true, false, false);
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
