package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.EmpiricalDistribution;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.WeeklyBands;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.pair.QuantileDifferences.QuantileDifference;
import org.tumen.findings.Chart;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/** The live charts of a comparison in one world. */
record CompareCharts(WorldComparison world, List<Measure> measures, String suffix) {
    private static final int MOST_STEPS = 400;

    private String titled(String title) {
        return title + suffix.replace('_', ' ');
    }

    /** Arms over time: medians alone, for bands of several arms hide each other. */
    List<Chart> overTime() {
        return List.of(
                weekly("stability", "Stability", BatchData::stability),
                weekly("tension", "Tension", BatchData::tension),
                firstCrisis());
    }

    private Chart weekly(String key, String label, Function<BatchData, WeeklyBands> of) {
        Chart.Builder chart = Chart.of(
                        key + "_by_arm" + suffix, titled(label), "The median of the runs at the end of each week.")
                .dates()
                .y(label, "index points");
        forEachArm((name, data) -> {
            double[] median = of.apply(data).at(50);
            double[] days = IntStream.rangeClosed(1, median.length)
                    .mapToDouble(week -> data.start().toEpochDay() + 7.0 * week)
                    .toArray();
            chart.add(Chart.Shape.LINE, name, days, median);
        });
        return chart.build();
    }

    private Chart firstCrisis() {
        Chart.Builder chart = Chart.of(
                        "first_crisis_by_arm" + suffix,
                        titled("Runs without a crisis"),
                        "The share of runs in which no crisis has begun yet (Kaplan–Meier estimate).")
                .x("Weeks since the start", "")
                .y("Runs without a crisis", "share");
        forEachArm((name, data) -> {
            KaplanMeier curve = data.firstCrisis();
            int n = curve.time().length;
            double[] x = new double[n + 2];
            double[] y = new double[n + 2];
            y[0] = 1;
            System.arraycopy(curve.time(), 0, x, 1, n);
            System.arraycopy(curve.survival(), 0, y, 1, n);
            x[n + 1] = data.weeks();
            y[n + 1] = y[n];
            chart.add(Chart.Shape.STEPS, name, x, y);
        });
        return chart.build();
    }

    private void forEachArm(BiConsumer<String, BatchData> each) {
        for (int i = 0; i < world.arms().size(); i++) {
            each.accept(world.arms().get(i).name(), world.described().get(i));
        }
    }

    /** The distribution function of each outcome by arm. */
    List<Chart> distributions() {
        return measures.stream()
                .map(Measure::outcome)
                .filter(outcome -> outcome.kind() != Kind.FLAG)
                .map(this::distribution)
                .toList();
    }

    private Chart distribution(Outcome outcome) {
        Chart.Builder chart = Chart.of(
                        "distribution_" + outcome.key() + suffix,
                        titled(outcome.label()),
                        "The share of runs at or below each value.")
                .x(outcome.label(), outcome.unit())
                .y("Runs at or below", "share");
        for (Arm arm : world.arms()) {
            EmpiricalDistribution e = EmpiricalDistribution.of(arm.column(outcome), arm.clusters(), 0.95);
            // More steps than a screen has points only make the page large.
            int step = Math.max(1, e.x().length / MOST_STEPS);
            int[] kept = IntStream.range(0, e.x().length)
                    .filter(i -> i % step == 0 || i == e.x().length - 1)
                    .toArray();
            chart.add(Chart.Shape.STEPS, arm.name(), pick(e.x(), kept), pick(e.share(), kept));
        }
        return chart.build();
    }

    private static double[] pick(double[] values, int[] kept) {
        return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
    }

    /** Differences of quantiles, a chart a row. */
    List<Chart> quantiles() {
        List<Chart> charts = new ArrayList<>();
        for (ComparisonTable.Row row : world.table().rows()) {
            List<QuantileDifference> d = row.comparison().quantiles().differences();
            if (!d.isEmpty()) {
                Outcome outcome = row.comparison().outcome();
                charts.add(Chart.of(
                                "quantiles_" + outcome.key() + "_" + row.arm() + "_" + row.baseline() + suffix,
                                titled(outcome.label() + ", " + row.arm() + " minus " + row.baseline()),
                                "Left the runs with low values, right those with high ones; the band holds for all quantiles"
                                        + " together with 95 %.")
                        .x("Percentile of runs", "%")
                        .y("Difference", outcome.unit())
                        .add(
                                Chart.Shape.BAND,
                                "Difference",
                                d.stream()
                                        .mapToDouble(q -> 100 * q.probability())
                                        .toArray(),
                                d.stream()
                                        .mapToDouble(QuantileDifference::difference)
                                        .toArray(),
                                d.stream().mapToDouble(q -> q.band().low()).toArray(),
                                d.stream().mapToDouble(q -> q.band().high()).toArray(),
                                List.of())
                        .level(0, "")
                        .build());
            }
        }
        return charts;
    }

    /** All charts of several worlds of one sort. */
    static List<Chart> of(
            Map<String, WorldComparison> worlds, List<Measure> measures, Function<CompareCharts, List<Chart>> sort) {
        List<Chart> charts = new ArrayList<>();
        worlds.forEach((name, world) ->
                charts.addAll(sort.apply(new CompareCharts(world, measures, CompareFindings.suffix(worlds, name)))));
        return charts;
    }
}
