package org.tumen.study.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.outcome.Outcome;

/** A point of a design is told as a batch of the same runs would be. */
class PointValuesTest {
    private static final int RUNS = 60;

    private static double[] everyOf(int number) {
        return IntStream.range(0, RUNS)
                .mapToDouble(r -> r % number == 0 ? 1 : 0)
                .toArray();
    }

    @Test
    void sharesOfRunsHaveTheExactIntervalThatABatchGives() {
        Clusters clusters = Clusters.of(IntStream.range(0, RUNS).asLongStream().toArray(), 3);
        double[][] rows = {everyOf(2), everyOf(RUNS + 1), everyOf(20)};
        PointValues values =
                new PointValues("any_crisis", "Any crisis", "", true, rows, List.of(clusters, clusters, clusters));
        for (int i = 0; i < rows.length; i++) {
            OutcomeSummary batch = OutcomeSummary.of(Outcome.ANY_CRISIS, rows[i], 156, clusters);
            assertThat(values.intervals().get(i)).isEqualTo(batch.meanInterval());
        }
    }
}
