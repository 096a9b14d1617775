package org.tumen.study.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.tumen.declare.Resolved;
import org.tumen.document.Document;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.document.Problems;
import org.tumen.scenario.ParameterLabels;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredArm;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;
import org.tumen.study.file.StudyReader;

/**
 * All values of a scenario (whatever files it extends), a study (what it states) or a result, by path: what is held against another.
 *
 * @param sort scenario, study or result; only values of the same sort can be compared
 * @param label what a path is called; empty where it has no name
 */
public record DescribedValues(String sort, JsonNode values, UnaryOperator<String> label) {
    private static final Pattern FILE = Pattern.compile(".*\\.(ya?ml|json)", Pattern.CASE_INSENSITIVE);

    /**
     * What an argument stands for.
     *
     * @param argument a scenario or study file, or a result: its folder or name
     * @param options how files are read
     * @throws InvalidInputException with everything that is wrong with a file
     * @throws UsageException when there is no such file or result
     */
    public static DescribedValues of(String argument, ScenarioReader.Options options) {
        Path file = Path.of(argument);
        if (!options.overrides().isEmpty() && (!Files.isRegularFile(file) || StudyReader.isStudy(file))) {
            throw new UsageException("--set changes scenario files, and " + argument + " is none");
        }
        if (!Files.isRegularFile(file)) {
            if (!Files.exists(file) && FILE.matcher(argument).matches()) {
                throw new UsageException("there is no file '" + argument + "'");
            }
            return result(argument);
        }
        if (StudyReader.isStudy(file)) {
            StudyReader.Checked checked = StudyReader.check(file, options);
            if (!checked.problems().isEmpty()) {
                throw new InvalidInputException(checked.problems());
            }
            Node.Mapping document = Document.read(file, argument, new Problems());
            return new DescribedValues("study", document == null ? Json.object() : Resolved.node(document), path -> "");
        }
        Reading reading = ScenarioReader.read(file, options);
        if (!reading.valid()) {
            throw new InvalidInputException(reading.problems());
        }
        JsonNode resolved = Resolved.document(reading.scenario());
        return new DescribedValues("scenario", resolved, path -> ParameterLabels.of(resolved, path));
    }

    private static DescribedValues result(String argument) {
        return ResultArgument.readable(() -> result(ResultArgument.find(argument, ResultFolders.root())));
    }

    private static DescribedValues result(Path folder) {
        try (ResultReader reader = ResultReader.open(folder)) {
            ObjectNode values = Json.object();
            values.put("name", reader.identity().name());
            values.put("model_version", reader.identity().modelVersion());
            values.put("seed", reader.identity().seed());
            values.put("finished", reader.finished());
            values.put("failed_runs", reader.failures().size());
            values.put("digest", reader.digest().hex());
            values.set("software", reader.manifest().path("software"));
            List<StoredArm> arms = reader.identity().arms();
            // The one arm of a batch is held against that of another batch, whatever both are called.
            ObjectNode below = arms.size() == 1 ? values : values.putObject("arms");
            for (StoredArm arm : arms) {
                ObjectNode stored = arms.size() == 1 ? below : below.putObject(arm.name());
                stored.put("runs", reader.completed(arm.name()));
                stored.set("scenario", Json.parse(arm.scenario()));
            }
            JsonNode cast = Json.parse(arms.get(0).scenario());
            return new DescribedValues("result", values, path -> label(cast, path));
        }
    }

    private static String label(JsonNode cast, String path) {
        String mark = "scenario.";
        int at = path.startsWith("arms.") ? path.indexOf("." + mark) + 1 : path.indexOf(mark);
        return at < 0 || !path.startsWith(mark, at) ? "" : ParameterLabels.of(cast, path.substring(at + mark.length()));
    }
}
