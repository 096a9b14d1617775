package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.comparison.StoppingRule.State;

/** Stopping rules and the sharing out of runs. */
class StoppingTest {
    private final ConfidenceSequence sequence = new ConfidenceSequence(0.95, 2_000);

    private static RunningMoments moments(long seed, int n, double mean, double sd) {
        RunningMoments moments = new RunningMoments();
        Luck luck = new Luck(seed, 0);
        for (int i = 0; i < n; i++) {
            moments.add(mean + sd * luck.normal(i));
        }
        return moments;
    }

    /** Three points of two runs, and a last one of which one run is missing. */
    @Test
    void clustersAreTakenInByTheirMeans() {
        RunningMoments moments = new RunningMoments();
        Clusters pairs = Clusters.of(new long[] {0, 1, 2, 3, 4, 5, 6}, 2);
        moments.addAll(new double[] {1, 1, 1, 1, 1, 1, 1}, new double[] {2, 4, 1, 1, 5, 3, 99}, pairs);
        assertThat(moments.count()).isEqualTo(3);
        assertThat(moments.nonZero()).isEqualTo(2);
        assertThat(moments.mean()).isCloseTo(5 / 3.0, within(1e-12));
        // Means of 2, 0 and 3.
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(7 / 3.0), within(1e-12));
    }

    @Test
    void stopsWhereTheHalfWidthIsReached() {
        StoppingRule rule = StoppingRule.untilHalfWidth(sequence, 0.1);
        assertThat(rule.state(moments(1, 500, 0, 1))).isEqualTo(State.OPEN);
        long runs = 500 + rule.projectedRuns(moments(1, 500, 0, 1));
        assertThat(rule.state(moments(1, (int) (runs * 0.8), 0, 1))).isEqualTo(State.OPEN);
        RunningMoments more = moments(1, (int) (runs * 1.2), 0, 1);
        assertThat(rule.state(more)).isEqualTo(State.NARROW);
        assertThat(rule.projectedRuns(more)).isZero();
    }

    @Test
    void decidesSignOrSmallness() {
        StoppingRule rule = StoppingRule.untilDecided(sequence, 0.2);
        assertThat(rule.state(moments(2, 500, 1, 1))).isEqualTo(State.SIGN_SETTLED);
        assertThat(rule.state(moments(2, 5_000, 0, 1))).isEqualTo(State.TOO_SMALL_TO_MATTER);
        assertThat(rule.state(moments(2, 120, 0, 1))).isEqualTo(State.OPEN);
    }

    @Test
    void trustsNeitherFewRunsNorFewDifferences() {
        StoppingRule rule = StoppingRule.untilHalfWidth(sequence, 0.1);
        RunningMoments zeros = new RunningMoments();
        for (int i = 0; i < 999; i++) {
            zeros.add(0);
        }
        assertThat(rule.state(zeros)).isEqualTo(State.OPEN);
        assertThat(rule.projectedRuns(zeros)).isEqualTo(1);
        zeros.add(0);
        assertThat(rule.state(zeros)).isEqualTo(State.EQUAL);
        zeros.add(0.001);
        assertThat(rule.state(zeros)).isEqualTo(State.OPEN);
        assertThat(rule.state(moments(3, 99, 5, 0.001))).isEqualTo(State.OPEN);
    }

    /** A true difference of 0.05 standard deviations: the sign found on stopping is wrong in at most 2.5 % + error. */
    @Test
    void signIsRarelyWrongOnStopping() {
        StoppingRule rule = StoppingRule.untilDecided(sequence, 0);
        int repetitions = 2_000;
        int wrong = 0;
        int settled = 0;
        for (int r = 0; r < repetitions; r++) {
            Luck luck = new Luck(4, r);
            RunningMoments moments = new RunningMoments();
            boolean open = true;
            for (int i = 0; i < 3_000 && open; i++) {
                moments.add(0.05 + luck.normal(i));
                open = moments.count() % 50 != 0 || rule.state(moments) == State.OPEN;
            }
            settled += open ? 0 : 1;
            wrong += !open && moments.mean() < 0 ? 1 : 0;
        }
        assertThat(settled).isGreaterThan(repetitions / 3);
        assertThat(wrong / (double) repetitions).isLessThan(0.025 + 3 * Math.sqrt(0.025 * 0.975 / repetitions));
    }

    @Test
    void givesRunsToTheArmsStillOpen() {
        StoppingRule rule = StoppingRule.untilHalfWidth(sequence, 0.1);
        Map<String, List<Allocation.Estimate>> arms = new LinkedHashMap<>();
        arms.put("settled", List.of(new Allocation.Estimate(rule, moments(5, 1_000, 1, 0.5), 1)));
        arms.put("noisy", List.of(new Allocation.Estimate(rule, moments(6, 1_000, 1, 6), 1)));
        arms.put("quiet", List.of(new Allocation.Estimate(rule, moments(7, 1_000, 1, 2), 1)));
        Map<String, Long> next = Allocation.next(arms, 100, 12, 100_000);
        assertThat(next.keySet()).containsExactly("settled", "noisy", "quiet");
        assertThat(next.get("settled")).isZero();
        assertThat(next.get("quiet")).isPositive();
        assertThat(next.get("noisy")).isGreaterThan(4 * next.get("quiet"));
        assertThat(next.values().stream().mapToLong(n -> n).sum()).isEqualTo(1_200);
        assertThat(Allocation.next(arms, 100, 12, 1_000).values()).containsOnly(0L);
    }

    /** Going on in shared blocks ends with every arm settled. */
    @Test
    void endsWhenAllAreSettled() {
        StoppingRule rule = StoppingRule.untilDecided(sequence, 0.1);
        double[] means = {0, 0.3, -0.08};
        Map<String, List<Allocation.Estimate>> arms = new LinkedHashMap<>();
        for (int a = 0; a < means.length; a++) {
            arms.put("arm " + a, List.of(new Allocation.Estimate(rule, new RunningMoments(), 1)));
        }
        int rounds = 0;
        Map<String, Long> next = Allocation.next(arms, 100, 3, 100_000);
        while (next.values().stream().anyMatch(n -> n > 0) && rounds++ < 1_000) {
            for (int a = 0; a < means.length; a++) {
                RunningMoments moments = arms.get("arm " + a).get(0).differences();
                Luck luck = new Luck(8, a);
                for (long i = next.get("arm " + a); i > 0; i--) {
                    moments.add(means[a] + luck.normal((int) moments.count()));
                }
            }
            next = Allocation.next(arms, 100, 3, 100_000);
        }
        assertThat(rounds).isBetween(2, 999);
        arms.values()
                .forEach(e ->
                        assertThat(rule.state(e.get(0).differences()).settled()).isTrue());
    }
}
