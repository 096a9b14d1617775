package org.tumen.study.sweep;

import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.design.Grid;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.design.SobolPoints;
import org.tumen.draw.DrawSequence;
import org.tumen.findings.Findings;
import org.tumen.study.Exploration;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.points.DesignOutcomes;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.ExplorationKind;
import org.tumen.study.points.ExplorationRun;

/** Sweeps: points over the levers, response curves, heat maps, parallel coordinates. */
public final class SweepKind extends ExplorationKind<SweepSection, SweepKind.Plan> {
    private static final int RUNS = 100;
    private static final int EXCHANGES = 50;

    record Plan(Exploration study, DesignPoints sample, boolean grid) {}

    /** For ServiceLoader. */
    public SweepKind() {
        super(
                "sweep",
                "Simulate points over the levers of a study: response curves, heat maps, parallel coordinates.",
                SweepSection.class,
                "levers",
                "uncertainties",
                "outcomes",
                "outcomes.direction",
                "outcomes.smallest_difference",
                "runs");
    }

    @Override
    public Set<String> asked() {
        return Set.of("levers", "outcomes", "sweep.runs");
    }

    @Override
    public @Nullable Plan plan(StudyReading reading, SweepSection section) {
        int runs = reading.runs(section.runs(), RUNS);
        if (runs < 2) {
            reading.problem("needs two runs a point or more, to tell noise from effect; not " + runs, "runs");
        }
        boolean grid = section.method() == SweepSection.Method.GRID;
        reading.unread(
                reading.document().get(name()),
                name(),
                key -> grid && key.equals("points"),
                "belongs to the methods latin_hypercube and sobol; a grid has the levels of its levers");
        Exploration study = reading.exploration(runs, 1, true);
        if (study == null || !reading.valid()) {
            return null;
        }
        double[][] design = design(reading, study, section);
        return reading.valid() ? new Plan(study, DesignPoints.of(study, design), grid) : null;
    }

    @Override
    protected ExplorationRun points(Plan plan, StudyRequest request, StudySession session) {
        Exploration study = plan.study();
        return new ExplorationRun(
                study, "sweep", "sweep", plan.sample().overrides(study), true, request.out(), session);
    }

    @Override
    protected Findings found(Plan plan, ExplorationRun run, StudySession session) throws InterruptedException {
        Exploration study = plan.study();
        DesignOutcomes explored = run.run(study.outcomes());
        return run.write(new SweepFindings(study, plan.sample(), explored, plan.grid()).of(run.facts()));
    }

    private double[][] design(StudyReading reading, Exploration study, SweepSection section) {
        if (section.method() == SweepSection.Method.GRID) {
            return grid(reading, study);
        }
        boolean sobol = section.method() == SweepSection.Method.SOBOL;
        int n = DesignPoints.limited(
                reading,
                name(),
                sobol ? "the sobol design" : "the latin hypercube design",
                BigInteger.valueOf(section.points()));
        int k = study.factors().size();
        DrawSequence draws = new DrawSequence(study.seed(), "design");
        return sobol
                ? SobolPoints.shifted(n, k, draws)
                : LatinHypercube.maximin(n, k, EXCHANGES * k * Math.min(n, 500), draws);
    }

    /** Every combination of levels: listed values each, bounded ranges from end to end, unbounded ones by middles. */
    private double[][] grid(StudyReading reading, Exploration study) {
        int[] levels =
                study.factors().stream().mapToInt(Exploration.Varied::levels).toArray();
        int least = DesignPoints.limited(reading, name(), "the grid", Grid.count(levels));
        if (!reading.valid()) {
            return new double[least][levels.length];
        }
        boolean[] ends = new boolean[levels.length];
        for (int j = 0; j < levels.length; j++) {
            Exploration.Varied factor = study.factors().get(j);
            ends[j] = factor.listed() == null
                    && Double.isFinite(factor.distribution().lower())
                    && Double.isFinite(factor.distribution().upper());
        }
        return Grid.points(ends, levels);
    }
}
