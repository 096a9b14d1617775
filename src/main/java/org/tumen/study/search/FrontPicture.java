package org.tumen.study.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.search.Objective;
import org.tumen.chart.Picture;
import org.tumen.chart.Scatter;
import org.tumen.chart.Sheet;
import org.tumen.simulation.DiplomacySim;

/**
 * The front of a search as a still picture: its first two objectives, with intervals both ways and the names of few points,
 * since nothing can be pointed at.
 */
record FrontPicture(SearchStudy study, FreshEvaluation telling, Map<Integer, String> titles) {
    Picture picture() {
        List<Scatter.Point> points = new ArrayList<>();
        int asItStands = telling.values().length - 1;
        for (int p = 0; p <= asItStands; p++) {
            Interval x = telling.interval(p, 0);
            Interval y = telling.interval(p, 1);
            points.add(new Scatter.Point(
                    titles.getOrDefault(p, p == asItStands ? "as it stands" : ""),
                    telling.values()[p][0],
                    x.low(),
                    x.high(),
                    telling.values()[p][1],
                    y.low(),
                    y.high(),
                    p < asItStands && telling.nondominated()[p]));
        }
        String others = study.objectives().size() > 2 ? " Other objectives are not shown, but count." : "";
        return new Sheet(
                        "The front on fresh runs",
                        study.name(),
                        "{Colour} the points that no other dominates on fresh runs, in {axis} those that another does or that break a"
                                + " constraint; 95 % intervals. Arrows: which way is better. Named are those written as scenarios."
                                + others + " " + telling.runs() + " fresh runs a point, "
                                + DiplomacySim.origin(study.seed()))
                .add(new Scatter(
                        axis(study.objectives().get(0)), axis(study.objectives().get(1)), points, false))
                .picture(560);
    }

    private static String axis(Objective o) {
        return o.explained() + ", " + o.statistic().unit() + (o.moreIsBetter() ? " \u2191" : " \u2193");
    }
}
