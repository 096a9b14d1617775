package org.tumen.study.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.design.MorrisTrajectories;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.analysis.sensitivity.Bootstrap;
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
import org.tumen.study.points.PointQuantity;
import org.tumen.study.points.PointValues;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** Sensitivity analyses: which parameters matter. */
public final class SensitivityKind extends ExplorationKind<SensitivitySection, SensitivityKind.Plan> {
    private static final int RUNS = 20;
    private static final double CONFIDENCE = 0.95;

    /** Values of indices in resamples that the memory has room for. */
    private static final long MOST_RESAMPLED = 20_000_000;

    /**
     * A sensitivity analysis.
     *
     * @param saltelli the design behind them, of Sobol's method
     */
    record Plan(
            Exploration study,
            SensitivitySection.Method method,
            List<PointQuantity> quantities,
            DesignPoints sample,
            @Nullable SaltelliDesign saltelli,
            int resamples) {}

    /** For ServiceLoader. */
    public SensitivityKind() {
        super(
                "sensitivity",
                "Rank parameters by how much they matter: Morris's elementary effects or Sobol indices, with intervals, and "
                        + "with the noise of replication told apart from the effect of parameters.",
                SensitivitySection.class,
                "arms",
                "levers",
                "uncertainties",
                "outcomes",
                "outcomes.direction",
                "runs");
    }

    @Override
    public Set<String> asked() {
        return Set.of("uncertainties", "outcomes", "sensitivity.runs");
    }

    @Override
    public @Nullable Plan plan(StudyReading reading, SensitivitySection section) {
        int runs = reading.runs(section.runs(), RUNS);
        if (runs < 2) {
            reading.problem("needs two runs a point or more, to tell noise from effect; not " + runs, "runs");
        }
        boolean sobol = section.method() == SensitivitySection.Method.SOBOL;
        reading.unread(
                reading.document().get(name()),
                name(),
                (sobol ? List.of("trajectories", "levels") : List.of("rows", "second_order"))::contains,
                "belongs to the method " + (sobol ? "morris" : "sobol"));
        if (section.levels() % 2 != 0) {
            reading.problem("must be even, from 2 to 100", name(), "levels");
        }
        Exploration study = reading.exploration(runs, 1, false);
        if (study == null || !reading.valid()) {
            return null;
        }
        int k = study.factors().size();
        DrawSequence draws = new DrawSequence(study.seed(), "design");
        DesignPoints.limited(
                reading,
                name(),
                sobol ? "the Sobol design" : "the Morris design",
                sobol
                        ? SaltelliDesign.count(section.rows(), k, section.secondOrder())
                        : MorrisTrajectories.count(section.trajectories(), k));
        long indices = sobol ? 2L * k + (section.secondOrder() ? k * (k - 1L) / 2 : 0) : k;
        if (section.resamples() > MOST_RESAMPLED / indices) {
            reading.problem(
                    "must be at most " + Numbers.count(MOST_RESAMPLED / indices) + " for " + Numbers.count(indices)
                            + " indices: each resample has a value of each",
                    name(),
                    "resamples");
        }
        if (!reading.valid()) {
            return null;
        }
        SaltelliDesign saltelli =
                sobol ? SaltelliDesign.latinHypercube(section.rows(), k, section.secondOrder(), draws) : null;
        double[][] design = saltelli != null
                ? saltelli.points()
                : MorrisTrajectories.random(section.trajectories(), k, section.levels(), draws);
        List<PointQuantity> quantities = quantities(reading, section, study);
        return new Plan(
                study, section.method(), quantities, DesignPoints.of(study, design), saltelli, section.resamples());
    }

    /** Those that are named, else the outcomes of the study; with several arms the differences of each to the first. */
    private List<PointQuantity> quantities(StudyReading reading, SensitivitySection section, Exploration study) {
        List<PointQuantity> named = new ArrayList<>();
        for (String text : section.of()) {
            try {
                named.add(PointQuantity.parse(text, study.armNames(), study::direction));
            } catch (IllegalArgumentException e) {
                reading.problem(String.valueOf(e.getMessage()), name(), "of");
            }
        }
        if (!named.isEmpty()) {
            return named;
        }
        return study.arms().size() > 1
                ? PointQuantity.differences(study.outcomes(), study.armNames())
                : PointQuantity.each(study.outcomes(), study.armNames());
    }

    @Override
    protected ExplorationRun points(Plan plan, StudyRequest request, StudySession session) {
        Exploration study = plan.study();
        String method = Texts.key(plan.method());
        return new ExplorationRun(
                study, method, "sensitivity analysis", plan.sample().overrides(study), true, request.out(), session);
    }

    @Override
    protected Findings found(Plan plan, ExplorationRun run, StudySession session) throws InterruptedException {
        Exploration study = plan.study();
        Set<Outcome> wanted = new LinkedHashSet<>(study.outcomes());
        plan.quantities().forEach(quantity -> wanted.addAll(quantity.outcomes()));
        List<DesignOutcomes> explored = run.runArms(List.copyOf(wanted));
        List<PointValues> values = plan.quantities().stream()
                .map(quantity -> quantity.values(explored))
                .toList();
        Bootstrap bootstrap = new Bootstrap(plan.resamples(), CONFIDENCE, study.seed());
        SensitivityIndices.Setting setting =
                new SensitivityIndices.Setting(study, plan.sample(), plan.method(), bootstrap, plan.saltelli());
        return run.write(new SensitivityFindings(setting, values).of(run.facts()));
    }
}
