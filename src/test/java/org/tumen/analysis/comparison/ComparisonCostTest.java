package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/** 10,000 runs of a baseline and 5 arms, 12 outcomes, compared in seconds of one core. */
class ComparisonCostTest {
    private static final int RUNS = 10_000;
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.MEAN_STABILITY,
            Outcome.FINAL_STABILITY,
            Outcome.MIN_STABILITY,
            Outcome.MEAN_TENSION,
            Outcome.CRISIS_WEEKS,
            Outcome.ANY_CRISIS,
            Outcome.FIRST_CRISIS,
            Outcome.INCIDENTS,
            Outcome.DELIVERED,
            Outcome.TESTS,
            Outcome.FINAL_INTEGRITY,
            Outcome.DEALS_COMPLETED);

    private static Arm arm(String name, double shift) {
        Map<Outcome, double[]> columns = new EnumMap<>(Outcome.class);
        for (Outcome outcome : OUTCOMES) {
            Luck luck = new Luck(1, outcome.ordinal());
            double[] column = luck.correlated(RUNS, shift == 0 ? 1 : 0.9);
            for (int i = 0; i < RUNS; i++) {
                column[i] = shaped(outcome.kind(), column[i] + shift);
            }
            columns.put(outcome, column);
        }
        return new Arm(name, columns);
    }

    private static double shaped(Kind kind, double z) {
        return switch (kind) {
            case CONTINUOUS -> 50 + 5 * z;
            case COUNT -> Math.max(0, Math.round(10 + 8 * z));
            case FLAG -> z > 1 ? 1 : 0;
            case TIME -> Math.min(156, Math.max(1, Math.round(120 + 60 * z)));
        };
    }

    @Test
    void takesSecondsForAWholeStudy() {
        Arm baseline = arm("baseline", 0);
        List<Arm> arms = new ArrayList<>();
        for (int k = 1; k <= 5; k++) {
            arms.add(arm("arm " + k, 0.02 * k));
        }
        List<Measure> measures = OUTCOMES.stream().map(Measure::of).toList();
        long start = processorTime();
        ComparisonTable table =
                ComparisonTable.of(measures, baseline, arms, Settings.standard().withHorizon(156));
        double seconds = (processorTime() - start) / 1e9;
        assertThat(table.rows()).hasSize(60);
        // About 3 s on a laptop's core with a cold compiler; the limit catches a wrong order of growth, not a slow day.
        assertThat(seconds).isLessThan(20);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
