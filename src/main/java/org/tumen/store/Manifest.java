package org.tumen.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tumen.document.Json;
import org.tumen.outcome.Outcome;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.Receipts;
import org.tumen.store.part.Shard;
import org.tumen.words.Texts;

/** The file {@code manifest.json}: which experiment a folder holds, and once finished, what is in it. */
public final class Manifest {
    public static final String FILE = "manifest.json";
    private static final int FORMAT = 2;

    /** What model version 1 wrote: the same files without checksums of their own, and no file of checksums. */
    private static final int UNSEALED = 1;

    private static final String FORMAT_KEY = "format";
    private static final String STATUS = "status";
    private static final String PLANNED_FIRST = "planned_first";
    private static final String PLANNED_RUNS = "planned_runs";
    private static final String PLANNED_STRIDE = "planned_stride";
    private static final String SHARD = "shard";
    private static final String SHARDS = "shards";
    private static final String EXPERIMENT = "experiment";
    private static final String RESULT = "result";

    private final ObjectNode root;

    private Manifest(ObjectNode root) {
        this.root = root;
    }

    static Manifest begin(ResultIdentity identity, String fingerprint, RunPlan plan) {
        ObjectNode root = Json.object();
        root.put(FORMAT_KEY, FORMAT).put(STATUS, "running");
        Manifest manifest = new Manifest(root);
        manifest.plan(plan);
        root.put("created", now());
        root.put("fingerprint", fingerprint);
        ArrayNode outcomes = root.putArray("outcomes");
        Outcome.all().forEach(outcome -> outcomes.add(outcome.key()));
        root.set(EXPERIMENT, identity.toJson());
        return manifest;
    }

    /** Whether a folder has one, of whatever content. */
    public static boolean exists(Path folder) {
        return Inside.has(folder, FILE);
    }

    /** Whether a folder holds a result of the first format, whose manifest and receipts have no checksums. */
    public static boolean unsealed(Path folder) {
        try {
            return exists(folder)
                    && tree(folder, bytes(folder)).filter(Manifest::unsealed).isPresent();
        } catch (DamagedFileException e) {
            // A link or folder in its place is of no format.
            return false;
        }
    }

    /** The receipts of a folder, read as its format has them. */
    public static Receipts receipts(Path folder) {
        return Receipts.scan(folder, unsealed(folder));
    }

    /** A manifest of today's format says that it has a checksum, even one whose number of the format is damaged. */
    private static boolean unsealed(ObjectNode tree) {
        return tree.path(FORMAT_KEY).asInt() == UNSEALED && !SealedJson.hasSeal(tree);
    }

    /**
     * Reads the manifest of a folder, of this format or the first.
     *
     * @throws DamagedFileException when its bytes are not those that were written
     * @throws StoreException when there is none or it has a format that is unknown
     */
    public static Manifest read(Path folder) {
        byte[] bytes = bytes(folder);
        Path file = Inside.file(folder, FILE);
        ObjectNode tree = tree(folder, bytes).orElseGet(Json::object);
        if (unsealed(tree)) {
            return new Manifest(tree);
        }
        int format = tree.path(FORMAT_KEY).asInt();
        if (format != FORMAT && SealedJson.sound(bytes)) {
            throw new StoreException(file + " has format " + format + "; this program reads " + UNSEALED + " and "
                    + FORMAT + ". Compute the result again in another folder.");
        }
        return new Manifest(SealedJson.open(file, bytes));
    }

    /** The same for verification, which tells of damage and looks at the rest; nothing when it is past reading. */
    public static Optional<Manifest> readDamaged(Path folder) {
        return tree(folder, bytes(folder)).map(Manifest::new);
    }

    private static byte[] bytes(Path folder) {
        Path file = Inside.file(folder, FILE);
        try {
            return Inside.bytes(file);
        } catch (NoSuchFileException e) {
            throw new StoreException(folder + " is no result folder: it has no " + FILE, e);
        } catch (IOException e) {
            throw StoreException.unread(file, e);
        }
    }

    private static Optional<ObjectNode> tree(Path folder, byte[] bytes) {
        try {
            JsonNode tree = Json.MAPPER.readTree(bytes);
            return tree instanceof ObjectNode object && object.path(EXPERIMENT).isObject()
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreException.unread(folder.resolve(FILE), e);
        }
    }

    void write(Path folder) {
        try {
            SealedJson.write(Inside.file(folder, FILE), root);
        } catch (IOException e) {
            throw StoreException.refused("write " + FILE, folder, e);
        }
    }

    /** @throws StoreException when it describes no valid experiment */
    ResultIdentity identity() {
        try {
            return ResultIdentity.fromJson(experiment());
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "the experiment in " + FILE + " is not valid: " + Texts.visible(String.valueOf(e.getMessage())), e);
        }
    }

    JsonNode experiment() {
        return root.path(EXPERIMENT);
    }

    public String fingerprint() {
        return root.path("fingerprint").asText();
    }

    public RunPlan plan() {
        try {
            return new RunPlan(
                    root.path(PLANNED_FIRST).asLong(),
                    root.path(PLANNED_RUNS).asLong(),
                    root.path(PLANNED_STRIDE).asLong(),
                    new Shard(root.path(SHARD).asInt(1), root.path(SHARDS).asInt(1)));
        } catch (IllegalArgumentException e) {
            throw new StoreException(FILE + ": " + e.getMessage(), e);
        }
    }

    public boolean finished() {
        return root.path(STATUS).asText().equals("finished");
    }

    public JsonNode result() {
        return root.path(RESULT);
    }

    List<String> outcomes() {
        List<String> keys = new ArrayList<>();
        root.path("outcomes").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    /** The names of the parts that a finished result has; none of one that is being written. */
    List<String> parts() {
        List<String> names = new ArrayList<>();
        result().path("parts").forEach(part -> names.add(part.path("name").asText()));
        return names;
    }

    JsonNode tree() {
        return root;
    }

    public void plan(RunPlan wanted) {
        RunPlan both = wanted.after(plan());
        putUnlessZero(PLANNED_FIRST, both.first());
        root.put(PLANNED_RUNS, both.runs());
        putUnlessZero(PLANNED_STRIDE, both.stride());
        boolean whole = both.shard().equals(Shard.WHOLE);
        putUnlessZero(SHARD, whole ? 0 : both.shard().index());
        putUnlessZero(SHARDS, whole ? 0 : both.shard().of());
    }

    private void putUnlessZero(String key, long value) {
        if (value > 0) {
            root.put(key, value);
        } else {
            root.remove(key);
        }
    }

    void running(String command) {
        root.put(STATUS, "running").putObject("about").put("command", command);
        root.remove(RESULT);
        root.remove("finished");
    }

    void finish(ObjectNode result, JsonNode extra) {
        root.put(STATUS, "finished").put("finished", now());
        root.set("software", Software.json());
        root.set(RESULT, result);
        root.set("about", extra);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
