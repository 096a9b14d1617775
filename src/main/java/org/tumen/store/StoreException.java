package org.tumen.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A result could not be written or read. The message says what failed, where, and what is left, in words for users. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * What to tell a user whose disk or folder refused a file.
     *
     * @param what what could not be done, such as {@code write summary.csv}
     * @param where the folder in which it was to be
     * @param cause what was thrown
     */
    public static StoreException refused(String what, Path where, Exception cause) {
        return new StoreRefusedException(what, where, cause);
    }

    /** With a message for users. */
    public StoreException(String message) {
        this(message, null);
    }

    /** With a message for users and what lies behind it. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
