package org.tumen.study.discover;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.discovery.PrimSettings;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Outcome;
import org.tumen.study.DesignOutcomes;
import org.tumen.study.DesignPoints;
import org.tumen.study.Exploration;
import org.tumen.study.ExplorationReader;
import org.tumen.study.ExplorationRun;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyNode;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;

/** Scenario discovery: where in the space of parameters outcomes of interest lie. */
public final class DiscoverKind implements StudyKind {
    private static final int RUNS = 20;
    private static final int MOST = Integer.MAX_VALUE;

    @Override
    public String name() {
        return "discover";
    }

    @Override
    public void run(StudyRequest request, StudySession session) throws InterruptedException {
        Exploration study =
                ExplorationReader.read(request.file(), "discover", request.options(), session.execution(), RUNS);
        StudyNode section =
                study.section().only("condition", "cases", "points", "runs", "peel", "least_mass", "resamples", "luck");
        OutcomeCondition condition = OutcomeCondition.read(section, "condition");
        String cases = section.text("cases", "cases of " + condition);
        int points = section.whole("points", 400, 50, MOST);
        double peel = section.number("peel", 0.05, 0.01, 0.4);
        PrimSettings settings = new PrimSettings(
                peel, peel, section.number("least_mass", 0.05, 0.001, 0.5), PrimSettings.Objective.GAIN_PER_POINT);
        int resamples = section.whole("resamples", 40, 2, 10_000);
        boolean common = section.oneOf("luck", "own", "common").equals("common");
        DesignPoints.requireAllowed(study, 2);
        int n = DesignPoints.limited("the Latin hypercube", BigInteger.valueOf(points));
        DesignPoints sample = DesignPoints.of(
                study, LatinHypercube.random(n, study.factors().size(), new DrawSequence(study.seed(), "design")));
        ExplorationRun run =
                new ExplorationRun(study, "discover", sample.overrides(study), common, request.out(), session);
        List<Outcome> wanted = new ArrayList<>(study.outcomes());
        if (!wanted.contains(condition.outcome())) {
            wanted.add(condition.outcome());
        }
        run.make(study.runs(), () -> {
            DesignOutcomes explored = run.run(wanted, study.runs());
            new DiscoverOutput(study, sample, explored, condition, cases, settings, resamples)
                    .write(run, session.out());
        });
    }
}
