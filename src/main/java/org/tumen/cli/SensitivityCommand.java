package org.tumen.cli;

import java.util.concurrent.Callable;
import org.tumen.study.sensitivity.SensitivityKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin
    private StudyOptions options;

    @Override
    public Integer call() throws InterruptedException {
        return options.run(new SensitivityKind());
    }
}
