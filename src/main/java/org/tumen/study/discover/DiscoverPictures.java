package org.tumen.study.discover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.analysis.discovery.BoxScore;
import org.tumen.analysis.discovery.BoxWords;
import org.tumen.analysis.discovery.LabelledPoints;
import org.tumen.analysis.discovery.PrimTrajectory;
import org.tumen.analysis.discovery.Restriction;
import org.tumen.chart.Picture;
import org.tumen.chart.Scatter;
import org.tumen.chart.ScatterMatrix;
import org.tumen.chart.Sheet;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Exploration;

/** The pictures of scenario discovery: the trajectory of boxes, and pairs of parameters with the box drawn in. */
final class DiscoverPictures {
    private static final int MOST_PAIRED = 5;

    private final Exploration study;
    private final LabelledPoints data;
    private final OutcomeCondition condition;

    DiscoverPictures(Exploration study, LabelledPoints data, OutcomeCondition condition) {
        this.study = study;
        this.data = data;
        this.condition = condition;
    }

    private String caption(String how) {
        return how + " " + data.size() + " points, " + study.runs() + " runs each, seed " + study.seed()
                + ", model version " + DiplomacySim.MODEL_VERSION + ".";
    }

    Picture trajectory(PrimTrajectory trajectory, BoxScore found) {
        List<Scatter.Point> points = new ArrayList<>();
        for (BoxScore s : trajectory.steps()) {
            points.add(point("", s, false));
        }
        points.add(point("the box (" + found.box().restricted().size() + " restrictions)", found, true));
        return new Sheet(
                        "Boxes from the whole space to the densest",
                        condition.words(),
                        caption(
                                "Each point a box of PRIM: what share of the cases it holds, and what share of its points are cases."))
                .add(new Scatter("coverage", "density", points, true))
                .picture(520);
    }

    private static Scatter.Point point(String name, BoxScore s, boolean chosen) {
        return new Scatter.Point(
                name, s.coverage(), s.coverage(), s.coverage(), s.density(), s.density(), s.density(), chosen);
    }

    /** The restricted parameters, two at least and five at most. */
    Picture pairs(BoxScore found) {
        List<Restriction> limits = found.box().restrictions();
        int[] chosen = DiscoverCharts.paired(found, MOST_PAIRED);
        double[][] columns = new double[chosen.length][];
        double[][] box = new double[chosen.length][];
        for (int c = 0; c < chosen.length; c++) {
            int j = chosen[c];
            columns[c] = Arrays.stream(data.points()).mapToDouble(p -> p[j]).toArray();
            box[c] = new double[] {limits.get(j).lower(), limits.get(j).upper()};
        }
        List<String> names =
                Arrays.stream(chosen).mapToObj(j -> data.factors().get(j)).toList();
        return new Sheet(
                        "Where " + condition.words(),
                        BoxWords.conditions(data.factors(), found.box()),
                        caption("{Colour} the points where it holds; the frame is the box."))
                .add(new ScatterMatrix(names, columns, data.interesting(), box))
                .picture(chosen.length == 2 ? 600 : 860);
    }
}
