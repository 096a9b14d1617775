package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Density;
import org.tumen.analysis.EmpiricalDistribution;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.WeeklyBands;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.ParetoSet;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.analysis.comparison.pair.QuantileDifferences.QuantileDifference;
import org.tumen.findings.Chart;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.study.arm.SurvivalChart;
import org.tumen.words.Numbers;

/** The live charts of a comparison in one world. */
record CompareCharts(WorldComparison world, List<Measure> measures, String suffix) {
    private static final int MOST_STEPS = 400;
    private static final int MOST_PLACES = 128;

    /** Worlds beyond so many have no colour of their own. */
    private static final int COLOURS = 7;

    private String titled(String title) {
        return CompareFindings.titled(title, suffix);
    }

    /** Bands of more arms lie over each other and hide the curves. */
    private boolean few() {
        return world.arms().size() <= 2;
    }

    /** Arms over time. */
    List<Chart> overTime() {
        List<Chart> charts = new ArrayList<>(medians());
        charts.add(firstCrisis());
        return charts;
    }

    /** Stability and tension of each arm by week; none where what some arm did by week was not stored. */
    List<Chart> medians() {
        return world.described().stream().anyMatch(data -> data.weekly() == null)
                ? List.of()
                : List.of(
                        weekly("stability", "Stability", BatchData.Weekly::stability),
                        weekly("tension", "Tension", BatchData.Weekly::tension));
    }

    private Chart weekly(String key, String label, Function<BatchData.Weekly, WeeklyBands> of) {
        Chart.Builder chart = Chart.of(
                        key + "_by_arm" + suffix,
                        titled(label + " by arm"),
                        "The median of the runs at the end of each week"
                                + (few() ? ", and the band that holds the middle half of them." : "."))
                .dates()
                .y(label, "index points");
        forEachArm((name, data) -> {
            WeeklyBands bands = of.apply(data.byWeek());
            double[] median = bands.at(50);
            double[] days = IntStream.rangeClosed(1, median.length)
                    .mapToDouble(data::day)
                    .toArray();
            if (few()) {
                chart.add(Chart.Shape.BAND, name, days, median, bands.at(25), bands.at(75));
            } else {
                chart.add(Chart.Shape.LINE, name, days, median);
            }
        });
        return chart.build();
    }

    Chart firstCrisis() {
        Map<String, BatchData> arms = new LinkedHashMap<>();
        forEachArm(arms::put);
        return SurvivalChart.of("first_crisis_by_arm" + suffix, titled("Runs without a crisis"), arms);
    }

    private void forEachArm(BiConsumer<String, BatchData> each) {
        for (int i = 0; i < world.arms().size(); i++) {
            each.accept(world.arms().get(i).name(), world.described().get(i));
        }
    }

    /** The distribution functions of each outcome by arm, and its densities. */
    List<Chart> distributions() {
        return measures.stream()
                .flatMap(measure -> distributions(measure.outcome()).stream())
                .toList();
    }

    /** The same of an outcome; none of a flag, and of what takes whole values no density. */
    List<Chart> distributions(Outcome outcome) {
        if (outcome.kind() == Kind.FLAG) {
            return List.of();
        }
        Chart functions = functions(outcome);
        List<Density> densities = world.described().stream()
                .flatMap(data -> Stream.ofNullable(data.outcome(outcome).density()))
                .toList();
        if (densities.size() < world.arms().size()) {
            return List.of(functions);
        }
        Chart.Builder chart = Chart.of(
                        "density_" + outcome.key() + suffix,
                        titled(outcome.label() + ", density"),
                        "Kernel density of the runs of each arm.")
                .x(outcome.label(), outcome.unit())
                .y("Density", "");
        for (int i = 0; i < densities.size(); i++) {
            Density density = densities.get(i);
            int[] kept = kept(density.x().length, MOST_PLACES);
            chart.add(Chart.Shape.LINE, world.arms().get(i).name(), pick(density.x(), kept), pick(density.y(), kept));
        }
        return List.of(functions, chart.build());
    }

    private Chart functions(Outcome outcome) {
        boolean wait = outcome.kind() == Kind.TIME;
        List<EmpiricalDistribution> all = world.arms().stream()
                .map(arm -> EmpiricalDistribution.of(arm.column(outcome), arm.clusters(), 0.95))
                .map(e -> wait ? e.before(world.described().get(0).weeks()) : e)
                .toList();
        double half = all.stream()
                .flatMapToDouble(e -> IntStream.range(0, e.x().length).mapToDouble(i -> e.high()[i] - e.share()[i]))
                .max()
                .orElse(0);
        Chart.Builder chart = Chart.of(
                        "distribution_" + outcome.key() + suffix,
                        titled(outcome.label()),
                        "The share of runs " + (wait ? "in which it had come by each week" : "at or below each value")
                                + "; the 95 % band of each curve (Dvoretzky, Kiefer, Wolfowitz) reaches "
                                + Numbers.fixed(half, 3) + " above and below it.")
                .x(outcome.label(), outcome.unit())
                .y(wait ? "Runs in which it had come" : "Runs at or below", "share");
        for (int i = 0; i < all.size(); i++) {
            EmpiricalDistribution e = all.get(i);
            int[] kept = kept(e.x().length, MOST_STEPS);
            chart.add(
                    Chart.Shape.STEPS,
                    world.arms().get(i).name(),
                    pick(e.x(), kept),
                    pick(e.share(), kept),
                    few() ? pick(e.low(), kept) : null,
                    few() ? pick(e.high(), kept) : null);
        }
        return chart.build();
    }

