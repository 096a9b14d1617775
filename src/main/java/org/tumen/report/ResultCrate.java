package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.DerivedFiles;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.store.Software;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.StoredArm;
import org.tumen.summary.ArmFacts;

/**
 * A result folder as a research object: {@code ro-crate-metadata.json} says in JSON-LD what the folder is, which program made
 * it of what, and what each file holds, after RO-Crate 1.1 and the profile Process Run Crate 0.5. Beside it lie the scenarios
 * as they were simulated, a file each.
 *
 * <p>Like the report it is made of what the folder holds, so its bytes are those of another result of the same study except
 * for times, versions and the command, as those of the manifest.
 */
public final class ResultCrate {
    /** Where it lies. */
    public static final Path FILE = Path.of("ro-crate-metadata.json");

    /** Where the study lies as it was given. */
    public static final Path STUDY = Path.of("study.yaml");

    /** The folder of the scenarios as they were simulated. */
    static final String SCENARIOS = "scenarios/";

    static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
    static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
    static final String ROOT = "./";
    static final String ACTION = "#execution";
    static final String TOOL = "#tumen";
    static final String SEED = "#seed";
    static final String MODEL = "#model-version";

    /** Designs have more arms than anybody would simulate by hand; their scenarios stay in the manifest. */
    private static final int MOST_SCENARIOS = 64;

    private static final String RECORD = "study.json";

    private static final Map<String, String> FOLDERS = Map.of(
            "runs", "The runs, a row each, as Parquet, with their receipts",
            "weekly", "How often each weekly value occurred, as Parquet",
            "events", "The events of the runs, as Parquet",
            "parameters", "The uncertain parameters drawn for each run, as Parquet",
            "search", "The evaluated points of the search",
            "generations", "The generations of the calibration");

    private static final Map<String, String> MEANINGS = Map.of(
            STUDY.toString(),
            "The study as it was given; the scenarios that it names, resolved, lie beside it",
            RECORD,
            "Everything that decides what the study finds",
            Manifest.FILE,
            "The experiment: scenarios, seed, versions, counts, digests, times");
    private static final Map<String, String> FORMATS = Map.of(
            "json", "application/json",
            "yaml", "application/yaml",
            "csv", "text/csv",
            "html", "text/html",
            "pdf", "application/pdf",
            "png", "image/png",
            "svg", "image/svg+xml",
            "txt", "text/plain");

    private final Path folder;
    private final DerivedFiles files;
    private final JsonNode findings;
    private final ArrayNode graph = Json.object().arrayNode();
    private final ArrayNode parts = graph.arrayNode();
    private final ArrayNode objects = graph.arrayNode();
    private final ArrayNode results = graph.arrayNode();

    private ResultCrate(Path folder, JsonNode findings) {
        this.folder = folder;
        this.files = new DerivedFiles(folder);
        this.findings = findings;
    }

    /** When and by what a result was made. */
    private record Making(@Nullable String started, String ended, String version, String command) {}

    /**
     * Describes a result whose other files are written.
     *
     * @param reader its runs; null where none are stored
     * @param command what made it; null when it is described again
     */
    public static void write(Path folder, JsonNode findings, @Nullable ResultReader reader, @Nullable String command) {
        ResultCrate crate = new ResultCrate(folder, findings);
        crate.files.write(FILE, Json.bytes(crate.tree(reader, command)));
    }

    private ObjectNode tree(@Nullable ResultReader reader, @Nullable String command) {
        Making making;
        if (reader == null) {
            making = makingWithoutRuns(command);
        } else {
            making = making(reader.manifest());
            inputs(reader);
            outputs(reader);
        }
        files();
        String name = findings.path("name").asText();
        String kind = findings.path("kind").asText();
        ArrayNode all = graph.arrayNode();
        ObjectNode descriptor = all.addObject().put("@id", FILE.toString()).put("@type", "CreativeWork");
        descriptor.set("conformsTo", to(SPECIFICATION));
        descriptor.set("about", to(ROOT));
        ObjectNode root = all.addObject().put("@id", ROOT).put("@type", "Dataset");
        root.put("name", "Tumen: " + kind + " " + name);
        root.put("description", description(name));
        root.put("datePublished", making.ended());
        root.put("license", "None is stated: the rights in a result are those of its makers.");
        root.set("conformsTo", to(PROFILE));
        root.set("mentions", to(ACTION));
        root.set("hasPart", parts);
        all.addObject()
                .put("@id", PROFILE)
                .put("@type", "CreativeWork")
                .put("name", "Process Run Crate")
                .put("version", "0.5");
        all.addObject()
                .put("@id", TOOL)
                .put("@type", "SoftwareApplication")
                .put("name", "Tumen")
                .put("description", "A multi-agent simulation of arms-deal diplomacy for comparing policies.")
                .put("softwareVersion", making.version())
                .put("license", "https://spdx.org/licenses/Apache-2.0");
        ObjectNode action = all.addObject().put("@id", ACTION).put("@type", "CreateAction");
        action.put("name", "A " + kind + " by Tumen");
        action.put("description", making.command());
        if (making.started() != null) {
            action.put("startTime", making.started());
        }
        action.put("endTime", making.ended());
        action.set("instrument", to(TOOL));
        if (!objects.isEmpty()) {
            action.set("object", objects);
        }
        action.set("result", results);
        all.addAll(graph);
        ObjectNode tree = Json.object();
        tree.putArray("@context").add(SPECIFICATION + "/context").add("https://w3id.org/ro/terms/workflow-run/context");
        tree.set("@graph", all);
        return tree;
    }

