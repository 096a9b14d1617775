package org.tumen.cli;

import java.math.BigInteger;
import java.util.concurrent.Callable;
import org.tumen.analysis.design.DrawSequence;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.design.MorrisTrajectories;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.analysis.sensitivity.Bootstrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells which parameters matter. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        description = {
            "Which parameters matter: Morris's elementary effects, Sobol indices, Borgonovo's delta or PAWN,",
            "with intervals, and with the noise of replication told apart from the effect of parameters."
        },
        footer = {
            "",
            "The study's section sensitivity: method (morris, sobol, delta, pawn); for morris trajectories and levels, for",
            "sobol rows and second_order, for delta and pawn points; resamples of the bootstrap.",
            "",
            "Example: tumen explore sensitivity scenarios/studies/sensitivity-stability.yaml"
        })
final class SensitivityCommand implements Callable<Integer> {
    private static final int RUNS = 20;
    private static final int MOST = Integer.MAX_VALUE;
    private static final double CONFIDENCE = 0.95;
    private static final int CANDIDATES = 5;

    @Mixin
    private StudyOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Exploration study = options.read("sensitivity", RUNS);
        StudyNode section = study.section()
                .only("method", "trajectories", "levels", "rows", "second_order", "points", "resamples", "runs");
        String method = section.oneOf("method", "morris", "sobol", "delta", "pawn");
        Bootstrap bootstrap = new Bootstrap(section.whole("resamples", 500, 20, 100_000), CONFIDENCE, study.seed());
        if (study.runs() < 2) {
            section.problem("", "needs two runs a point or more, to tell noise from effect; not " + study.runs());
        }
        SaltelliDesign saltelli = method.equals("sobol") ? saltelli(study, section) : null;
        Sample sample = Sample.of(
                study,
                saltelli != null
                        ? saltelli.points()
                        : method.equals("morris") ? morris(study, section) : scattered(study, section));
        ExplorationRun run =
                new ExplorationRun(study, method, sample.overrides(study), true, options.out, options.execution, spec);
        return run.command(study.runs(), () -> {
            Explored explored = run.run(study.outcomes(), study.runs());
            new SensitivityOutput(study, sample, explored, method, bootstrap, saltelli)
                    .write(run, spec.commandLine().getOut());
        });
    }

    private static double[][] morris(Exploration study, StudyNode section) {
        int trajectories = section.whole("trajectories", 20, 2, MOST);
        int levels = section.whole("levels", 4, 2, 100);
        if (levels % 2 != 0) {
            section.problem("levels", "must be even, from 2 to 100");
        }
        Sample.requireAllowed(study, 1);
        int k = study.factors().size();
        SweepCommand.limited("the Morris design", MorrisTrajectories.count(trajectories, k));
        DrawSequence draws = new DrawSequence(study.seed(), "design");
        return MorrisTrajectories.spread(trajectories, CANDIDATES * trajectories, k, levels, draws);
    }

    private static SaltelliDesign saltelli(Exploration study, StudyNode section) {
        int rows = section.whole("rows", 64, 2, MOST);
        boolean second = section.truth("second_order", false);
        Sample.requireAllowed(study, 1);
        int k = study.factors().size();
        SweepCommand.limited("the Sobol design", SaltelliDesign.count(rows, k, second));
        return SaltelliDesign.sobol(rows, k, second, new DrawSequence(study.seed(), "design"));
    }

    private static double[][] scattered(Exploration study, StudyNode section) {
        int points = section.whole("points", 300, 50, MOST);
        Sample.requireAllowed(study, 1);
        int n = SweepCommand.limited("the Latin hypercube", BigInteger.valueOf(points));
        return LatinHypercube.random(n, study.factors().size(), new DrawSequence(study.seed(), "design"));
    }
}
