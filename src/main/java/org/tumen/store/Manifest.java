package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBDriver;
import org.tumen.outcome.Outcome;

/** The file {@code manifest.json}: which experiment a folder holds, and once finished, what is in it. */
final class Manifest {
    static final String FILE = "manifest.json";
    static final int FORMAT = 1;
    private static final String STATUS = "status";
    private static final String PLANNED_RUNS = "planned_runs";
    private static final String PLANNED_STRIDE = "planned_stride";
    private static final String EXPERIMENT = "experiment";
    private static final String RESULT = "result";

    private final ObjectNode root;

    private Manifest(ObjectNode root) {
        this.root = root;
    }

    static Manifest begin(ResultIdentity identity, RunPlan plan) {
        ObjectNode root = Json.object();
        root.put("format", FORMAT).put(STATUS, "running");
        Manifest manifest = new Manifest(root);
        manifest.plan(plan);
        root.put("created", now());
        root.put("fingerprint", identity.fingerprint());
        ArrayNode outcomes = root.putArray("outcomes");
        Outcome.all().forEach(outcome -> outcomes.add(outcome.key()));
        root.set(EXPERIMENT, identity.toJson());
        return manifest;
    }

    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** @throws StoreException when there is none or it is no manifest */
    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            JsonNode tree = Json.MAPPER.readTree(file.toFile());
            if (!(tree instanceof ObjectNode object) || !object.path(EXPERIMENT).isObject()) {
                throw new StoreException(file + " is no manifest of a result");
            }
            if (object.path("format").asInt() != FORMAT) {
                throw new StoreException(
                        file + " has format " + object.path("format") + "; this program reads " + FORMAT);
            }
            return new Manifest(object);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new StoreException(folder + " is no result folder: it has no " + FILE, e);
        } catch (IOException e) {
            throw new StoreException(file + " cannot be read: " + Database.firstLine(e), e);
        }
    }

    void write(Path folder) {
        byte[] text = Json.bytes(root);
        try {
            AtomicFiles.write(folder.resolve(FILE), out -> out.write(text));
        } catch (IOException e) {
            throw Database.failure("write " + FILE, folder, e);
        }
    }

    /** @throws StoreException when it describes no valid experiment */
    ResultIdentity identity() {
        try {
            return ResultIdentity.fromJson(experiment());
        } catch (IllegalArgumentException e) {
            throw new StoreException("the experiment in " + FILE + " is not valid: " + e.getMessage(), e);
        }
    }

    JsonNode experiment() {
        return root.path(EXPERIMENT);
    }

    String fingerprint() {
        return root.path("fingerprint").asText();
    }

    RunPlan plan() {
        try {
            return new RunPlan(
                    root.path(PLANNED_RUNS).asLong(), root.path(PLANNED_STRIDE).asLong());
        } catch (IllegalArgumentException e) {
            throw new StoreException(FILE + ": " + e.getMessage(), e);
        }
    }

    boolean finished() {
        return root.path(STATUS).asText().equals("finished");
    }

    JsonNode result() {
        return root.path(RESULT);
    }

    List<String> outcomes() {
        List<String> keys = new ArrayList<>();
        root.path("outcomes").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    JsonNode tree() {
        return root;
    }

    void plan(RunPlan wanted) {
        RunPlan both = wanted.after(plan());
        root.put(PLANNED_RUNS, both.runs());
        if (both.stride() > 0) {
            root.put(PLANNED_STRIDE, both.stride());
        } else {
            root.remove(PLANNED_STRIDE);
        }
    }

    void running() {
        root.put(STATUS, "running");
        root.remove(RESULT);
        root.remove("finished");
    }

    void finish(ObjectNode result, JsonNode extra) {
        root.put(STATUS, "finished").put("finished", now());
        root.set("software", software());
        root.set(RESULT, result);
        root.set("about", extra);
    }

    private static ObjectNode software() {
        ObjectNode node = Json.object();
        node.put("java", System.getProperty("java.version"));
        node.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        node.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        node.put("duckdb", DuckDBDriver.class.getPackage().getImplementationVersion());
        node.put("processors", Runtime.getRuntime().availableProcessors());
        return node;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
