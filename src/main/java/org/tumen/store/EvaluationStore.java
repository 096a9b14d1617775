package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartReceipt;

/**
 * The points that a search has evaluated, kept in the folder {@code search} of its result: parts that are whole or absent, so
 * that a killed search loses only the part it was working on. Holds the result folder's lock until closed; one thread at a
 * time may use it.
 */
public final class EvaluationStore implements AutoCloseable {
    /** Where evaluations lie in a result folder. */
    public static final String FOLDER = "search";

    private static final String FINGERPRINT = "fingerprint";

    private final Path folder;
    private final String fingerprint;
    private final FolderLock lock;
    private final Map<List<String>, double[]> points = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private int parts;

    /** A run of a point that failed, with what went wrong; it is in none of the point's values. */
    public record Failure(List<String> levers, String world, long run, String cause) {}

    private EvaluationStore(Path folder, StudyRecord study, FolderLock lock) throws IOException {
        this.folder = folder;
        fingerprint = study.fingerprint();
        this.lock = lock;
        notices.addAll(study.require(folder.resolve(StudyRecord.FILE)));
        Inside.remove(folder, "*" + AtomicFiles.UNFINISHED);
        for (Path file : Inside.list(folder, "part-*.json")) {
            read(file);
        }
    }

    /**
     * Opens the evaluations of a result, or begins them.
     *
     * @param study what decides the values; evaluations of anything else are refused
     * @param anew true to remove what is stored first
     * @throws StoreBusyException when another process writes to it
     * @throws IncompatibleResultException naming what differs, when it holds the evaluations of another search
     * @throws StoreException when it cannot be read or written
     */
    public static EvaluationStore open(Path result, StudyRecord study, boolean anew) {
        return FolderLock.open(result, "the evaluations", ResultSort.SEARCH, lock -> {
            Path folder = Inside.made(result, FOLDER);
            if (anew) {
                // The fresh runs follow from the evaluations, and would be another experiment's after others.
                Files.deleteIfExists(Inside.file(result, Manifest.FILE));
                for (PartReceipt part : Manifest.receipts(result).parts()) {
                    new PartFiles(result, part.fileName()).discard();
                }
                Inside.remove(folder, "*.json");
            }
            return new EvaluationStore(folder, study, lock);
        });
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        parts = Math.max(parts, Integer.parseInt(name.substring("part-".length(), name.indexOf('.'))));
        JsonNode tree;
        try {
            tree = SealedJson.read(file);
        } catch (DamagedFileException e) {
            Files.delete(file);
            notices.add(FOLDER + "/" + name + " was damaged; its points are evaluated again");
            return;
        }
        if (!tree.path(FINGERPRINT).asText().equals(fingerprint)) {
            throw new IncompatibleResultException(
                    file + " belongs to another search; give another --out or use --force");
        }
        for (JsonNode point : tree.path("points")) {
            List<String> key = new ArrayList<>();
            point.path("levers").forEach(v -> key.add(v.asText()));
            double[] values = new double[point.path("values").size()];
            for (int i = 0; i < values.length; i++) {
                JsonNode value = point.path("values").path(i);
                values[i] = value.isNumber() ? value.asDouble() : Double.NaN;
            }
            points.put(List.copyOf(key), values);
            for (JsonNode failure : point.path("failures")) {
                failures.add(new Failure(
                        List.copyOf(key),
                        failure.path("world").asText(),
                        failure.path("run").asLong(),
                        failure.path("cause").asText()));
            }
        }
    }

    /** What was damaged on opening and removed, one sentence each. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** The values of a point, or null when it has not been evaluated. */
    public double @Nullable [] find(List<String> levers) {
        return points.get(levers);
    }

    /** All points in the order of their evaluation. */
    public Map<List<String>, double[]> all() {
        return new LinkedHashMap<>(points);
    }

    /** The runs that failed, of all points. */
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Keeps the values of points and the runs of theirs that failed; they are on the disk when this returns. */
    public void add(Map<List<String>, double[]> evaluated, List<Failure> failed) {
        if (evaluated.isEmpty()) {
            return;
        }
        ObjectNode root = Json.object();
        root.put(FINGERPRINT, fingerprint);
        ArrayNode list = root.putArray("points");
        evaluated.forEach((levers, values) -> {
            ObjectNode point = list.addObject();
            levers.forEach(point.putArray("levers")::add);
            ArrayNode numbers = point.putArray("values");
            for (double v : values) {
                numbers.add(Double.isFinite(v) ? (Double) v : null);
            }
            failed.stream()
                    .filter(f -> f.levers().equals(levers))
                    .forEach(f -> point.withArray("failures")
                            .addObject()
                            .put("world", f.world())
                            .put("run", f.run())
                            .put("cause", f.cause()));
        });
        try {
            SealedJson.write(folder.resolve(String.format(Locale.ROOT, "part-%06d.json", ++parts)), root);
        } catch (IOException e) {
            throw StoreException.refused("write evaluations", folder, e);
        }
        points.putAll(evaluated);
        failures.addAll(failed);
    }

    @Override
    public void close() {
        lock.close();
    }
}
