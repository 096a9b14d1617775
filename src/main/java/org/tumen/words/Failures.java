package org.tumen.words;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** What was thrown, told to people. */
public final class Failures {
    /** What is said where memory was lacking. */
    public static final String MEMORY =
            "the memory was too small, a heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB";

    private Failures() {}

    /** Whether memory is what was lacking; calls by reflection wrap that, and so does what makes a class. */
    public static boolean lackMemory(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why it was thrown, in a line: the first of its message or, as Java says of a refused file nothing but its name, what the
     * system has against that.
     */
    public static String reason(Throwable thrown) {
        Throwable cause =
                thrown instanceof UncheckedIOException ? Objects.requireNonNullElse(thrown.getCause(), thrown) : thrown;
        if (cause instanceof FileSystemException refused) {
            if (refused instanceof AccessDeniedException) {
                return "access denied";
            }
            if (refused instanceof NoSuchFileException) {
                return "there is no " + refused.getFile();
            }
            if (refused instanceof NotDirectoryException) {
                return refused.getFile() + " is no folder";
            }
            if (refused instanceof FileAlreadyExistsException) {
                return refused.getFile() + " is there already and is no folder, or a link that leads to none";
            }
            String words = refused.getReason();
            if (words != null) {
                return words;
            }
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