    /** More places than a screen has points only make the page large. */
    private static int[] kept(int places, int most) {
        int step = Math.max(1, places / most);
        return IntStream.range(0, places)
                .filter(i -> i % step == 0 || i == places - 1)
                .toArray();
    }

    private static double[] pick(double[] values, int[] kept) {
        return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
    }

    /** Differences of quantiles, a chart a row. */
    List<Chart> quantiles() {
        return measures.stream()
                .flatMap(measure -> quantiles(measure.outcome()).stream())
                .toList();
    }

    /** The same of an outcome. */
    List<Chart> quantiles(Outcome outcome) {
        List<Chart> charts = new ArrayList<>();
        for (ComparisonTable.Row row : world.rows(outcome)) {
            List<QuantileDifference> d = row.comparison().quantiles().differences();
            if (!d.isEmpty()) {
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
                                each(d, q -> 100 * q.probability()),
                                each(d, QuantileDifference::difference),
                                each(d, q -> q.band().low()),
                                each(d, q -> q.band().high()))
                        .level(0, "")
                        .build());
            }
        }
        return charts;
    }

    private static double[] each(List<QuantileDifference> all, ToDoubleFunction<QuantileDifference> what) {
        return all.stream().mapToDouble(what).toArray();
    }

    /** The arms in the main outcome of the Pareto set and the first in another unit; none where there is no such set. */
    List<Chart> pareto() {
        ParetoSet pareto = world.pareto();
        if (pareto == null) {
            return List.of();
        }
        List<Measure> among = pareto.measures();
        Measure across = among.get(0);
        Measure up = among.stream()
                .filter(m -> !m.outcome().unit().equals(across.outcome().unit()))
                .findFirst()
                .orElse(among.get(1));
        Chart.Builder chart = Chart.of(
                        "pareto" + suffix,
                        titled("Arms by two outcomes"),
                        "Means with 95 % intervals of each arm by itself. An arm is dominated where another is no worse in any of"
                                + " these and better in one: "
                                + among.stream()
                                        .map(m -> m.outcome().label()
                                                + (m.direction() == Direction.LESS ? " (less)" : " (more)"))
                                        .collect(Collectors.joining(", "))
                                + ".")
                .x(across.outcome().label(), across.outcome().unit())
                .y(up.outcome().label(), up.outcome().unit())
                .good((up.direction() == Direction.LESS ? "bottom" : "top")
                        + (across.direction() == Direction.LESS ? " left" : " right"));
        for (boolean chosen : new boolean[] {true, false}) {
            List<Placed> placed = IntStream.range(0, world.arms().size())
                    .filter(i -> pareto.entries().get(i).nondominated() == chosen)
                    .mapToObj(world.arms()::get)
                    .map(arm -> new Placed(
                            arm.name(), world.summary(arm, across.outcome()), world.summary(arm, up.outcome())))
                    .toList();
            if (!placed.isEmpty()) {
                chart.points(
                                chosen ? "Not dominated" : "Dominated",
                                placed,
                                arm -> arm.x.mean(),
                                arm -> arm.y.mean(),
                                arm -> arm.y.meanInterval(),
                                Placed::name)
                        .across(placed, arm -> arm.x.meanInterval())
                        .hue(chosen ? "blue" : "muted");
            }
        }
        return List.of(chart.build());
    }

    private record Placed(String name, OutcomeSummary x, OutcomeSummary y) {}

    /** The regret of each arm in each world, the arm whose largest is the least on top. */
    static Chart regret(Outcome outcome, RegretTable table) {
        List<Integer> order = IntStream.range(0, table.arms().size())
                .boxed()
                .sorted(Comparator.comparing(table.largestRegrets()::get))
                .toList();
        List<String> names = order.stream().map(arm -> largest(table, arm)).toList();
        Chart.Builder chart = Chart.of(
                        "regret_" + outcome.key(),
                        "Regret: " + outcome.label(),
                        "What an arm's mean lacks to that of the best arm in the same world, with its largest beside its name;"
                                + " sampling error is not shown. On top the arm whose largest is the least.")
                .x("Regret", outcome.unit());
        for (int w = 0; w < table.worlds().size(); w++) {
            List<Double> regrets = table.regrets().get(w);
            double[] values = order.stream().mapToDouble(regrets::get).toArray();
            chart.rows(table.worlds().get(w), names, values, values, values)
                    .hue(table.worlds().size() > COLOURS ? Chart.Series.MUTED : "");
        }
        return chart.build();
    }

    private static String largest(RegretTable table, int arm) {
        double largest = table.largestRegrets().get(arm);
        List<String> where = IntStream.range(0, table.worlds().size())
                .filter(w -> largest > 0 && table.regrets().get(w).get(arm) == largest)
                .mapToObj(table.worlds()::get)
                .toList();
        return table.arms().get(arm) + ": " + Numbers.label(largest)
                + (where.isEmpty() ? "" : " in " + String.join(", ", where));
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
