package org.tumen.store.query;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that looks at the clock and at the memory of a process two hundred times a second, from its making until it is
 * closed. When either is over its limit it acts, again and again, for an act may come before what it is to stop.
 */
final class QueryWatch implements AutoCloseable {
    private static final int INTERVAL_MILLIS = 5;
    private static final long NANOS = 1_000_000;

    private final ResidentMemory memory;
    private final long most;
    private final long deadline;
    private final QueryLimits limits;
    private final Consumer<QueryLimitException> act;
    private final Thread thread = new Thread(this::watch, "query-watch");
    private volatile @Nullable QueryLimitException over;
    private volatile boolean closed;

    /**
     * Starts watching.
     *
     * @param limits what is allowed; the time begins now
     * @param process whose memory is watched
     * @param most the resident memory that it may have, in bytes
     * @param act what to do when a limit is passed, called on another thread
     */
    QueryWatch(QueryLimits limits, long process, long most, Consumer<QueryLimitException> act) {
        this.limits = limits;
        this.most = most;
        this.act = act;
        memory = ResidentMemory.of(process);
        deadline = System.nanoTime() + limits.time().toMillis() * NANOS;
        thread.setDaemon(true);
        // What it watches may take every processor.
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void watch() {
        while (!closed) {
            if (over == null && System.nanoTime() - deadline > 0) {
                over = limits.tooLong();
            }
            if (over == null && memory.bytes() > most) {
                over = limits.tooLarge();
            }
            if (over != null) {
                act.accept(over);
            }
            try {
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The limit that was passed first; null while none is. */
    @Nullable
    QueryLimitException over() {
        return over;
    }

    /** Stops watching; nothing is done any more when this has returned. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        memory.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
