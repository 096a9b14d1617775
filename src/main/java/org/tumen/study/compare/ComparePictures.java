package org.tumen.study.compare;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.Density;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.BreakEvens;
import org.tumen.analysis.value.DifferenceCurve;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.Valued;
import org.tumen.chart.Panel;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartPanel;
import org.tumen.findings.ChartSheet;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/**
 * The still pictures of a comparison in one world: the live charts, and those that hold more than these.
 *
 * @param note runs, seed and version, as captions say them
 */
record ComparePictures(CompareCharts charts, String note) {
    private static final int MOST_CURVES = 3;
    private static final double UPPER = 0.74;

    private WorldComparison world() {
        return charts.world();
    }

    private List<Measure> measures() {
        return charts.measures();
    }

    /** The pictures of what tells arms apart, by name of the file without its ending. */
    Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        String against =
                world().table().rows().stream().allMatch(row -> row.baseline().equals(world().baseline()))
                        ? "against " + world().baseline()
                        : "between all pairs";
        Matrix matrix = new Matrix(world(), measures());
        for (Measure measure : measures()) {
            Outcome outcome = measure.outcome();
            put(
                    pictures,
                    "differences_",
                    outcome,
                    "Difference of means: ",
                    against,
                    "Mean difference with its 95 % interval, which holds for all outcomes and arms together; a dot alone: too"
                            + " few runs differ.\n" + note,
                    List.of(matrix.chart(measure, charts.suffix())));
            put(pictures, "distributions_", outcome, "Distribution by arm: ", "", note, charts.distributions(outcome));
            put(
                    pictures,
                    "quantile_differences_",
                    outcome,
                    "Differences of quantiles: ",
                    against,
                    note,
                    charts.quantiles(outcome));
        }
        for (Chart chart : charts.overTime()) {
            String name = chart.name()
                    .substring(0, chart.name().length() - charts.suffix().length());
            pictures.put(name, ChartSheet.picture(chart, "", note));
        }
        charts.pareto().forEach(chart -> pictures.put("pareto", ChartSheet.picture(chart, "", note)));
        return pictures;
    }

    private static void put(
            Map<String, Picture> pictures,
            String name,
            Outcome outcome,
            String title,
            String subtitle,
            String note,
            List<Chart> charts) {
        if (!charts.isEmpty()) {
            List<String> about = charts.stream().map(chart -> outcome.key()).toList();
            pictures.put(
                    name + outcome.key(), ChartSheet.picture(title + outcome.label(), subtitle, note, charts, about));
        }
    }

    /** What a comparison over a prior turns on and where it flips, by name of the file without its ending. */
    Map<String, Picture> ofThePrior() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        world().drawn().forEach((outcome, found) -> {
            for (ValueOfKnowing value : found.valueOfChoice()) {
                if (!value.quantities().isEmpty()) {
                    pictures.put("turns_on_" + outcome.key(), turnsOn(value, outcome));
                }
            }
            for (int k = 0; k < found.breakEvens().size(); k++) {
                List<BreakEvens> along = found.breakEvens().get(k).stream()
                        .filter(b -> !b.values().isEmpty())
                        .limit(MOST_CURVES)
                        .toList();
                if (!along.isEmpty()) {
                    String arm = found.arms().get(k);
                    pictures.put("break_even_" + outcome.key() + "_" + arm, flips(found, k, along, outcome));
                }
            }
        });
        return pictures;
    }

    private Picture turnsOn(ValueOfKnowing value, Valued outcome) {
        String first = value.thatMatter().isEmpty()
                ? "nothing stands out of the noise"
                : value.thatMatter().get(0).quantity().label() + " before all";
        return ChartSheet.picture(
                "What the choice turns on: " + first,
                "",
                note,
                List.of(PriorTables.turnsOn(charts.suffix(), outcome, value)),
                List.of(outcome.key()));
    }

    private Picture flips(DrawnComparison found, int arm, List<BreakEvens> along, Valued outcome) {
        Sheet sheet = new Sheet(
                        "Where it flips: " + found.arms().get(arm) + " − " + found.baseline() + " in "
                                + outcome.phrase(),
                        "",
                        "The expected difference at each value of the parameter, all else averaged over its prior, with its 95 %"
                                + " band and the 95 % intervals of break-even values. Beneath: how the prior spreads over better"
                                + " ({blue}) and worse ({vermillion}).\n" + note)
                .gap(26);
        for (BreakEvens b : along) {
            Panel difference = new ChartPanel(PriorTables.flip(charts.suffix(), outcome, found, arm, b), "");
            Panel prior = new ChartPanel(prior(b, found.direction() == Direction.LESS ? -1 : 1), "");
            sheet.add(
                    (g, area) -> {
                        double upper = UPPER * area.getHeight();
                        difference.draw(g, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), upper));
                        prior.draw(
                                g,
                                new Rectangle2D.Double(
                                        area.getX(), area.getY() + upper, area.getWidth(), area.getHeight() - upper));
                    },
                    outcome.key());
        }
        return sheet.picture(110 + 400 * along.size());
    }

    /** The density of a parameter's draws in two parts, by the sign of the difference there. */
    private static Chart prior(BreakEvens along, int better) {
        DifferenceCurve curve = along.curve();
        double from = curve.x()[0];
        double to = curve.x()[curve.x().length - 1];
        double[] draws = along.quantity().columns().get(0);
        Density density = Density.of(
                        draws,
                        Arrays.stream(draws).min().orElse(from),
                        Arrays.stream(draws).max().orElse(to))
                .orElseThrow();
        int[] within = IntStream.range(0, density.x().length)
                .filter(i -> density.x()[i] >= from && density.x()[i] <= to)
                .toArray();
        double[] x = Arrays.stream(within).mapToDouble(i -> density.x()[i]).toArray();
        x[0] = from;
        x[x.length - 1] = to;
        double[] difference = curve.difference();
        double step = (to - from) / (difference.length - 1);
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        Chart.Builder chart = Chart.of("prior", "", "").x("", "").y("prior", "");
        for (int sign : new int[] {better, -better}) {
            double[] part = Arrays.stream(within)
                    .mapToDouble(i -> difference[(int) Math.round((density.x()[i] - from) / step)] * sign > 0
                            ? density.y()[i]
                            : 0)
                    .toArray();
            chart.add(Chart.Shape.BAND, sign == better ? "Better" : "Worse", x, none, new double[x.length], part)
                    .hue(sign == better ? "blue" : "vermillion");
        }
        return chart.build();
    }
}
