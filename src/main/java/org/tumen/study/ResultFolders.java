package org.tumen.study;

import java.nio.file.Path;

/** Where results are kept: the folder results of the current directory, or what TUMEN_RESULTS names. */
public final class ResultFolders {
    private ResultFolders() {}

    public static Path root() {
        String given = System.getenv("TUMEN_RESULTS");
        return given == null || given.isBlank() ? Path.of("results") : Path.of(given);
    }
}
