package org.tumen.study.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tumen.store.part.StoredArm;
import org.tumen.study.ResultFolders;
import org.tumen.study.StudyReader;
import org.tumen.study.UsageException;

/**
 * All values of a scenario (whatever files it extends), a study (what it states) or a result, by path: what is held against
 * another.
 *
 * @param sort scenario, study or result; only values of the same sort can be compared
 * @param values all values but those of {@code arms}
 * @param arms the scenarios of a result of several arms, by name: the points of a design are thousands, of which no more
 *     than one is read at a time
 * @param label what a path is called; empty where it has no name
 */
public record DescribedValues(String sort, JsonNode values, Map<String, String> arms, UnaryOperator<String> label) {
    private static final Pattern FILE = Pattern.compile(".*\\.(ya?ml|json)", Pattern.CASE_INSENSITIVE);

    /**
     * What an argument stands for.
     *
     * @param argument a scenario or study file, or a result: its folder or name
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
            JsonNode stated = document == null ? Json.object() : Resolved.node(document);
            return new DescribedValues("study", stated, Map.of(), path -> "");
        }
        Reading reading = ScenarioReader.read(file, options);
        if (!reading.valid()) {
            throw new InvalidInputException(reading.problems());
        }
        JsonNode resolved = Resolved.document(reading.scenario());
        return new DescribedValues("scenario", resolved, Map.of(), path -> ParameterLabels.of(resolved, path));
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
            JsonNode cast = Json.parse(arms.get(0).scenario());
            Map<String, String> scenarios = new LinkedHashMap<>();
            if (arms.size() == 1) {
                values.put("runs", reader.completed(arms.get(0).name())).set("scenario", cast);
            } else {
                ObjectNode below = values.putObject("arms");
                for (StoredArm arm : arms) {
                    below.putObject(arm.name()).put("runs", reader.completed(arm.name()));
                    scenarios.put(arm.name(), arm.scenario());
                }
            }
            return new DescribedValues("result", values, scenarios, path -> label(cast, path));
        }
    }

    /** Where these differ from others of the same sort. */
    public List<Json.Difference> differing(DescribedValues others) {
        List<Json.Difference> found = new ArrayList<>(Json.differing("", values, others.values));
        arms.forEach((arm, scenario) -> {
            String other = others.arms.get(arm);
            if (other != null && !other.equals(scenario)) {
                found.addAll(Json.differing("arms." + arm + ".scenario", Json.parse(scenario), Json.parse(other)));
            }
        });
        return found;
    }

    private static String label(JsonNode cast, String path) {
        String mark = "scenario.";
        int at = path.startsWith("arms.") ? path.indexOf("." + mark) + 1 : path.indexOf(mark);
        return at < 0 || !path.startsWith(mark, at) ? "" : ParameterLabels.of(cast, path.substring(at + mark.length()));
    }
}
