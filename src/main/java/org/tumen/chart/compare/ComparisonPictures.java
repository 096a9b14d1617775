package org.tumen.chart.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Density;
import org.tumen.analysis.EmpiricalDistribution;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ArmMean;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.ParetoSet;
import org.tumen.analysis.comparison.Settings;
import org.tumen.analysis.comparison.pair.QuantileDifferences.QuantileDifference;
import org.tumen.chart.CurvesWithBands;
import org.tumen.chart.Picture;
import org.tumen.chart.Scatter;
import org.tumen.chart.Sheet;
import org.tumen.chart.batch.SurvivalPanel;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/** The pictures of a comparison of arms in one world. */
public record ComparisonPictures(
        List<Measure> measures, ComparisonTable table, List<BatchData> batches, List<Arm> arms, String note) {
    private List<String> names() {
        return arms.stream().map(Arm::name).toList();
    }

    /**
     * The pictures, by name of the file without its ending.
     *
     * @param measures the outcomes, the main one first
     * @param table the comparisons
     * @param batches the description of each arm
     * @param arms the arms' columns, in the same order
     * @param pareto the Pareto set; null where there is none
     * @param note runs, seed and version, as captions say them
     */
    public static Map<String, Picture> of(
            List<Measure> measures,
            ComparisonTable table,
            List<BatchData> batches,
            List<Arm> arms,
            @Nullable ParetoSet pareto,
            String note) {
        ComparisonPictures all = new ComparisonPictures(measures, table, batches, arms, note);
        Map<String, Picture> pictures = new LinkedHashMap<>();
        for (Measure measure : measures) {
            String key = measure.outcome().key();
            pictures.put("differences_" + key, all.forest(measure.outcome()));
            pictures.put("distributions_" + key, all.distributions(measure.outcome()));
            pictures.put("quantile_differences_" + key, all.quantiles(measure.outcome()));
        }
        pictures.put("stability_by_arm", all.stability());
        pictures.put("first_crisis_by_arm", all.crisis());
        if (pareto != null) {
            pictures.put("pareto", all.scatter(pareto));
        }
        return pictures;
    }

    private static String label(Outcome outcome) {
        return outcome.label() + ", " + outcome.unit();
    }

    private static String name(ComparisonTable.Row row, boolean several) {
        return several ? row.arm() + " − " + row.baseline() : row.arm();
    }

    private List<ComparisonTable.Row> rows(Outcome outcome) {
        return table.rows().stream()
                .filter(r -> r.comparison().outcome() == outcome)
                .toList();
    }

    private boolean severalBaselines() {
        return table.rows().stream()
                        .map(ComparisonTable.Row::baseline)
                        .distinct()
                        .count()
                > 1;
    }

    private String against() {
        return severalBaselines()
                ? "between all pairs"
                : "against " + table.rows().get(0).baseline();
    }

    /** Differences of means with their intervals. */
    private Picture forest(Outcome outcome) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        for (ComparisonTable.Row row : rows(outcome)) {
            double difference = row.comparison().mean().difference();
            Interval interval = row.comparison().mean().interval();
            rows.add(
                    interval == null
                            ? new ForestPlot.Row(
                                    name(row, severalBaselines()),
                                    difference,
                                    difference,
                                    difference,
                                    Numbers.fixed(difference, 2) + " (–)")
                            : new ForestPlot.Row(
                                    name(row, severalBaselines()), difference, interval.low(), interval.high(), ""));
        }
        ForestPlot plot = new ForestPlot("difference of " + outcome.label() + ", " + outcome.unit(), 0, rows);
        return new Sheet(
                        "Difference of means: " + outcome.label(),
                        against(),
                        "Mean difference with its 95 % interval, which holds for all outcomes and arms together; a dot alone: too few runs"
                                + " differ. {Blue}: above zero, {vermillion}: below.\n" + note)
                .add(plot, outcome.key())
                .picture(plot.height());
    }

    /** Densities, or distribution functions alone for counts and times. */
    private Picture distributions(Outcome outcome) {
        List<CurvesWithBands.Curve> densities = new ArrayList<>();
        List<CurvesWithBands.Curve> functions = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Density density =
                    batches.isEmpty() ? null : batches.get(i).outcome(outcome).density();
            if (density != null) {
                densities.add(CurvesWithBands.Curve.of(names().get(i), density.x(), density.y()));
            }
            EmpiricalDistribution e = EmpiricalDistribution.of(
                    arms.get(i).column(outcome), arms.get(i).clusters(), 0.95);
            functions.add(new CurvesWithBands.Curve(names().get(i), e.x(), e.share(), e.low(), e.high()));
        }
        boolean smooth = densities.size() == arms.size();
        Sheet sheet = new Sheet(
                "Distribution by arm: " + outcome.label(),
                "",
                (smooth ? "Above: kernel densities. Below: " : "")
                        + "Empirical distribution functions with 95 % bands (Dvoretzky, Kiefer, Wolfowitz).\n" + note);
        if (smooth) {
            sheet.add(
                    new CurvesWithBands("", label(outcome), "density", CurvesWithBands.Style.DENSITY, densities),
                    outcome.key());
        }
        sheet.add(
                new CurvesWithBands(
                        "", label(outcome), "share of runs at or below", CurvesWithBands.Style.STEPS, functions),
                outcome.key());
        return sheet.picture(smooth ? 720 : 440);
    }

    /** Differences of quantiles with bands that hold for all of them at once. */
    private Picture quantiles(Outcome outcome) {
        List<CurvesWithBands.Curve> curves = new ArrayList<>();
        for (ComparisonTable.Row row : rows(outcome)) {
            List<QuantileDifference> d = row.comparison().quantiles().differences();
            curves.add(new CurvesWithBands.Curve(
                    name(row, severalBaselines()),
                    d.stream().mapToDouble(q -> 100 * q.probability()).toArray(),
                    d.stream().mapToDouble(QuantileDifference::difference).toArray(),
                    d.stream().mapToDouble(q -> q.band().low()).toArray(),
                    d.stream().mapToDouble(q -> q.band().high()).toArray()));
        }
        if (!severalBaselines() && !curves.isEmpty()) {
            // The baseline stands in its own place, at zero, so that every arm has its colour in all pictures.
            String baseline = table.rows().get(0).baseline();
            double[] x = curves.get(0).x();
            curves.add(names().indexOf(baseline), CurvesWithBands.Curve.of(baseline, x, new double[x.length]));
        }
        return new Sheet(
                        "Differences of quantiles: " + outcome.label(),
                        against(),
                        "Left the runs with low values, right those with high ones; bands of 95 % for all quantiles of an arm"
                                + " together.\n" + note)
                .add(
                        new CurvesWithBands(
                                "",
                                "percentile of runs",
                                "difference, " + outcome.unit(),
                                CurvesWithBands.Style.DIFFERENCE,
                                curves),
                        outcome.key())
                .picture(480);
    }

    /** The median of stability over time with the middle half of the runs. */
    private Picture stability() {
        // Bands of more than two arms lie over each other and hide the curves.
        boolean shaded = batches.size() <= 2;
        List<CurvesWithBands.Curve> curves = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            var bands = batches.get(i).stability();
            double[] weeks =
                    IntStream.rangeClosed(1, bands.weeks()).mapToDouble(w -> w).toArray();
            curves.add(
                    shaded
                            ? new CurvesWithBands.Curve(names().get(i), weeks, bands.at(50), bands.at(25), bands.at(75))
                            : CurvesWithBands.Curve.of(names().get(i), weeks, bands.at(50)));
        }
        return new Sheet(
                        "Stability over time by arm",
                        "",
                        "Lines: median of the runs at the end of each week; bands: the middle half of the runs.\n"
                                + note)
                .add(new CurvesWithBands(
                        "", "weeks since the start", "stability, index points", CurvesWithBands.Style.PLAIN, curves))
                .picture(500);
    }

    private Picture crisis() {
        List<SurvivalPanel.Arm> curves = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            curves.add(new SurvivalPanel.Arm(names().get(i), batches.get(i).firstCrisis()));
        }
        SurvivalPanel panel = new SurvivalPanel(
                "", "runs without a crisis, %", curves, batches.get(0).weeks());
        return new Sheet(
                        "Time to the first crisis by arm",
                        "",
                        "Kaplan–Meier estimate with 95 % bands."
                                + (panel.cut() ? " The vertical axis does not begin at 0." : "") + "\n" + note)
                .add(panel)
                .picture(460 + 18 * curves.size());
    }

    /** The main outcome of the Pareto set and the first in another unit. */
    private Picture scatter(ParetoSet pareto) {
        Outcome x = pareto.measures().get(0).outcome();
        Outcome y = pareto.measures().stream()
                .map(Measure::outcome)
                .filter(o -> !o.unit().equals(x.unit()))
                .findFirst()
                .orElse(pareto.measures().get(1).outcome());
        List<Scatter.Point> points = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            double[] h = spread(arms.get(i), x);
            double[] v = spread(arms.get(i), y);
            points.add(new Scatter.Point(
                    names().get(i),
                    h[0],
                    h[1],
                    h[2],
                    v[0],
                    v[1],
                    v[2],
                    pareto.entries().get(i).nondominated()));
        }
        String better = pareto.measures().stream()
                .map(m -> m.outcome().label() + (m.direction() == Direction.LESS ? " (less)" : " (more)"))
                .collect(Collectors.joining(", "));
        return new Sheet(
                        "Arms by two outcomes",
                        "",
                        "Means with 95 % intervals of each arm by itself; {blue}: not dominated over " + better + ".\n"
                                + note)
                .add(new Scatter(label(x), label(y), points, pareto.measures().size() == 2))
                .picture(500);
    }

    private static double[] spread(Arm arm, Outcome outcome) {
        ArmMean mean = ArmMean.of(arm, outcome, Settings.standard());
        Interval interval = mean.interval();
        return interval == null
                ? new double[] {mean.mean(), mean.mean(), mean.mean()}
                : new double[] {mean.mean(), interval.low(), interval.high()};
    }
}
