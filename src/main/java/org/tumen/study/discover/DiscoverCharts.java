package org.tumen.study.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.analysis.discovery.BoxScore;
import org.tumen.analysis.discovery.LabelledPoints;
import org.tumen.analysis.discovery.PrimTrajectory;
import org.tumen.analysis.discovery.Restriction;
import org.tumen.findings.Chart;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Exploration;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.PointTable;
import org.tumen.words.Numbers;

/** The live charts of a scenario discovery: the points over pairs of parameters with the box, and the boxes of PRIM. */
record DiscoverCharts(Exploration study, DesignPoints sample, LabelledPoints data, OutcomeCondition condition) {
    private static final int MOST_PAIRED = 4;

    private String facts() {
        return Numbers.counted(data.size(), "point") + ", " + Numbers.counted(study.runs(), "run") + " each, "
                + DiplomacySim.origin(study.seed());
    }

    /** The restricted parameters first, two at least and so many at most. */
    private static int[] paired(BoxScore found) {
        List<Restriction> limits = found.box().restrictions();
        return IntStream.range(0, limits.size())
                .boxed()
                .sorted(Comparator.comparing((Integer j) -> !limits.get(j).restricts()))
                .limit(Math.max(
                        2, Math.min(MOST_PAIRED, found.box().restricted().size())))
                .mapToInt(j -> j)
                .toArray();
    }

    /** Each pair of restricted parameters. */
    List<Chart> pairs(BoxScore found) {
        int[] chosen = paired(found);
        List<Chart> charts = new ArrayList<>();
        for (int a = 0; a < chosen.length; a++) {
            for (int b = a + 1; b < chosen.length; b++) {
                charts.add(pair(found, chosen[a], chosen[b]));
            }
        }
        return charts;
    }

    private Chart pair(BoxScore found, int across, int up) {
        String x = data.factors().get(across);
        String y = data.factors().get(up);
        Restriction right = found.box().restrictions().get(across);
        Restriction top = found.box().restrictions().get(up);
        Chart.Builder chart = Chart.of(
                        "pair_" + (across + 1) + "_" + (up + 1),
                        x + " and " + y,
                        "In colour the points where " + condition.words() + limits(right, top) + ". " + facts())
                .x(x, "")
                .y(y, "");
        points(chart, "Other points", false, across, up).hue(Chart.Series.MUTED);
        points(chart, "Cases", true, across, up);
        for (double limit : new double[] {right.lower(), right.upper()}) {
            if (Double.isFinite(limit)) {
                chart.upright(limit, Numbers.label(limit));
            }
        }
        for (double limit : new double[] {top.lower(), top.upper()}) {
            if (Double.isFinite(limit)) {
                chart.level(limit, Numbers.label(limit));
            }
        }
        return chart.build();
    }

    /** What dashed lines are, where there are any: the box may be the whole space. */
    static String limits(Restriction right, Restriction top) {
        return right.restricts() || top.restricts() ? "; dashed the limits of the box" : "";
    }

    private Chart.Builder points(Chart.Builder chart, String name, boolean cases, int across, int up) {
        return chart.points(
                name,
                IntStream.range(0, data.size())
                        .filter(i -> data.interesting()[i] == cases)
                        .boxed()
                        .toList(),
                i -> sample.values()[i][across],
                i -> sample.values()[i][up],
                i -> PointTable.name(study, i));
    }

    /** Coverage against density, from the whole space to the densest box, with the box that was chosen. */
    Chart trajectory(PrimTrajectory trajectory, BoxScore found) {
        List<BoxScore> steps = trajectory.steps();
        Chart.Builder chart = Chart.of(
                        "trajectory",
                        "Boxes from the whole space to the densest",
                        "Each point a box of PRIM: what share of the cases lie in it, and what share of its points are cases. "
                                + facts())
                .x("Coverage", "share of the cases")
                .y("Density", "share of the points in the box")
                .level(data.baseRate(), "base rate")
                .good("top right");
        // The legend says what the box is: beside its point the words would lie over others.
        return chart.points("Boxes of PRIM", steps, BoxScore::coverage, BoxScore::density, DiscoverCharts::words)
                .hue(Chart.Series.MUTED)
                .add(Chart.Shape.POINTS, "The box: " + words(found), new double[] {found.coverage()}, new double[] {
                    found.density()
                })
                .build();
    }

    private static String words(BoxScore box) {
        int restricted = box.box().restricted().size();
        return Numbers.counted(restricted, "restriction") + ", " + Numbers.percent(box.mass()) + " of the points";
    }
}
