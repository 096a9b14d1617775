package org.tumen.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFailureTest {
    @TempDir
    private Path folder;

    private static String told(Path where, Exception cause) {
        return String.valueOf(
                StoreException.refused("write a.png", where, cause).getMessage());
    }

    @Test
    void aFullDiskIsFoundBehindTheWordsOfAnotherWriter() {
        IOException system = new IOException("No space left on device");
        assertThat(told(folder, new UncheckedIOException(new IOException("I/O error writing PNG file!", system))))
                .startsWith("could not write a.png in " + folder)
                .contains("MiB left there", "the disk is full", "make room, and the same command goes on")
                .doesNotContain("PNG file");
    }

    /** Going on without a greater limit would end in the same place. */
    @Test
    void aLimitOfTheSizeOfFilesIsNamed() {
        assertThat(told(folder, new IOException("File too large")))
                .contains("files may not be so large here", "(ulimit -f)", "goes on from there")
                .doesNotContain("MiB left");
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(told(file.resolve("deeper/result"), new IOException("Not a directory")))
                .contains(file + " is a file, not a folder", "give another --out")
                .doesNotContain("goes on");
    }

    @Test
    void aNameThatCannotBeIsNoWorkToGoOnWith() throws IOException {
        String name = "n".repeat(300);
        assertThat(told(folder.resolve(name), new FileSystemException(name, null, "File name too long")))
                .contains(": File name too long; give another --out")
                .doesNotContain("goes on");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThat(told(link, new FileAlreadyExistsException(link.toString())))
                .contains("a link that leads to none; give another --out")
                .doesNotContain("goes on");
    }

    @Test
    void whatMayNotBeWrittenIsToldOnceAndWithAWayOut() {
        Path result = folder.resolve("result");
        assertThat(told(result, new FileSystemException(result.toString(), null, "Read-only file system")))
                .isEqualTo("could not write a.png in " + result + ": Read-only file system; give another --out, or"
                        + " TUMEN_RESULTS, or make it writable. What was finished is kept.");
        assertThat(told(result, new AccessDeniedException(result.toString()))).contains(": access denied; give");
    }
}
