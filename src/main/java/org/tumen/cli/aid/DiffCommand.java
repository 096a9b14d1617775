package org.tumen.cli.aid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.tumen.cli.Main;
import org.tumen.cli.ResultArgument;
import org.tumen.cli.ResultOptions;
import org.tumen.cli.ScenarioOptions;
import org.tumen.declare.Resolved;
import org.tumen.document.Document;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.document.Problems;
import org.tumen.scenario.ParameterLabels;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredArm;
import org.tumen.study.InvalidInputException;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;
import org.tumen.study.file.StudyReader;
import org.tumen.words.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what differs between two scenarios, studies or results. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Show what differs between two scenarios (all of their values, whatever files they extend), two studies (what they"
                    + " state) or two results (model version, seed, runs, digest, and the scenarios of their arms).",
            "Each difference is shown by its path, with both values."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:nothing differs", "1:something differs", "2:bad arguments or input"},
        footer = {
            "",
            "Examples:",
            "  tumen diff scenarios/baseline.yaml scenarios/pressure.yaml",
            "  tumen diff baseline-0123456789ab silence-0123456789ab"
        })
public final class DiffCommand implements Callable<Integer> {
    private static final int WIDTH = 150;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A scenario, a study, or a result folder or its name.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "Another of the same sort.")
    private String second;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    /** For picocli. */
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public DiffCommand() {}

    /** What is compared: its sort, its values, and what its paths are called. */
    private record Side(String sort, JsonNode values, UnaryOperator<String> label) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Side a = side(first);
        Side b = side(second);
        if (!a.sort().equals(b.sort())) {
            throw new UsageException("tumen diff: " + first + " is a " + a.sort() + ", " + second + " a " + b.sort());
        }
        List<Json.Difference> differences = Json.differing(a.values(), b.values());
        if (differences.isEmpty()) {
            out.println("Nothing differs.");
            out.flush();
            return Main.DONE;
        }
        TextTable table = new TextTable("Path", "What", brief(first), brief(second))
                .words(1)
                .words(2)
                .words(3);
        for (Json.Difference difference : differences) {
            table.row(difference.path(), a.label().apply(difference.path()), difference.left(), difference.right());
        }
        out.print(table.within(WIDTH));
        out.flush();
        return Main.FAILED;
    }

    /** The name of a file or folder, without where it lies. */
    private static String brief(String argument) {
        return String.valueOf(Path.of(argument).getFileName());
    }

    private Side side(String argument) {
        Path file = Path.of(argument);
        if (!Files.isRegularFile(file)) {
            return result(argument);
        }
        if (StudyReader.isStudy(file)) {
            StudyReader.Checked checked = StudyReader.check(file, options.options());
            if (!checked.problems().isEmpty()) {
                throw new InvalidInputException(checked.problems());
            }
            Node.Mapping document = Document.read(file, argument, new Problems());
            return new Side("study", document == null ? Json.object() : Resolved.node(document), path -> "");
        }
        Reading reading = ScenarioReader.read(file, options.options());
        if (!reading.valid()) {
            throw new InvalidInputException(reading.problems());
        }
        JsonNode resolved = Resolved.document(reading.scenario());
        return new Side("scenario", resolved, path -> ParameterLabels.of(resolved, path));
    }

    private static Side result(String argument) {
        return ResultOptions.readable(() -> result(ResultArgument.find(argument, ResultFolders.root())));
    }

    private static Side result(Path folder) {
        try (ResultReader reader = ResultReader.open(folder)) {
            ObjectNode values = Json.object();
            values.put("name", reader.identity().name());
            values.put("model_version", reader.identity().modelVersion());
            values.put("seed", reader.identity().seed());
            values.put("finished", reader.finished());
            values.put("failed_runs", reader.failures().size());
            values.put("digest", reader.digest().hex());
            values.set("software", Json.parse(reader.manifest()).path("software"));
            List<StoredArm> arms = reader.identity().arms();
            // The one arm of a batch is held against that of another batch, whatever both are called.
            ObjectNode below = arms.size() == 1 ? values : values.putObject("arms");
            for (StoredArm arm : arms) {
                ObjectNode stored = arms.size() == 1 ? below : below.putObject(arm.name());
                stored.put("runs", reader.completed(arm.name()));
                stored.set("scenario", Json.parse(arm.scenario()));
            }
            JsonNode cast = Json.parse(arms.get(0).scenario());
            return new Side("result", values, path -> label(cast, path));
        }
    }

    private static String label(JsonNode cast, String path) {
        String mark = "scenario.";
        int at = path.startsWith("arms.") ? path.indexOf("." + mark) + 1 : path.indexOf(mark);
        return at < 0 || !path.startsWith(mark, at) ? "" : ParameterLabels.of(cast, path.substring(at + mark.length()));
    }
}
