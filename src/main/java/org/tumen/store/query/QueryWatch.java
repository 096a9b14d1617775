package org.tumen.store.query;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tumen.store.AwaitedThreads;

/**
 * A thread that looks at the processor time and at the memory that a query takes, two hundred times a second, from its
 * making until it is closed. When either is over its limit it acts, again and again, for an act may come before what it is
 * to stop. Processor time, not the clock: on a busy machine a query waits for its turn, which is no fault of its own. The
 * clock ends only what does not get on at all.
 */
final class QueryWatch implements AutoCloseable {
    private static final int INTERVAL_MILLIS = 5;

    /** So much longer than its processor time may a query take by the clock, and {@link #LEAST_PATIENCE} at least. */
    private static final int PATIENCE = 30;

    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(2);

    private final ResidentMemory memory;
    private final long most;
    private final LongSupplier processorNanos;
    private final long lastNanos;
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
     * @param processorNanos the processor time that was taken so far; below 0 where the system does not tell, and then the
     *     clock stands for it
     * @param most the resident memory that it may have, in bytes
     * @param act what to do when a limit is passed, called on another thread
     */
    QueryWatch(
            QueryLimits limits,
            long process,
            LongSupplier processorNanos,
            long most,
            Consumer<QueryLimitException> act) {
        this.limits = limits;
        this.most = most;
        this.act = act;
        memory = new ResidentMemory(process);
        long before = processorNanos.getAsLong();
        this.processorNanos = before < 0 ? System::nanoTime : processorNanos;
        lastNanos = (before < 0 ? System.nanoTime() : before) + limits.time().toNanos();
        Duration patience = limits.time().multipliedBy(PATIENCE);
        deadline = System.nanoTime() + (patience.compareTo(LEAST_PATIENCE) > 0 ? patience : LEAST_PATIENCE).toNanos();
        thread.setDaemon(true);
        // What it watches may take every processor.
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void watch() {
        while (!closed) {
            long now = System.nanoTime();
            if (over == null && (processorNanos.getAsLong() > lastNanos || now - deadline > 0)) {
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
        boolean interrupted = AwaitedThreads.join(thread, () -> {});
        memory.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
