package org.tumen.study.calibrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.calibration.Population;
import org.tumen.report.ResultFiles;
import org.tumen.store.AtomicFiles;
import org.tumen.store.FolderLock;
import org.tumen.store.StoreException;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;

/** The folder of a calibration: finished generations, each written whole or not at all, and the result. */
public final class CalibrationFolder implements AutoCloseable {
    private static final Path IDENTITY = Path.of("calibration.hash");
    private static final String GENERATIONS = "generations";

    private final Path folder;
    private final ResultFiles.Sink sink;
    private final JsonMapper json = new JsonMapper();
    private final FolderLock lock;

    private CalibrationFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
        sink = ResultFolders.sink(folder);
    }

    /**
     * Opens the folder, and holds its lock until it is closed.
     *
     * @param force true to remove what is stored
     * @throws UsageException when the folder holds another calibration
     */
    public static CalibrationFolder open(Path folder, String hash, boolean force) {
        FolderLock lock;
        try {
            lock = FolderLock.take(Files.createDirectories(folder));
        } catch (IOException e) {
            throw StoreException.refused("open a calibration", folder, e);
        }
        boolean begun = false;
        try {
            CalibrationFolder opened = new CalibrationFolder(folder, lock);
            opened.begin(hash, force);
            begun = true;
            return opened;
        } finally {
            if (!begun) {
                lock.close();
            }
        }
    }

    private void begin(String hash, boolean force) {
        Path identity = folder.resolve(IDENTITY);
        try {
            if (force) {
                for (Path old : generations()) {
                    Files.delete(old);
                }
            } else if (Files.exists(identity)
                    && !Files.readString(identity).strip().equals(hash)) {
                throw new UsageException(
                        folder + " holds the calibration of another study, scenario or seed; give another"
                                + " --out, or --force to begin anew");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        text(IDENTITY.toString(), hash + "\n");
    }

    @Override
    public void close() {
        lock.close();
    }

    Path path() {
        return folder;
    }

    ResultFiles.Sink sink() {
        return sink;
    }

    void text(String name, String content) {
        sink.write(Path.of(name), out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Stores a finished generation. */
    void store(Population population) {
        String name = String.format(Locale.ROOT, "generation-%03d.json", population.generation());
        try {
            byte[] text = json.writeValueAsBytes(population);
            Path below = Files.createDirectories(folder.resolve(GENERATIONS));
            AtomicFiles.write(below.resolve(name), out -> out.write(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a population can be written", e);
        } catch (IOException e) {
            throw StoreException.refused("write " + name, folder, e);
        }
    }

    /** The stored generations in order, up to the first that is missing. */
    List<Population> stored() {
        List<Population> found = new ArrayList<>();
        for (Path file : generations()) {
            Population population = read(file);
            if (population == null || population.generation() != found.size()) {
                break;
            }
            found.add(population);
        }
        return found;
    }

    private @Nullable Population read(Path file) {
        try {
            return json.readValue(file.toFile(), Population.class);
        } catch (IOException e) {
            return null;
        }
    }

    private List<Path> generations() {
        Path below = folder.resolve(GENERATIONS);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (var files = Files.list(below)) {
            return files.filter(f -> f.getFileName().toString().matches("generation-\\d{3}\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + below, e);
        }
    }
}