    private String description(String name) {
        String question = findings.path("question").asText();
        return ((question.isEmpty() ? name : question) + " "
                        + findings.path("facts").asText())
                .strip();
    }

    private static Making making(JsonNode manifest) {
        String created = manifest.path("created").asText();
        JsonNode software = manifest.path("software");
        return new Making(
                created,
                manifest.path("finished").asText(created),
                software.path("tumen").asText(software.isMissingNode() ? Software.version() : "unknown"),
                manifest.path("about").path("command").asText("unknown"));
    }

    /** What keeps no manifest is known from when it was described first. */
    private Making makingWithoutRuns(@Nullable String command) {
        Optional<JsonNode> before = command == null ? before() : Optional.empty();
        JsonNode action = before.map(b -> entity(b, ACTION)).orElse(Json.object());
        JsonNode tool = before.map(b -> entity(b, TOOL)).orElse(Json.object());
        return new Making(
                null,
                action.path("endTime")
                        .asText(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()),
                tool.path("softwareVersion").asText(Software.version()),
                command == null ? action.path("description").asText("unknown") : command);
    }

    private Optional<JsonNode> before() {
        try {
            return files.read(FILE).map(ResultCrate::tree);
        } catch (DamagedFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when the bytes are no JSON */
    static JsonNode tree(byte[] bytes) {
        return Json.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The entity of an identifier; a missing node where there is none. */
    static JsonNode entity(JsonNode tree, String id) {
        for (JsonNode entity : tree.path("@graph")) {
            if (entity.path("@id").asText().equals(id)) {
                return entity;
            }
        }
        return Json.object().path(id);
    }

    /** What the runs were made of: the scenarios, or the manifest that holds those of a design; the seed; the model. */
    private void inputs(ResultReader reader) {
        List<StoredArm> arms = reader.identity().arms();
        if (arms.size() <= MOST_SCENARIOS) {
            for (StoredArm arm : arms) {
                files.write(Path.of(SCENARIOS, arm.name() + ".json"), Json.bytes(ArmFacts.tree(arm)));
                objects.add(to(id(SCENARIOS + arm.name() + ".json")));
            }
        } else {
            objects.add(to(Manifest.FILE));
        }
        value(objects, SEED, "seed", String.valueOf(reader.identity().seed()));
        value(objects, MODEL, "model version", reader.identity().modelVersion());
    }

    private void outputs(ResultReader reader) {
        value(
                results,
                "#runs",
                "runs stored, failed ones included",
                String.valueOf(reader.manifest().path("result").path("rows").asLong()));
        value(
                results,
                "#digest",
                "SHA-256 of the outcome table",
                reader.digest().hex());
    }

    private void value(ArrayNode of, String id, String name, String value) {
        graph.addObject()
                .put("@id", id)
                .put("@type", "PropertyValue")
                .put("name", name)
                .put("value", value);
        of.add(to(id));
    }

    private void files() {
        for (String name : List.of(Manifest.FILE, RECORD)) {
            if (Inside.has(folder, name)) {
                file(name, null);
            }
        }
        new TreeMap<>(files.listed()).forEach((name, sum) -> {
            if (!name.equals(FILE.toString())) {
                file(name, sum);
            }
        });
        new TreeMap<>(FOLDERS).forEach((name, meaning) -> {
            if (Inside.has(folder, name)) {
                String id = name + "/";
                graph.addObject()
                        .put("@id", id)
                        .put("@type", "Dataset")
                        .put("name", name)
                        .put("description", meaning);
                parts.add(to(id));
                results.add(to(id));
            }
        });
    }

    private void file(String name, @Nullable String sum) {
        ObjectNode entity = graph.addObject().put("@id", id(name)).put("@type", "File");
        entity.put("name", name);
        meaning(name).ifPresent(meaning -> entity.put("description", meaning));
        String format = FORMATS.get(name.substring(name.lastIndexOf('.') + 1));
        if (format != null) {
            entity.put("encodingFormat", format);
        }
        if (sum != null) {
            entity.put("sha256", sum);
        }
        try {
            entity.put(
                    "contentSize",
                    String.valueOf(Inside.require(Inside.file(folder, name)).size()));
        } catch (IOException e) {
            throw new StoreException(name + " is listed and is not there", e);
        }
        parts.add(to(id(name)));
        if (name.equals(STUDY.toString()) || name.equals(RECORD)) {
            objects.add(to(id(name)));
        } else if (!name.startsWith(SCENARIOS)) {
            results.add(to(id(name)));
        }
    }

    private Optional<String> meaning(String name) {
        if (name.startsWith(SCENARIOS)) {
            return Optional.of("The scenario as it was simulated, all defaults filled in");
        }
        if (MEANINGS.containsKey(name)) {
            return Optional.ofNullable(MEANINGS.get(name));
        }
        for (JsonNode section : findings.path("sections")) {
            for (JsonNode block : section.path("blocks")) {
                if (block.path("file").asText().equals(name)) {
                    return Optional.of(block.path("caption").asText());
                }
                if (name.equals(block.path("table").path("name").asText() + ".csv")) {
                    return Optional.of(block.path("table").path("caption").asText());
                }
            }
        }
        return Optional.empty();
    }

    private ObjectNode to(String id) {
        return Json.object().put("@id", id);
    }

    /** A path as a relative URI. */
    private static String id(String name) {
        return Arrays.stream(name.split("/", -1))
                .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
