package org.tumen.study.discover;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.draw.DrawSequence;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.study.Exploration;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.points.DesignOutcomes;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.ExplorationKind;
import org.tumen.study.points.ExplorationRun;

/** Scenario discovery: where in the space of parameters outcomes of interest lie. */
public final class DiscoverKind extends ExplorationKind<DiscoverSection, DiscoverKind.Plan> {
    private static final int RUNS = 20;

    record Plan(Exploration study, DiscoverSection section, OutcomeCondition condition, int points) {
        /** Whether all points meet the same random numbers. */
        boolean common() {
            return section.luck() == DiscoverSection.Luck.COMMON || study.arms().size() > 1;
        }
    }

    /** For ServiceLoader. */
    public DiscoverKind() {
        super(
                "discover",
                "Show where outcomes of interest lie: a Latin hypercube over the parameters, the box that PRIM "
                        + "finds, in words, whether it would be found again, and a classification tree.",
                DiscoverSection.class,
                "arms",
                "levers",
                "uncertainties",
                "outcomes",
                "outcomes.direction",
                "runs");
    }

    @Override
    public Set<String> asked() {
        return Set.of("uncertainties", "discover.condition", "discover.runs");
    }

    @Override
    public @Nullable Plan plan(StudyReading reading, DiscoverSection section) {
        Exploration study = reading.exploration(reading.runs(section.runs(), RUNS), 2, false);
        int points = DesignPoints.limited(reading, name(), "the Latin hypercube", BigInteger.valueOf(section.points()));
        try {
            if (study == null) {
                return null;
            }
            boolean several = study.arms().size() > 1;
            if (several && section.luck() == DiscoverSection.Luck.OWN) {
                reading.problem("must be common where arms are compared: they are paired run by run", name(), "luck");
            }
            if (section.boxDensity() != null && section.boxCoverage() != null) {
                reading.problem("stands beside box_density; a box is chosen by one of both", name(), "box_coverage");
            }
            return new Plan(
                    study,
                    section,
                    OutcomeCondition.parse(section.condition(), study.armNames(), study::direction),
                    points);
        } catch (IllegalArgumentException e) {
            reading.problem(String.valueOf(e.getMessage()), name(), "condition");
            return null;
        }
    }

    private static DesignPoints sample(Plan plan) {
        Exploration study = plan.study();
        DrawSequence draws = new DrawSequence(study.seed(), "design");
        return DesignPoints.of(
                study, LatinHypercube.random(plan.points(), study.factors().size(), draws));
    }

    @Override
    protected ExplorationRun points(Plan plan, StudyRequest request, StudySession session) {
        List<Map<String, String>> points = sample(plan).overrides(plan.study());
        return new ExplorationRun(
                plan.study(), "discover", "scenario discovery", points, plan.common(), request.out(), session);
    }

    @Override
    protected Findings found(Plan plan, ExplorationRun run, StudySession session) throws InterruptedException {
        Set<Outcome> wanted = new LinkedHashSet<>(plan.study().outcomes());
        wanted.addAll(plan.condition().outcomes());
        List<DesignOutcomes> explored = run.runArms(List.copyOf(wanted));
        return run.write(new DiscoverFindings(plan, sample(plan), explored).of(run.facts()));
    }
}
