package org.tumen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tumen.document.Json;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.ScenarioFiles;
import org.tumen.study.file.StudyReader;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with scenario files, or what they are. */
@Command(
        name = "validate",
        description = "Check scenario and study files: all problems of all files, or a line on each valid one.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all files are valid", "2:a file is not valid"})
public final class ValidateCommand implements Callable<Integer> {
    /** How to print. */
    enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE_OR_FOLDER", description = "Scenario files, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files = ScenarioFiles.of(paths);
        ArrayNode report = Json.array();
        int wrong = 0;
        for (Path file : files) {
            if (StudyReader.isStudy(file)) {
                wrong += study(file, report) ? 0 : 1;
                continue;
            }
            Reading reading = ScenarioReader.read(file, scenarios.options());
            wrong += reading.valid() ? 0 : 1;
            if (format == Format.json) {
                report.add(json(file, reading));
            } else {
                text(file, reading, out, spec.commandLine().getErr());
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

    private boolean study(Path file, ArrayNode report) {
        StudyReader.Checked checked = StudyReader.check(file, scenarios.options());
        List<Problem> found = checked.problems();
        boolean valid = found.isEmpty();
        String name = Texts.visible(file.toString());
        if (format == Format.json) {
            ObjectNode object = report.addObject();
            object.put("file", file.toString()).put("valid", valid);
            if (valid) {
                object.put("study", checked.what());
            }
            checked.warnings().forEach(object.putArray("warnings")::add);
            problems(object, found);
        } else if (valid) {
            spec.commandLine().getOut().println(name + ": valid: " + checked.what());
            checked.warnings()
                    .forEach(warning -> spec.commandLine().getErr().println("warning: " + Texts.visible(warning)));
        } else {
            PrintWriter err = spec.commandLine().getErr();
            found.forEach(err::println);
            err.println(name + ": not valid, " + Numbers.counted(found.size(), "problem"));
        }
        return valid;
    }

    private static void text(Path file, Reading reading, PrintWriter out, PrintWriter err) {
        if (reading.valid()) {
            Scenario scenario = reading.scenario();
            out.println(Texts.visible(file.toString()) + ": valid: " + scenario.name() + ", "
                    + String.join(", ", scenario.actors().keySet()) + ", " + Numbers.counted(scenario.weeks(), "week")
                    + " from "
                    + scenario.start());
            ScenarioOptions.warn(scenario, err);
            return;
        }
        reading.problems().forEach(err::println);
        int count = reading.problems().size();
        err.println(Texts.visible(file.toString()) + ": not valid, " + Numbers.counted(count, "problem"));
    }

    private static ObjectNode json(Path file, Reading reading) {
        ObjectNode object = Json.object();
        object.put("file", file.toString());
        object.put("valid", reading.valid());
        if (reading.valid()) {
            Scenario scenario = reading.scenario();
            object.put("name", scenario.name());
            scenario.actors().keySet().forEach(object.putArray("actors")::add);
            object.put("weeks", scenario.weeks());
        }
        reading.warnings().forEach(object.putArray("warnings")::add);
        problems(object, reading.problems());
        return object;
    }

    private static void problems(ObjectNode object, List<Problem> found) {
        ArrayNode problems = object.putArray("problems");
        for (Problem problem : found) {
            problems.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("path", problem.path())
                    .put("message", problem.message());
        }
    }
}
