package org.tumen.store.query;

import org.jspecify.annotations.Nullable;
import org.tumen.store.file.StoreException;

/** The process that was to answer a query did not start, or died; the message says of what. The query may be without fault. */
public final class QueryProcessException extends StoreException {
    QueryProcessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
