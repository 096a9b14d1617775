package org.tumen.cli;

import java.math.BigInteger;
import java.util.concurrent.Callable;
import org.tumen.analysis.design.DrawSequence;
import org.tumen.analysis.design.Grid;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.design.PointLimit;
import org.tumen.analysis.design.SobolPoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Simulates points spread over the levers. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Simulate points over the levers of a study: response curves, heat maps, parallel coordinates.",
        footer = {
            "",
            "The study's section sweep: method (grid, latin_hypercube, sobol) and, but for a grid, points.",
            "",
            "Example: tumen explore sweep scenarios/studies/sweep-warning.yaml"
        })
final class SweepCommand implements Callable<Integer> {
    private static final int RUNS = 100;
    private static final int MOST_NUMBER = Integer.MAX_VALUE;
    private static final int EXCHANGES = 50;

    @Mixin
    private StudyOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Exploration study = options.read("sweep", RUNS);
        StudyNode section = study.section().only("method", "points", "runs");
        String method = section.oneOf("method", "grid", "latin_hypercube", "sobol");
        int points = section.whole("points", 64, 2, MOST_NUMBER);
        Sample.requireAllowed(study, 1);
        Sample sample = Sample.of(study, design(study, method, points));
        ExplorationRun run =
                new ExplorationRun(study, "sweep", sample.overrides(study), true, options.out, options.execution, spec);
        return run.command(study.runs(), () -> {
            Explored explored = run.run(study.outcomes(), study.runs());
            new SweepOutput(study, sample, explored, method.equals("grid"))
                    .write(run, spec.commandLine().getOut());
        });
    }

    private static double[][] design(Exploration study, String method, int points) {
        if (method.equals("grid")) {
            return grid(study);
        }
        int n = limited("the " + method.replace('_', ' ') + " design", BigInteger.valueOf(points));
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
        limited("the grid", Grid.count(levels));
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

    /** The count of points, when it is allowed. */
    static int limited(String design, BigInteger count) {
        try {
            return PointLimit.check(design, count, 2, Sample.most());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
