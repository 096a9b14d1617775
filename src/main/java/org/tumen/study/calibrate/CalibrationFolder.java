package org.tumen.study.calibrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.calibration.Population;
import org.tumen.document.Json;
import org.tumen.store.DerivedFiles;
import org.tumen.store.FolderLock;
import org.tumen.store.IncompatibleResultException;
import org.tumen.store.ResultSort;
import org.tumen.store.StudyRecord;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;

/** The folder of a calibration: finished generations, each written whole or not at all, and the result. */
public final class CalibrationFolder implements AutoCloseable {
    private static final String GENERATIONS = "generations";
    private static final String FINGERPRINT = "fingerprint";
    private static final String POPULATION = "population";
    private static final String RUNS = "runs";

    /** The runs that failed, as JSON; there is none when none did. */
    static final String FAILED_RUNS = "failed-runs.json";

    private final Path folder;
    private final DerivedFiles sink;
    private final FolderLock lock;
    private final String fingerprint;
    private final List<String> notices = new ArrayList<>();

    private CalibrationFolder(Path folder, FolderLock lock, String fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.lock = lock;
        sink = new DerivedFiles(folder);
    }

    /**
     * Opens the folder, by force without what is stored, and holds its lock until it is closed.
     *
     * @throws IncompatibleResultException naming what differs, when the folder holds another calibration
     */
    public static CalibrationFolder open(Path folder, StudyRecord study, boolean force) {
        return FolderLock.open(folder, "a calibration", ResultSort.CALIBRATION, lock -> {
            CalibrationFolder opened = new CalibrationFolder(folder, lock, study.fingerprint());
            opened.begin(study, force);
            return opened;
        });
    }

    private void begin(StudyRecord study, boolean force) throws IOException {
        Path record = Inside.file(folder, StudyRecord.FILE);
        if (force) {
            for (Path old : generations()) {
                Files.delete(old);
            }
            Files.deleteIfExists(Inside.file(folder, FAILED_RUNS));
            study.write(record);
        } else {
            notices.addAll(study.require(record));
        }
    }

    /** What was damaged and is made again, one sentence each. */
    List<String> notices() {
        return notices;
    }

    @Override
    public void close() {
        lock.close();
    }

    Path path() {
        return folder;
    }

    void text(String name, String content) {
        sink.write(Path.of(name), content);
    }

    void store(List<AbcCalibration.FailedRun> failed) {
        try {
            ObjectNode root = Json.object();
            root.set(RUNS, Json.PLAIN.valueToTree(failed));
            SealedJson.write(Inside.file(folder, FAILED_RUNS), root);
        } catch (IOException e) {
            throw StoreException.refused("write " + FAILED_RUNS, folder, e);
        }
    }

    void store(Population population) {
        String name = String.format(Locale.ROOT, "generation-%03d.json", population.generation());
        try {
            Path below = Inside.made(folder, GENERATIONS);
            ObjectNode root = Json.object().put(FINGERPRINT, fingerprint);
            root.set(POPULATION, Json.PLAIN.valueToTree(population));
            SealedJson.write(below.resolve(name), root);
        } catch (IOException e) {
            throw StoreException.refused("write " + name, folder, e);
        }
    }

    /** The runs that failed up to the last stored generation. */
    List<AbcCalibration.FailedRun> failedRuns() {
        try {
            return Inside.has(folder, FAILED_RUNS)
                    ? List.of(Json.PLAIN.treeToValue(
                            SealedJson.read(Inside.file(folder, FAILED_RUNS)).path(RUNS),
                            AbcCalibration.FailedRun[].class))
                    : List.of();
        } catch (IOException e) {
            throw StoreException.refused("read " + FAILED_RUNS, folder, e);
        }
    }

    /** Hands over the stored generations in order, up to the first that is missing or damaged; tells of the damaged one. */
    void stored(Consumer<Population> to) {
        int next = 0;
        for (Path file : generations()) {
            Population population = read(file);
            if (population == null || population.generation() != next) {
                return;
            }
            to.accept(population);
            next++;
        }
    }

    private @Nullable Population read(Path file) {
        try {
            ObjectNode root = SealedJson.read(file);
            return root.path(FINGERPRINT).asText().equals(fingerprint)
                    ? Json.PLAIN.treeToValue(root.path(POPULATION), Population.class)
                    : null;
        } catch (DamagedFileException e) {
            notices.add(
                    GENERATIONS + "/" + file.getFileName() + " was damaged; the calibration goes on from before it");
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private List<Path> generations() {
        return Inside.list(folder, GENERATIONS, "generation-[0-9][0-9][0-9].json");
    }
}
