package org.tumen.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tumen.analysis.design.DrawSequence;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.discovery.PrimSettings;
import org.tumen.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds where in the space of parameters outcomes of interest lie. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = {
            "Where do outcomes of interest lie? A Latin hypercube over the parameters, the box that PRIM finds, in words,",
            "whether it would be found again, and a classification tree."
        },
        footer = {
            "",
            "The study's section discover: condition on the mean over a point's runs (such as any_crisis > 0.3), cases (what",
            "such points are called), points, runs, least_mass, resamples, and luck (own or common).",
            "",
            "Example: tumen explore discover scenarios/studies/discover-crises.yaml"
        })
final class DiscoverCommand implements Callable<Integer> {
    private static final int RUNS = 20;
    private static final int MOST = Integer.MAX_VALUE;

    @Mixin
    private StudyOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Exploration study = options.read("discover", RUNS);
        StudyNode section =
                study.section().only("condition", "cases", "points", "runs", "peel", "least_mass", "resamples", "luck");
        Condition condition = Condition.read(section, "condition");
        String cases = section.text("cases", "cases of " + condition);
        int points = section.whole("points", 400, 50, MOST);
        double peel = section.number("peel", 0.05, 0.01, 0.4);
        PrimSettings settings = new PrimSettings(
                peel, peel, section.number("least_mass", 0.05, 0.001, 0.5), PrimSettings.Objective.GAIN_PER_POINT);
        int resamples = section.whole("resamples", 40, 2, 10_000);
        boolean common = section.oneOf("luck", "own", "common").equals("common");
        Sample.requireAllowed(study, 2);
        int n = SweepCommand.limited("the Latin hypercube", BigInteger.valueOf(points));
        Sample sample = Sample.of(
                study, LatinHypercube.random(n, study.factors().size(), new DrawSequence(study.seed(), "design")));
        ExplorationRun run = new ExplorationRun(
                study, "discover", sample.overrides(study), common, options.out, options.execution, spec);
        List<Outcome> wanted = new ArrayList<>(study.outcomes());
        if (!wanted.contains(condition.outcome())) {
            wanted.add(condition.outcome());
        }
        return run.command(study.runs(), () -> {
            Explored explored = run.run(wanted, study.runs());
            new DiscoverOutput(study, sample, explored, condition, cases, settings, resamples)
                    .write(run, spec.commandLine().getOut());
        });
    }
}
