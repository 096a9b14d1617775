package org.tumen.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tumen.report.ResultFiles;
import org.tumen.store.AtomicFiles;
import org.tumen.store.StoreException;

/** Where results are kept: the folder results of the current directory, or what TUMEN_RESULTS names. */
public final class ResultFolders {
    private ResultFolders() {}

    public static Path root() {
        String given = System.getenv("TUMEN_RESULTS");
        return given == null || given.isBlank() ? Path.of("results") : Path.of(given);
    }

    /** Writes whole files or none: each is written beside its place and renamed. */
    public static ResultFiles.Sink sink(Path folder) {
        return (relative, content) -> {
            Path target = folder.resolve(relative);
            Path parent = target.toAbsolutePath().getParent();
            try {
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                AtomicFiles.writeUnsynced(target, content::writeTo);
            } catch (IOException e) {
                throw StoreException.refused("write " + relative, folder, e);
            }
        };
    }
}
