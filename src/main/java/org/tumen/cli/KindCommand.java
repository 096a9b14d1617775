package org.tumen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs studies of a kind; what it says of the kind and of its section is what the kind declares. */
@Command(mixinStandardHelpOptions = true)
final class KindCommand implements Callable<Integer> {
    private final StudyKind<?, ?> kind;

    @Mixin
    private StudyOptions options;

    private KindCommand(StudyKind<?, ?> kind) {
        this.kind = kind;
    }

    /** The command of a kind. */
    static CommandLine of(String name) {
        StudyKind<?, ?> kind = StudyKinds.named(name).orElseThrow();
        CommandLine line = new CommandLine(new KindCommand(kind));
        List<String> footer = new ArrayList<>(List.of("", "The section " + name + " of the study:"));
        for (ParameterEntry entry : ParameterCatalogue.declared(kind.section())) {
            String range = entry.range().isEmpty() ? entry.type() : entry.range();
            String otherwise = entry.value().isEmpty() ? "" : ", default " + entry.value();
            footer.add("  " + entry.path() + ": " + entry.meaning() + " (" + range + otherwise + ")");
        }
        footer.add("See also: tumen schema " + name);
        line.getCommandSpec()
                .name(name)
                .usageMessage()
                .description(kind.description())
                .footer(footer.stream().map(l -> l.replace("%", "%%")).toArray(String[]::new));
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.run(kind);
    }
}
