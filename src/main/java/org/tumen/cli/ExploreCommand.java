package org.tumen.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explores what a scenario's parameters do. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = "Vary a scenario's parameters: response curves, sensitivity, and where outcomes of interest lie.",
        subcommands = {SweepCommand.class, SensitivityCommand.class, DiscoverCommand.class})
final class ExploreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of sweep, sensitivity and discover must be given");
    }
}
