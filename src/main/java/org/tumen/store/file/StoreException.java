package org.tumen.store.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Failures;

/** A result could not be written or read. The message says what failed, where, and what is left, in words for users. */
public class StoreException extends RuntimeException {
    /**
     * What to tell a user whose disk or folder refused a file.
     *
     * @param what what could not be done, such as {@code write summary.csv}
     * @param where the folder in which it was to be
     */
    public static StoreException refused(String what, Path where, Exception cause) {
        return new Refused("could not " + what + " in " + where + WriteFailure.of(where, cause), cause);
    }

    /** What to tell of a file or folder that the system does not let be read. */
    public static StoreException unread(Path what, Exception cause) {
        return new StoreException(what + " cannot be read: " + Failures.reason(cause), cause);
    }

    /** With a message for users. */
    public StoreException(String message) {
        this(message, null);
    }

    /** With a message for users and what lies behind it. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A disk, a folder or whoever is at work there refuses what is to be written: nothing that another input would mend. */
    public static class Refused extends StoreException {
        /** With a message for users and what lies behind it. */
        public Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
