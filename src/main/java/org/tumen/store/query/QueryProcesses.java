package org.tumen.store.query;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.store.ResultReader;
import org.tumen.store.file.StoreException;

/**
 * Answers queries in processes of their own, one for each. Where many are asked, one process stands ready after the first,
 * for starting one takes longer than most answers.
 */
public final class QueryProcesses implements AutoCloseable {
    private final boolean many;
    private @Nullable QueryProcess spare;
    private boolean closed;

    /**
     * Without a process until {@link #prepare} or {@link #ask}.
     *
     * @param many whether another query is likely to follow each
     */
    public QueryProcesses(boolean many) {
        this.many = many;
    }

    /** Has a process ready for the next query. */
    public synchronized void prepare() {
        if (!closed && (spare == null || !spare.alive())) {
            spare = new QueryProcess();
        }
    }

    private synchronized QueryProcess take() {
        QueryProcess taken = spare;
        spare = null;
        return taken != null && taken.alive() ? taken : new QueryProcess();
    }

    /**
     * Asks a result. Any number of threads may ask at a time; each has a process.
     *
     * @param sql one SELECT statement
     * @param limits what it may use; the process as a whole has that memory, and its answer as JSON that size
     * @return a JSON object of {@code columns}, {@code types}, {@code rows} and {@code truncated}
     * @throws QueryException when the statement is wrong or is no SELECT
     * @throws QueryLimitException when it exceeds the limits
     * @throws QueryProcessException when no process started, or it died
     * @throws StoreException when the result cannot be read
     */
    public String ask(Path folder, String sql, QueryLimits limits) {
        // What is refused anyhow costs no process.
        ResultReader.requireResult(folder);
        QueryGuard.requireShort(sql);
        try (QueryProcess process = take()) {
            return process.ask(folder, sql, limits);
        } finally {
            if (many) {
                prepare();
            }
        }
    }

    /** Lets the process that stands ready end. */
    @Override
    public synchronized void close() {
        closed = true;
        if (spare != null) {
            spare.close();
            spare = null;
        }
    }
}
