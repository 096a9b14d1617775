package org.tumen.study.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tumen.analysis.search.Lever;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Worlds;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.ParallelChart;
import org.tumen.simulation.DiplomacySim;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The live charts of a search: the front, the chosen points in each objective and world, and the hypervolume. */
record SearchCharts(SearchStudy study, SearchFound found, FreshEvaluation telling, SearchTables tables) {
    private static final int MOST_PAIRS = 10;

    private Map<Integer, String> titles() {
        return tables.titles();
    }

    private int points() {
        return found.points().size();
    }

    private int knee() {
        return tables.chosen().isEmpty() ? -1 : tables.chosen().get(0).point();
    }

    private String runs() {
        return telling.runs() + " fresh runs a point" + (study.worlds().size() > 1 ? " in each world" : "") + ", "
                + DiplomacySim.origin(study.seed());
    }

    /** The chosen points in each objective, a series a world. */
    List<Chart> byObjective() {
        return IntStream.range(0, study.objectives().size())
                .mapToObj(this::chosen)
                .toList();
    }

    private Chart chosen(int m) {
        Objective o = study.objectives().get(m);
        List<Integer> rows = tables.chosenPoints();
        boolean regret = o.worlds() == Worlds.REGRET;
        boolean more = regret ? o.more() : o.moreIsBetter();
        String label = regret ? o.statistic().label() : o.label();
        Chart.Builder chart = Chart.of(
                        "chosen_" + (m + 1),
                        label + ": " + (more ? "more" : "less") + " is better",
                        "Bars: 95 % intervals; " + runs())
                .x(label, o.statistic().unit());
        List<String> worlds = List.copyOf(study.worlds().keySet());
        for (int w = 0; w < worlds.size(); w++) {
            int world = w;
            chart.rows(
                    worlds.size() == 1 ? "" : "World " + Texts.words(worlds.get(w)),
                    rows,
                    p -> titles().getOrDefault(p, "as it stands"),
                    p -> telling.byWorld()[p][world][m],
                    p -> telling.interval(p, world, m));
        }
        return chart.build();
    }

    /** The front in each pair of objectives; in pairs with the first alone where there are many. */
    List<Chart> front() {
        int objectives = study.objectives().size();
        boolean few = objectives * (objectives - 1) / 2 <= MOST_PAIRS;
        List<Chart> charts = new ArrayList<>();
        for (int y = 1; y < objectives; y++) {
            for (int x = 0; x < (few ? y : 1); x++) {
                charts.add(front(x, y));
            }
        }
        return charts;
    }

    private Chart front(int x, int y) {
        Objective across = study.objectives().get(x);
        Objective up = study.objectives().get(y);
        Chart.Builder chart = Chart.of(
                        "front_" + (x + 1) + "_" + (y + 1),
                        across.label() + " and " + Texts.lower(up.label()),
                        "95 % intervals; " + runs()
                                + (study.objectives().size() > 2 ? " Other objectives are not shown, but count." : ""))
                .x(axis(across), across.statistic().unit())
                .y(axis(up), up.statistic().unit())
                .good((up.moreIsBetter() ? "top" : "bottom") + (across.moreIsBetter() ? " right" : " left"));
        add(chart, "", "Best compromise", x, y, p -> p == knee());
        add(chart, "", "Others chosen", x, y, p -> p != knee() && titles().containsKey(p));
        add(
                chart,
                "",
                "Others undominated",
                x,
                y,
                p -> p < points() && telling.nondominated()[p] && !titles().containsKey(p));
        add(
                chart,
                Chart.Series.MUTED,
                study.constraints().isEmpty() ? "Dominated on these runs" : "Dominated, or breaking a constraint",
                x,
                y,
                p -> p < points() && !telling.nondominated()[p] && !titles().containsKey(p));
        add(chart, "", "As it stands", x, y, p -> p == points());
        return chart.build();
    }

    private String axis(Objective o) {
        return o.explained() + tables.over(o);
    }

    private void add(Chart.Builder chart, String hue, String name, int x, int y, IntPredicate which) {
        List<Integer> of =
                IntStream.rangeClosed(0, points()).filter(which).boxed().toList();
        if (of.isEmpty()) {
            return;
        }
        chart.points(
                        name,
                        of,
                        p -> telling.values()[p][x],
                        p -> telling.values()[p][y],
                        p -> telling.interval(p, y),
                        this::told)
                .across(of, p -> telling.interval(p, x))
                .hue(hue);
    }

    /** What a reader who points at a point is told: its name, and a line for each lever. */
    private String told(int point) {
        if (point == points()) {
            return "as it stands";
        }
        StringBuilder text = new StringBuilder(titles().getOrDefault(point, FreshEvaluation.arm(point, points())));
        List<String> values = tables.shown(found.points().get(point));
        for (int j = 0; j < values.size(); j++) {
            text.append('\n').append(study.labels().get(j)).append(": ").append(values.get(j));
        }
        return text.toString();
    }

    /** Every point across levers and objectives, live and as a still picture. */
    void parallel(Findings.Builder into) {
        List<ParallelChart.Column> columns = new ArrayList<>();
        for (int j = 0; j < study.levers().size(); j++) {
            int place = j;
            Lever lever = study.levers().get(j);
            double[] values = found.points().stream()
                    .mapToDouble(v -> lever.number(v.get(place)))
                    .toArray();
            columns.add(new ParallelChart.Column(study.labels().get(j), "", values, false));
        }
        for (int m = 0; m < study.objectives().size(); m++) {
            int objective = m;
            Objective o = study.objectives().get(m);
            double[] values = IntStream.range(0, points())
                    .mapToDouble(p -> telling.values()[p][objective])
                    .toArray();
            columns.add(new ParallelChart.Column(o.label(), o.statistic().unit(), values, !o.moreIsBetter()));
        }
        Chart chart = ParallelChart.of(
                "Levers and objectives of the front",
                "Each line a point of the front. Objectives point up where they are better; " + runs(),
                columns,
                IntStream.range(0, points()).mapToObj(this::told).toList(),
                p -> telling.nondominated()[p],
                "Undominated on these runs",
                "Dominated, or breaking a constraint");
        into.chart(chart, study.name());
    }

    /** The hypervolume of each search. */
    Chart volume(Convergence convergence) {
        Chart.Builder chart = Chart.of(
                        "hypervolume",
                        "Hypervolume of each search's front",
                        "As a share of the hypervolume of the merged front, with the "
                                + Numbers.counted(study.budget().runs(), "run") + " of the search. "
                                + Texts.upper(DiplomacySim.origin(study.seed())))
                .x("Evaluations", "")
                .y("Hypervolume", "share of the merged front's");
        for (int s = 0; s < convergence.volumes().length; s++) {
            chart.add(
                    Chart.Shape.LINE,
                    "Search " + (s + 1),
                    convergence.evaluations()[s],
                    convergence.volumes()[s]);
        }
        return chart.level(1, "merged front").build();
    }
}
