package org.tumen.cli;

import java.util.ArrayList;
import java.util.List;
import org.tumen.study.StudyKinds;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Explores what a scenario's parameters do. */
@Command(
        name = "explore",
        description = "Vary a scenario's parameters: response curves, sensitivity, and where outcomes of interest lie.")
final class ExploreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine line() {
        CommandLine line = new CommandLine(new ExploreCommand());
        StudyKinds.EXPLORING.forEach(kind -> line.addSubcommand(kind, KindCommand.of(kind)));
        return line;
    }

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public void run() {
        String given = rest.isEmpty() ? "" : " before \"" + rest.get(0) + "\"";
        throw new ParameterException(
                spec.commandLine(),
                "say how to explore" + given
                        + ": tumen explore sweep, tumen explore sensitivity or tumen explore discover");
    }
}
