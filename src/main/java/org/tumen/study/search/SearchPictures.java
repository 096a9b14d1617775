package org.tumen.study.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Statistic;
import org.tumen.analysis.search.Worlds;
import org.tumen.chart.CurvesWithBands;
import org.tumen.chart.ParallelCoordinates;
import org.tumen.chart.Picture;
import org.tumen.chart.Scatter;
import org.tumen.chart.Sheet;
import org.tumen.simulation.DiplomacySim;

/** The pictures of a search: the front, its levers and objectives side by side, and the hypervolume by generation. */
final class SearchPictures {
    private final SearchStudy study;
    private final SearchFound found;
    private final FreshEvaluation again;

    SearchPictures(SearchStudy study, SearchFound found, FreshEvaluation again) {
        this.study = study;
        this.found = found;
        this.again = again;
    }

    Map<String, Picture> of(double[][] evaluations, double[][] volumes, Map<Integer, String> names) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("front", front(names));
        pictures.put("parallel_coordinates", parallel());
        pictures.put("hypervolume", volume(evaluations, volumes));
        return pictures;
    }

    private String caption(String how) {
        return how + " " + study.budget().freshRuns() + " fresh runs a point, seed " + study.seed() + ", model version "
                + DiplomacySim.MODEL_VERSION + ".";
    }

    static String label(Objective o) {
        String name = o.statistic().kind() == Statistic.Kind.MEAN
                ? o.statistic().outcome().label()
                : o.name();
        return (o.worlds() == Worlds.REGRET ? "Regret: " : "") + name;
    }

    /** The first two objectives, with intervals of the fresh runs. */
    private Picture front(Map<Integer, String> names) {
        List<Scatter.Point> points = new ArrayList<>();
        int n = found.points().size();
        for (int p = 0; p <= n; p++) {
            boolean chosen = p < n && again.nondominated()[p];
            String name = p == n ? "as it stands" : names.containsKey(p) ? FreshEvaluation.arm(p, n) : "";
            points.add(new Scatter.Point(
                    name,
                    again.values()[p][0],
                    again.low()[p][0],
                    again.high()[p][0],
                    again.values()[p][1],
                    again.low()[p][1],
                    again.high()[p][1],
                    chosen));
        }
        String others = study.objectives().size() > 2 ? " Other objectives are not shown, but count." : "";
        return new Sheet(
                        "The front on fresh luck",
                        study.name(),
                        caption(
                                "In colour the points that no other dominates on fresh runs, in grey those that another does or"
                                        + " that break a constraint; 95 % intervals. Named are those written as scenarios."
                                        + others))
                .add(new Scatter(
                        label(study.objectives().get(0)),
                        label(study.objectives().get(1)),
                        points,
                        false))
                .picture(560);
    }

    private Picture parallel() {
        List<ParallelCoordinates.Axis> axes = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        int n = found.points().size();
        for (int j = 0; j < study.levers().size(); j++) {
            int lever = j;
            double[] column = found.points().stream()
                    .mapToDouble(v -> study.levers().get(lever).number(v.get(lever)))
                    .toArray();
            axes.add(ParallelCoordinates.Axis.over(study.labels().get(j), "", column, false));
            columns.add(column);
        }
        for (int m = 0; m < study.objectives().size(); m++) {
            int objective = m;
            double[] column = IntStream.range(0, n)
                    .mapToDouble(p -> again.values()[p][objective])
                    .toArray();
            Objective o = study.objectives().get(m);
            axes.add(ParallelCoordinates.Axis.over(
                    label(o),
                    o.statistic().kind() == Statistic.Kind.SHARE
                            ? "share of runs"
                            : o.statistic().outcome().unit(),
                    column,
                    !o.moreIsBetter()));
            columns.add(column);
        }
        double[][] points = new double[n][columns.size()];
        for (int p = 0; p < n; p++) {
            for (int c = 0; c < columns.size(); c++) {
                points[p][c] = columns.get(c)[p];
            }
        }
        return new Sheet(
                        "Levers and objectives of the front",
                        study.name(),
                        caption(
                                "Each line a point; in colour those that no other dominates on fresh runs. Objectives point up"
                                        + " where they are better."))
                .add(new ParallelCoordinates(axes, points, Arrays.copyOf(again.nondominated(), n)))
                .picture(520);
    }

    private Picture volume(double[][] evaluations, double[][] volumes) {
        List<CurvesWithBands.Curve> curves = new ArrayList<>();
        for (int s = 0; s < volumes.length; s++) {
            curves.add(CurvesWithBands.Curve.of("search " + (s + 1), evaluations[s], volumes[s]));
        }
        return new Sheet(
                        "Hypervolume of the front by evaluations",
                        study.name(),
                        "As a share of the hypervolume of the merged front, with runs of the search. Reference point: the worst value"
                                + " of each objective on the merged front and a tenth of its range beyond. "
                                + study.budget().runs() + " runs a point, seed " + study.seed() + ", model version "
                                + DiplomacySim.MODEL_VERSION + ".")
                .add(new CurvesWithBands(
                        "", "evaluations", "share of the merged front's", CurvesWithBands.Style.PLAIN, curves))
                .picture(460);
    }
}
