package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.declare.ParameterPage;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.Uncertainties;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.file.StudyPage;
import org.tumen.study.file.StudyTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Lists parameters. */
@Command(
        name = "params",
        description =
                "List every parameter: default, range, unit, meaning and basis; with a file, its values too, and what runs draw in place of them.",
        footer = {"", "Examples:", "  tumen params --search warn", "  tumen params scenarios/pressure.yaml --changed"})
public final class ParamsCommand extends TerminalCommand {
    enum Format {
        text,
        markdown,
        json
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "A scenario, whose values are listed; * marks those that are not the default.")
    private @Nullable Path file;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(
            names = "--search",
            paramLabel = "WORD",
            description = "Only parameters whose path, meaning or unit holds the word.")
    private @Nullable String search;

    @Option(
            names = "--study",
            paramLabel = "KIND",
            completionCandidates = StudyKinds.Names.class,
            description =
                    "The keys of study files of a kind in place of a scenario's parameters, or all for those of all kinds.")
    private @Nullable String study;

    @Option(names = "--changed", description = "Only parameters that differ from their default; needs FILE.")
    private boolean changed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Override
    public Integer call() {
        PrintWriter out = out();
        if (study != null) {
            return studies(study, out);
        }
        if (file == null && (changed || !scenarios.options().overrides().isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--changed and --set need a scenario FILE");
        }
        List<ParameterEntry> entries = ParameterCatalogue.declared(Scenario.class);
        if (file != null) {
            Reading reading = ScenarioReader.read(file, scenarios.options());
            if (!reading.valid()) {
                reading.problems().forEach(err()::println);
                return Main.BAD_INPUT;
            }
            entries = Uncertainties.listed(reading.scenario());
        }
        List<ParameterEntry> listed = entries.stream()
                .filter(this::matches)
                .filter(e -> !changed || e.differs())
                .toList();
        return print(listed, out);
    }

    private int print(List<ParameterEntry> listed, PrintWriter out) {
        switch (format) {
            case markdown -> out.print(ParameterPage.markdown(listed));
            case json -> out.println(ParameterPage.json(listed).toPrettyString());
            default -> out.print(ParameterPage.text(listed));
        }
        return Main.DONE;
    }

    private int studies(String kind, PrintWriter out) {
        if (file != null || changed || !scenarios.options().overrides().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--study lists declarations; it takes no scenario");
        }
        List<StudyKind<?, ?>> kinds = kind.equals("all") ? StudyKinds.all() : List.of(SchemaCommand.kind(kind));
        if (format == Format.markdown) {
            if (search != null) {
                throw new ParameterException(
                        spec.commandLine(), "--search narrows text and json; the markdown of --study is a whole page");
            }
            out.print(StudyPage.markdown(kinds));
            return Main.DONE;
        }
        List<ParameterEntry> keys = kinds.stream()
                .flatMap(each -> StudyTemplate.keys(each).stream())
                .distinct()
                .filter(this::matches)
                .toList();
        return print(keys, out);
    }

    private boolean matches(ParameterEntry entry) {
        if (search == null) {
            return true;
        }
        String text = entry.path() + " " + entry.meaning() + " " + entry.unit() + " " + entry.policy();
        return text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}
