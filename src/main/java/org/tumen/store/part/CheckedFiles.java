package org.tumen.store.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.FileSum;
import org.tumen.store.file.Inside;

/**
 * Files of parts whose bytes this process has found to be those that were written. A file is read through once for its
 * checksum before its first use, and again when its size, time or expected checksum has changed since.
 */
final class CheckedFiles {
    /** About 300 bytes each. */
    private static final int MOST = 100_000;

    private static final Map<Path, State> SOUND = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, State> eldest) {
            return size() > MOST;
        }
    };

    private record State(FileSum sum, FileTime modified) {}

    private CheckedFiles() {}

    /** What is wrong with a file, by its size and checksum when it was written, or null. */
    static @Nullable String problem(Path file, FileSum expected) throws IOException {
        BasicFileAttributes now;
        try {
            now = Inside.require(file);
        } catch (NoSuchFileException e) {
            return "it is missing";
        }
        if (now.size() != expected.bytes()) {
            return "it has " + now.size() + " bytes instead of " + expected.bytes();
        }
        Path key = file.toAbsolutePath();
        State state = new State(expected, now.lastModifiedTime());
        synchronized (SOUND) {
            if (state.equals(SOUND.get(key))) {
                return null;
            }
        }
        if (!AtomicFiles.sum(file).equals(expected)) {
            return DamagedFileException.OTHER_BYTES;
        }
        found(key, state);
        return null;
    }

    /** Keeps in mind that a file has just been written, or copied, and what its checksum is. */
    static void written(Path file, FileSum sum) throws IOException {
        found(file.toAbsolutePath(), new State(sum, Files.getLastModifiedTime(file)));
    }

    private static void found(Path key, State state) {
        synchronized (SOUND) {
            SOUND.put(key, state);
        }
    }
}
