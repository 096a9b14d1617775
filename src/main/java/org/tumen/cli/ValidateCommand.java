package org.tumen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.document.Json;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.ScenarioFiles;
import org.tumen.study.StudyReader;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells everything that is wrong with scenario files, or what they are. */
@Command(
        name = "validate",
        description = "Check scenario and study files: all problems of all files, or a line on each valid one.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all files are valid", "2:a file is not valid"})
public final class ValidateCommand extends TerminalCommand {
    enum Format {
        text,
        json
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE_OR_FOLDER",
            description = "Scenario and study files, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    /**
     * What came of checking a file.
     *
     * @param what what it is, in words; empty when anything is wrong
     * @param about the same for programs
     */
    private record Checked(String what, ObjectNode about, List<Problem> problems, List<String> warnings) {
        boolean valid() {
            return problems.isEmpty();
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = err();
        List<Path> files = ScenarioFiles.of(paths);
        ArrayNode report = Json.array();
        int wrong = 0;
        for (Path file : files) {
            Checked checked = check(file);
            wrong += checked.valid() ? 0 : 1;
            if (format == Format.json) {
                report.add(json(file, checked));
            } else {
                text(Texts.visible(file.toString()), checked, files.size() > 1, out, err);
            }
        }
        if (format == Format.json) {
            ObjectNode all = Json.object();
            all.put("valid", wrong == 0);
            all.set("files", report);
            out.println(all.toPrettyString());
        } else if (files.size() > 1) {
            out.println(files.size() - wrong + " of " + files.size() + " files are valid");
        }
        return wrong == 0 ? Main.DONE : Main.BAD_INPUT;
    }

    private Checked check(Path file) {
        if (StudyReader.isStudy(file)) {
            StudyReader.Checked study = StudyReader.check(file, scenarios.options());
            ObjectNode about = Json.object().put("study", study.what());
            return new Checked(study.what(), about, study.problems(), study.warnings());
        }
        Reading reading = ScenarioReader.read(file, scenarios.options());
        if (!reading.valid()) {
            return new Checked("", Json.object(), reading.problems(), reading.warnings());
        }
        Scenario scenario = reading.scenario();
        Set<String> actors = scenario.actors().keySet();
        ObjectNode about = Json.object().put("name", scenario.name());
        actors.forEach(about.putArray("actors")::add);
        about.put("weeks", scenario.weeks());
        String what = scenario.name() + ", " + String.join(", ", actors) + ", "
                + Numbers.counted(scenario.weeks(), "week") + " from " + scenario.start();
        return new Checked(what, about, List.of(), reading.warnings());
    }

    private static void text(String name, Checked checked, boolean several, PrintWriter out, PrintWriter err) {
        String of = several ? name + ": " : "";
        if (checked.valid()) {
            out.println(name + ": valid: " + checked.what());
            checked.warnings().forEach(warning -> err.println("warning: " + of + Texts.visible(warning)));
        } else {
            checked.problems().forEach(err::println);
            err.println(
                    name + ": not valid, " + Numbers.counted(checked.problems().size(), "problem"));
        }
    }

    private static ObjectNode json(Path file, Checked checked) {
        ObjectNode object = Json.object().put("file", file.toString()).put("valid", checked.valid());
        if (checked.valid()) {
            object.setAll(checked.about());
        }
        checked.warnings().forEach(object.putArray("warnings")::add);
        return object.set("problems", Json.MAPPER.valueToTree(checked.problems()));
    }
}
