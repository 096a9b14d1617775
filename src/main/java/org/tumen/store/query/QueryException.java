package org.tumen.store.query;

import org.jspecify.annotations.Nullable;
import org.tumen.store.file.StoreException;

/** A query that is wrong, is not allowed or took too much. The message is for its author. */
public sealed class QueryException extends StoreException permits QueryLimitException {
    QueryException(String message) {
        this(message, null);
    }

    QueryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
