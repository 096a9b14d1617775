package org.tumen.cli;

import org.tumen.study.StudyKinds;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explores what a scenario's parameters do. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = "Vary a scenario's parameters: response curves, sensitivity, and where outcomes of interest lie.")
final class ExploreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine line() {
        CommandLine line = new CommandLine(new ExploreCommand());
        StudyKinds.EXPLORING.forEach(kind -> line.addSubcommand(kind, KindCommand.of(kind)));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of sweep, sensitivity and discover must be given");
    }
}
