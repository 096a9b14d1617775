package org.tumen.study.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.BatchData;
import org.tumen.chart.SyntheticBatch;
import org.tumen.experiment.SampleRuns;
import org.tumen.findings.Chart;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

class ArmChartsTest {
    private static final BatchData BATCH = SyntheticBatch.of("trial", "", 400, 1, 0);

    /** They are drawn, said in the caption, and made once, when they are first wanted. */
    @Test
    void singleRunsAreShownBesideTheBandsOfAll() {
        double[][] weeks = new double[2][BATCH.weeks()];
        AtomicInteger made = new AtomicInteger();
        ArmCharts charts = new ArmCharts(BATCH, () -> {
            made.incrementAndGet();
            return new SampleRuns(weeks, weeks);
        });
        assertThat(made).hasValue(0);
        for (Chart fan : charts.fans()) {
            assertThat(fan.caption()).contains("; the thin lines are 2 single runs.");
            assertThat(fan.series())
                    .filteredOn(s -> s.name().equals("single run"))
                    .hasSize(2);
        }
        charts.fans();
        assertThat(made).hasValue(1);
        assertThat(new ArmCharts(BATCH).fans())
                .allSatisfy(fan -> assertThat(fan.caption()).doesNotContain("single run"));
    }

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
