package org.tumen.store.query;

/** A query that took more time or memory than it may, or whose answer is too large. */
public final class QueryLimitException extends QueryException {
    QueryLimitException(String message) {
        super(message);
    }
}
