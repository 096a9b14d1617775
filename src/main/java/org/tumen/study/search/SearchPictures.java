package org.tumen.study.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.search.Objective;
import org.tumen.chart.CurvesWithBands;
import org.tumen.chart.ParallelCoordinates;
import org.tumen.chart.Picture;
import org.tumen.chart.Scatter;
import org.tumen.chart.Sheet;
import org.tumen.simulation.DiplomacySim;

/** The still pictures of a search: the front, its levers and objectives side by side, and the hypervolume by generation. */
final class SearchPictures {
    private final SearchStudy study;
    private final SearchFound found;
    private final FreshEvaluation telling;

    SearchPictures(SearchStudy study, SearchFound found, FreshEvaluation telling) {
        this.study = study;
        this.found = found;
        this.telling = telling;
    }

    private String caption(String how) {
        return how + " " + telling.runs() + " fresh runs a point, seed " + study.seed() + ", model version "
                + DiplomacySim.MODEL_VERSION + ".";
    }

    private static String axis(Objective o) {
        return o.explained() + ", " + o.statistic().unit() + (o.moreIsBetter() ? " \u2191" : " \u2193");
    }

    /** The first two objectives, with intervals of the fresh runs. */
    Picture front(Map<Integer, String> titles) {
        List<Scatter.Point> points = new ArrayList<>();
        int n = found.points().size();
        for (int p = 0; p <= n; p++) {
            Interval x = telling.interval(p, 0);
            Interval y = telling.interval(p, 1);
            points.add(new Scatter.Point(
                    titles.getOrDefault(p, p == n ? "as it stands" : ""),
                    telling.values()[p][0],
                    x.low(),
                    x.high(),
                    telling.values()[p][1],
                    y.low(),
                    y.high(),
                    p < n && telling.nondominated()[p]));
        }
        String others = study.objectives().size() > 2 ? " Other objectives are not shown, but count." : "";
        return new Sheet(
                        "The front on fresh runs",
                        study.name(),
                        caption(
                                "{Colour} the points that no other dominates on fresh runs, in {axis} those that another does or"
                                        + " that break a constraint; 95 % intervals. Arrows: which way is better. Named are those"
                                        + " written as scenarios."
                                        + others))
                .add(new Scatter(
                        axis(study.objectives().get(0)), axis(study.objectives().get(1)), points, false))
                .picture(560);
    }

    /** Every point across levers and objectives. */
    ParallelCoordinates lines() {
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
                    .mapToDouble(p -> telling.values()[p][objective])
                    .toArray();
            Objective o = study.objectives().get(m);
            axes.add(ParallelCoordinates.Axis.over(o.label(), o.statistic().unit(), column, !o.moreIsBetter()));
            columns.add(column);
        }
        double[][] points = new double[n][columns.size()];
        for (int p = 0; p < n; p++) {
            for (int c = 0; c < columns.size(); c++) {
                points[p][c] = columns.get(c)[p];
            }
        }
        return new ParallelCoordinates(axes, points, Arrays.copyOf(telling.nondominated(), n));
    }

    /** The same as a still picture. */
    Picture parallel() {
        return new Sheet(
                        SearchCharts.LEVERS,
                        study.name(),
                        caption(
                                "Each line a point; {colour} those that no other dominates on fresh runs. Objectives point up"
                                        + " where they are better."))
                .add(lines())
                .picture(520);
    }

    /** The hypervolume of each search. */
    Picture volume(Convergence convergence) {
        List<CurvesWithBands.Curve> curves = new ArrayList<>();
        for (int s = 0; s < convergence.volumes().length; s++) {
            curves.add(CurvesWithBands.Curve.of(
                    "search " + (s + 1),
                    convergence.evaluations()[s],
                    convergence.volumes()[s]));
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
