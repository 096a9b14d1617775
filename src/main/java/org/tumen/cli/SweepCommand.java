package org.tumen.cli;

import java.util.concurrent.Callable;
import org.tumen.study.sweep.SweepKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin
    private StudyOptions options;

    @Override
    public Integer call() throws InterruptedException {
        return options.run(new SweepKind());
    }
}
