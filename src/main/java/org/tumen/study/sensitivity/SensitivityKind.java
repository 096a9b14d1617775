package org.tumen.study.sensitivity;

import java.math.BigInteger;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.design.MorrisTrajectories;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.analysis.sensitivity.Bootstrap;
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

/** Sensitivity analyses: which parameters matter. */
public final class SensitivityKind implements StudyKind {
    private static final int RUNS = 20;
    private static final int MOST = Integer.MAX_VALUE;
    private static final double CONFIDENCE = 0.95;
    private static final int CANDIDATES = 5;

    @Override
    public String name() {
        return "sensitivity";
    }

    @Override
    public void run(StudyRequest request, StudySession session) throws InterruptedException {
        Exploration study =
                ExplorationReader.read(request.file(), "sensitivity", request.options(), session.execution(), RUNS);
        StudyNode section = study.section()
                .only("method", "trajectories", "levels", "rows", "second_order", "points", "resamples", "runs");
        String method = section.oneOf("method", "morris", "sobol", "delta", "pawn");
        Bootstrap bootstrap = new Bootstrap(section.whole("resamples", 500, 20, 100_000), CONFIDENCE, study.seed());
        if (study.runs() < 2) {
            section.problem("", "needs two runs a point or more, to tell noise from effect; not " + study.runs());
        }
        SaltelliDesign saltelli = method.equals("sobol") ? saltelli(study, section) : null;
        DesignPoints sample = DesignPoints.of(
                study,
                saltelli != null
                        ? saltelli.points()
                        : method.equals("morris") ? morris(study, section) : scattered(study, section));
        ExplorationRun run = new ExplorationRun(study, method, sample.overrides(study), true, request.out(), session);
        run.make(study.runs(), () -> {
            DesignOutcomes explored = run.run(study.outcomes(), study.runs());
            new SensitivityOutput(study, sample, explored, method, bootstrap, saltelli).write(run, session.out());
        });
    }

    private static double[][] morris(Exploration study, StudyNode section) {
        int trajectories = section.whole("trajectories", 20, 2, MOST);
        int levels = section.whole("levels", 4, 2, 100);
        if (levels % 2 != 0) {
            section.problem("levels", "must be even, from 2 to 100");
        }
        DesignPoints.requireAllowed(study, 1);
        int k = study.factors().size();
        DesignPoints.limited("the Morris design", MorrisTrajectories.count(trajectories, k));
        DrawSequence draws = new DrawSequence(study.seed(), "design");
        return MorrisTrajectories.spread(trajectories, CANDIDATES * trajectories, k, levels, draws);
    }

    private static SaltelliDesign saltelli(Exploration study, StudyNode section) {
        int rows = section.whole("rows", 64, 2, MOST);
        boolean second = section.truth("second_order", false);
        DesignPoints.requireAllowed(study, 1);
        int k = study.factors().size();
        DesignPoints.limited("the Sobol design", SaltelliDesign.count(rows, k, second));
        return SaltelliDesign.sobol(rows, k, second, new DrawSequence(study.seed(), "design"));
    }

    private static double[][] scattered(Exploration study, StudyNode section) {
        int points = section.whole("points", 300, 50, MOST);
        DesignPoints.requireAllowed(study, 1);
        int n = DesignPoints.limited("the Latin hypercube", BigInteger.valueOf(points));
        return LatinHypercube.random(n, study.factors().size(), new DrawSequence(study.seed(), "design"));
    }
}
