package org.tumen.study.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Interval;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartPanel;
import org.tumen.findings.ChartSheet;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.study.arm.ArmCharts;
import org.tumen.words.Numbers;

/** Pictures of scenarios beside each other, at least one, on common axes, in the order in which they stand. */
public record ScenarioPictures(List<BatchData> batches) {
    private static final double ROW = 170;

    /** The pictures, by name of the file without its ending. */
    public Map<String, Picture> all() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("scenarios", multiples());
        for (Outcome outcome : List.of(Outcome.MEAN_STABILITY, Outcome.MEAN_TENSION)) {
            Chart rows = rows(outcome);
            pictures.put(rows.name(), ChartSheet.picture(rows, "", identity(), outcome.key()));
        }
        return pictures;
    }

    /** For each scenario the distribution of mean stability and the fan of stability. */
    private Picture multiples() {
        List<ArmCharts> charts = batches.stream().map(ArmCharts::new).toList();
        List<Chart> distributions = charts.stream()
                .map(arm -> arm.distribution(arm.arm().outcome(Outcome.MEAN_STABILITY)))
                .toList();
        List<Chart> fans = charts.stream().map(arm -> arm.fans().get(0)).toList();
        Sheet sheet = new Sheet(
                        "Stability by scenario",
                        "",
                        "Left: mean stability of runs, with the mean and the values that 5, 50 and 95 % of runs stay below. Right:"
                                + " stability over time. All on the same axes.\n" + identity())
                .columns(2)
                .gap(14);
        for (int i = 0; i < batches.size(); i++) {
            sheet.add(new ChartPanel(distributions.get(i), batches.get(i).name(), distributions));
            sheet.add(new ChartPanel(fans.get(i), " ", fans));
        }
        return sheet.picture((int) (120 + ROW * batches.size()));
    }

    /** One row for each scenario: mean, median and the ranges of one half and nine tenths of the runs. */
    private Chart rows(Outcome outcome) {
        Function<BatchData, OutcomeSummary> of = batch -> batch.outcome(outcome).summary();
        Function<BatchData, String> name = batch -> batch.name() + ": " + range(of.apply(batch));
        return Chart.of(
                        "scenarios_" + outcome.key(),
                        outcome.label() + " by scenario",
                        "Beside the name: the mean, and the values that 5 and 95 % of runs stay below.")
                .x(outcome.label(), outcome.unit())
                .rows(
                        "mean, and the middle 90 % of runs",
                        batches,
                        name,
                        batch -> of.apply(batch).mean(),
                        batch -> new Interval(
                                of.apply(batch).p5(), of.apply(batch).p95()))
                .rows(
                        "median, and the middle 50 % of runs",
                        batches,
                        name,
                        batch -> of.apply(batch).p50(),
                        batch -> new Interval(
                                of.apply(batch).p25(), of.apply(batch).p75()))
                .build();
    }

    private static String range(OutcomeSummary s) {
        return OutcomeNumbers.text(s.outcome(), s.mean()) + " (" + OutcomeNumbers.text(s.outcome(), s.p5()) + " to "
                + OutcomeNumbers.text(s.outcome(), s.p95()) + ")";
    }

    private String identity() {
        BatchData first = batches.get(0);
        boolean same = batches.stream().allMatch(b -> b.runs() == first.runs() && b.seed() == first.seed());
        String version = ", model " + first.modelVersion() + ".";
        return same
                ? Numbers.counted(first.runs(), "run") + " of each scenario, seed " + first.seed() + version
                : "Numbers of runs and seeds differ between scenarios" + version;
    }
}
