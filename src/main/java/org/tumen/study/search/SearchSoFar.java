package org.tumen.study.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Front;
import org.tumen.analysis.search.Objective;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.study.Interim;
import org.tumen.study.points.PointsSoFar;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** What a search has come to after some generations: the front as the search sees it, on the runs that chose it. */
record SearchSoFar(SearchStudy study, List<List<Evolution.Generation>> history) {
    private static final String READ =
            "As the search sees the points, on the runs that chose them: what was chosen looks better"
                    + " than it is. The end tells values on fresh runs.";

    /** A point of the front: what the levers are set to, and its objectives, each in its own sign. */
    private record Point(List<String> values, double[] objectives) {}

    /** The findings; empty before the first generation. */
    Optional<Findings> findings() {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        int made = history.stream().mapToInt(s -> last(s).evaluations()).sum();
        SearchStudy.Budget budget = study.budget();
        Findings.Builder found = Interim.begin(
                "search",
                study.name(),
                study.description(),
                made,
                (long) budget.evaluations() * budget.searches(),
                "evaluations");
        List<Point> front = front();
        if (front.isEmpty()) {
            return Optional.of(
                    found.answer("No point keeps to the constraints yet.").build());
        }
        found.section("front", "The front so far")
                .choice("Objectives", charts(front))
                .table(table(front));
        return Optional.of(found.section("convergence", "Generations")
                .table(Convergence.of(new SearchFound(List.of(), List.of(), 0, history, 0))
                        .table())
                .build());
    }

    private static Evolution.Generation last(List<Evolution.Generation> search) {
        return search.get(search.size() - 1);
    }

    /** The points of all searches that no other dominates. */
    private List<Point> front() {
        Map<List<String>, double[]> merged =
                study.merged(history.stream().map(SearchSoFar::last).toList());
        List<List<String>> points = new ArrayList<>(merged.keySet());
        List<double[]> minimised = new ArrayList<>(merged.values());
        return minimised.isEmpty()
                ? List.of()
                : Front.of(minimised).stream()
                        .map(i -> new Point(points.get(i), study.minimised(minimised.get(i))))
                        .toList();
    }

    private List<Chart> charts(List<Point> front) {
        List<Chart> charts = new ArrayList<>();
        Objective across = study.objectives().get(0);
        for (int m = 1; m < study.objectives().size(); m++) {
            Objective up = study.objectives().get(m);
            int y = m;
            charts.add(Chart.of("front_" + (m + 1), across.label() + " and " + Texts.lower(up.label()), READ)
                    .x(across.explained(), across.statistic().unit())
                    .y(up.explained(), up.statistic().unit())
                    .good((up.moreIsBetter() ? "top" : "bottom") + (across.moreIsBetter() ? " right" : " left"))
                    .points("Front so far", front, p -> p.objectives()[0], p -> p.objectives()[y], this::told)
                    .build());
        }
        return charts;
    }

    private String told(Point point) {
        return Texts.settings(
                study.labels(), point.values().stream().map(PointsSoFar::shown).toList());
    }

    private Table table(List<Point> front) {
        TableBuilder<Point> table = Table.of("front", READ, front);
        List<String> labels = study.labels();
        for (int j = 0; j < labels.size(); j++) {
            int lever = j;
            table.text(
                    labels.get(j),
                    p -> PointsSoFar.shown(p.values().get(lever)),
                    study.levers().get(j).path(),
                    p -> p.values().get(lever));
        }
        for (int m = 0; m < study.objectives().size(); m++) {
            int objective = m;
            table.number(
                    study.objectives().get(m).label(),
                    "objective_" + (m + 1),
                    p -> p.objectives()[objective],
                    Numbers::estimate,
                    study.objectives().get(m).unit());
        }
        return table.build();
    }
}
