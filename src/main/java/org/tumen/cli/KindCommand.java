package org.tumen.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ExecutionOptions;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.StudyRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs studies of a kind; what it says of the kind and of its section is what the kind declares. */
@Command(mixinStandardHelpOptions = true)
final class KindCommand extends TerminalCommand {
    /** A study that ships with the program, of each kind that does. */
    private static final Map<String, String> SHIPPED = Map.of(
            "sweep", "sweep-warning.yaml",
            "sensitivity", "sensitivity-stability.yaml",
            "discover", "discover-crises.yaml",
            "search", "search-warning.yaml",
            "game", "game-warning.yaml",
            "calibrate", "calibrate-votes.yaml");

    private final StudyKind<?, ?> kind;

    @Parameters(index = "0", paramLabel = "STUDY", description = "The study file.")
    private Path file;

    @Mixin
    private ExecutionOptions execution;

    @Mixin
    private ScenarioOptions scenario;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-KIND-HASH).")
    private @Nullable Path out;

    private KindCommand(StudyKind<?, ?> kind) {
        this.kind = kind;
    }

    static CommandLine of(String name) {
        StudyKind<?, ?> kind = StudyKinds.named(name).orElseThrow();
        CommandLine line = new CommandLine(new KindCommand(kind));
        List<String> footer = new ArrayList<>(List.of("", "The section " + name + " of the study:"));
        for (ParameterEntry entry : ParameterCatalogue.declared(kind.section())) {
            String range = entry.range().isEmpty() ? entry.type() : entry.range();
            String otherwise = entry.value().isEmpty() ? "" : ", default " + entry.value();
            footer.add("  " + entry.path() + ": " + entry.meaning() + " (" + range + otherwise + ")");
        }
        footer.addAll(List.of("", "See also: tumen schema " + name, "", "Examples:"));
        footer.add("  tumen init " + name + " --to my-question.yaml");
        Optional.ofNullable(SHIPPED.get(name))
                .ifPresent(file -> footer.add("  tumen " + StudyKinds.command(kind) + " scenarios/studies/" + file));
        CommandSpec spec = line.getCommandSpec().name(name);
        // What the kind refuses is still read, so that it can say why.
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (kind.refused().containsKey(option.longestName())) {
                spec.remove(option);
                spec.addOption(option.toBuilder().hidden(true).build());
            }
        }
        spec.usageMessage()
                .description(kind.description())
                .footer(footer.stream().map(l -> l.replace("%", "%%")).toArray(String[]::new));
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        kind.run(new StudyRequest(file, scenario.options(), out), execution.session(spec));
        return Main.DONE;
    }
}
