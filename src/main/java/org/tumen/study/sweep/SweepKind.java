package org.tumen.study.sweep;

import java.math.BigInteger;
import org.tumen.analysis.design.Grid;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.design.SobolPoints;
import org.tumen.draw.DrawSequence;
import org.tumen.study.DesignOutcomes;
import org.tumen.study.DesignPoints;
import org.tumen.study.Exploration;
import org.tumen.study.ExplorationReader;
import org.tumen.study.ExplorationRun;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyNode;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;

/** Sweeps: points over the levers, response curves, heat maps, parallel coordinates. */
public final class SweepKind implements StudyKind {
    private static final int RUNS = 100;
    private static final int MOST_NUMBER = Integer.MAX_VALUE;
    private static final int EXCHANGES = 50;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public void run(StudyRequest request, StudySession session) throws InterruptedException {
        Exploration study =
                ExplorationReader.read(request.file(), "sweep", request.options(), session.execution(), RUNS);
        StudyNode section = study.section().only("method", "points", "runs");
        String method = section.oneOf("method", "grid", "latin_hypercube", "sobol");
        int points = section.whole("points", 64, 2, MOST_NUMBER);
        DesignPoints.requireAllowed(study, 1);
        DesignPoints sample = DesignPoints.of(study, design(study, method, points));
        ExplorationRun run = new ExplorationRun(study, "sweep", sample.overrides(study), true, request.out(), session);
        run.make(study.runs(), () -> {
            DesignOutcomes explored = run.run(study.outcomes(), study.runs());
            new SweepOutput(study, sample, explored, method.equals("grid")).write(run, session.out());
        });
    }

    private static double[][] design(Exploration study, String method, int points) {
        if (method.equals("grid")) {
            return grid(study);
        }
        int n = DesignPoints.limited("the " + method.replace('_', ' ') + " design", BigInteger.valueOf(points));
        int k = study.factors().size();
        DrawSequence draws = new DrawSequence(study.seed(), "design");
        return method.equals("sobol")
                ? SobolPoints.shifted(n, k, draws)
                : LatinHypercube.maximin(n, k, EXCHANGES * k * Math.min(n, 500), draws);
    }

    /** Every combination of levels: listed values each, bounded ranges from end to end, unbounded ones by middles. */
    private static double[][] grid(Exploration study) {
        int[] levels =
                study.factors().stream().mapToInt(Exploration.Varied::levels).toArray();
        DesignPoints.limited("the grid", Grid.count(levels));
        double[][] points = Grid.points(Grid.Placement.ENDS, levels);
        for (int j = 0; j < levels.length; j++) {
            Exploration.Varied factor = study.factors().get(j);
            boolean bounded = Double.isFinite(factor.distribution().lower())
                    && Double.isFinite(factor.distribution().upper());
            if (levels[j] > 1 && (factor.listed() != null || !bounded)) {
                for (double[] point : points) {
                    point[j] = (Math.rint(point[j] * (levels[j] - 1)) + 0.5) / levels[j];
                }
            }
        }
        return points;
    }
}
