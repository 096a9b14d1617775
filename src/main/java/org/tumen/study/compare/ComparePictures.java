package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.BreakEvens;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.Valued;
import org.tumen.chart.BreakEvenPanel;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.chart.SurvivalPanel;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartPanel;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/**
 * The still pictures of a comparison in one world: the live charts, and those that hold more than these.
 *
 * @param charts the live charts
 * @param note runs, seed and version, as captions say them
 */
record ComparePictures(CompareCharts charts, String note) {
    private static final int MOST_CURVES = 3;

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
        for (Chart chart : charts.medians()) {
            String name = chart.name()
                    .substring(0, chart.name().length() - charts.suffix().length());
            pictures.put(name, ChartPanel.picture(chart.title(), "", note, List.of(chart), List.of()));
        }
        pictures.put("first_crisis_by_arm", crisis());
        charts.pareto()
                .forEach(chart ->
                        pictures.put("pareto", ChartPanel.picture(chart.title(), "", note, List.of(chart), List.of())));
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
                    name + outcome.key(), ChartPanel.picture(title + outcome.label(), subtitle, note, charts, about));
        }
    }

    private Picture crisis() {
        List<SurvivalPanel.Arm> curves = new ArrayList<>();
        for (int i = 0; i < world().arms().size(); i++) {
            curves.add(new SurvivalPanel.Arm(
                    world().arms().get(i).name(), world().described().get(i).firstCrisis()));
        }
        SurvivalPanel panel =
                new SurvivalPanel("", curves, world().described().get(0).weeks());
        return new Sheet(
                        "Time to the first crisis by arm",
                        "",
                        "Kaplan–Meier estimate with 95 % bands."
                                + (panel.cut() ? " The vertical axis does not begin at 0." : "") + "\n" + note)
                .add(panel)
                .picture(460 + 18 * curves.size());
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
                    pictures.put("break_even_" + outcome.key() + "_" + arm, flips(found, arm, along, outcome));
                }
            }
        });
        return pictures;
    }

    private Picture turnsOn(ValueOfKnowing value, Valued outcome) {
        String first = value.thatMatter().isEmpty()
                ? "nothing stands out of the noise"
                : value.thatMatter().get(0).quantity().label() + " before all";
        return ChartPanel.picture(
                "What the choice turns on: " + first,
                "",
                note,
                List.of(PriorTables.turnsOn(charts.suffix(), outcome, value)),
                List.of(outcome.key()));
    }

    private Picture flips(DrawnComparison found, String arm, List<BreakEvens> along, Valued outcome) {
        int better = found.direction() == Direction.LESS ? -1 : 1;
        Sheet sheet = new Sheet(
                        "Where it flips: " + arm + " − " + found.baseline() + " in " + outcome.phrase(),
                        "",
                        "The expected difference at each value of the parameter, all else averaged over its prior, with its 95 %"
                                + " band; {blue}: better, {vermillion}: worse. Thick on the line of zero: the interval of the break-even"
                                + " value. Beneath: how the prior spreads over better and worse.\n" + note)
                .gap(26);
        along.forEach(b -> sheet.add(new BreakEvenPanel(b, "difference, " + outcome.unit(), better), outcome.key()));
        return sheet.picture(110 + 330 * along.size());
    }
}
