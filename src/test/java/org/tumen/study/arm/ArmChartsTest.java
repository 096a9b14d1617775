package org.tumen.study.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.BatchData;
import org.tumen.chart.SyntheticBatch;
import org.tumen.findings.Chart;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

class ArmChartsTest {
    private static final BatchData BATCH = SyntheticBatch.of("trial", "", 400, 1, 0);

    /** What a caption says of upright lines, by how many there are of which kind. */
    @Test
    void captionsSpeakOfTheLinesThatAreDrawn() {
        int withoutMean = 0;
        for (Outcome outcome : Outcome.all()) {
            if (outcome.kind() == Kind.FLAG) {
                continue;
            }
            Chart chart = new ArmCharts(BATCH).distribution(BATCH.outcome(outcome));
            List<String> lines = chart.marks().stream().map(Chart.Mark::label).toList();
            boolean mean = lines.stream().anyMatch(line -> line.startsWith("mean"));
            withoutMean += mean ? 0 : 1;
            assertThat(chart.caption().contains("the mean")).as(outcome.key()).isEqualTo(mean);
            Map.of("5 %", "\\b5\\b", "median", "\\b50\\b", "95 %", "\\b95\\b")
                    .forEach((line, share) -> assertThat(
                                    chart.caption().replaceFirst(" In .*", "").matches(".*" + share + ".*"))
                            .as(outcome.key() + ": " + chart.caption())
                            .isEqualTo(lines.stream().anyMatch(l -> l.startsWith(line))));
            assertThat(chart.caption().contains("a line marks"))
                    .as(chart.caption())
                    .isEqualTo(lines.size() == 1);
        }
        assertThat(withoutMean).isPositive();
    }
}
