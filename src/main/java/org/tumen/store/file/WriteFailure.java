package org.tumen.store.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Failures;

/** Why a file could not be written, and what to do about it, to follow the name of its folder. */
final class WriteFailure {
    private static final String ELSEWHERE = "; give another --out, or TUMEN_RESULTS";

    private WriteFailure() {}

    static String of(Path where, Exception cause) {
        Path file = fileInTheWay(where.toAbsolutePath().normalize());
        if (file != null) {
            return ": " + file + " is a file, not a folder" + ELSEWHERE;
        }
        String reason = reason(cause);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota exceeded")) {
            return left(where)
                    + ": the disk is full. What was finished is kept; make room, and the same command goes on"
                    + " from there.";
        }
        if (lower.contains("file too large")) {
            return ": files may not be so large here. What was finished is kept; with a greater limit (ulimit -f), or"
                    + " another --out, the same command goes on from there.";
        }
        if (lower.contains("read-only") || lower.contains("permission denied") || lower.contains("access denied")) {
            return ": " + reason + ELSEWHERE + ", or make it writable. What was finished is kept.";
        }
        if (lower.contains("name too long") || cause instanceof FileAlreadyExistsException) {
            return ": " + reason + ELSEWHERE;
        }
        if (cause instanceof NoSuchFileException missing) {
            return ": there is no " + missing.getFile() + ", and it cannot be made" + ELSEWHERE;
        }
        return left(where) + ": " + reason + ". What was finished is kept; the same command goes on from there.";
    }

    /** The file that stands where a folder is wanted, or null. */
    private static @Nullable Path fileInTheWay(Path wanted) {
        for (Path path = wanted; path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return Files.isDirectory(path) ? null : path;
            }
        }
        return null;
    }

    /** The system's words; the name of the file that it begins with would come twice. */
    private static String reason(Exception thrown) {
        Throwable cause = thrown;
        // Writers of pictures wrap what the system said into words of their own.
        while (cause.getCause() instanceof IOException inner) {
            cause = inner;
        }
        return Failures.reason(cause);
    }

    private static String left(Path where) {
        try {
            return " (" + (Files.getFileStore(where).getUsableSpace() >> 20) + " MiB left there)";
        } catch (IOException e) {
            return "";
        }
    }
}
