package org.tumen.store;

import org.jspecify.annotations.Nullable;

/** A result could not be written or read. The message says what failed, where, and what is left, in words for users. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message for users. */
    public StoreException(String message) {
        this(message, null);
    }

    /** With a message for users and what lies behind it. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
