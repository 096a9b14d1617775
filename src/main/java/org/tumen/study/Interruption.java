package org.tumen.study;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tumen.experiment.Cancellation;

/**
 * Work that is stored piece by piece, and that Ctrl-C stops at the end of a piece. One hook of the process serves all of it,
 * see {@link Watch}: it cancels what is open, waits a while for that to end, and tells what became of it.
 */
public final class Interruption implements AutoCloseable {
    private static final Set<Interruption> OPEN = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean STORED = new AtomicBoolean();
    private static final AtomicBoolean ENDING = new AtomicBoolean();

    private final CountDownLatch done = new CountDownLatch(1);
    private final Cancellation cancellation;

    /** @param cancellation is asked for when the process is interrupted */
    public Interruption(Cancellation cancellation) {
        this.cancellation = cancellation;
        STORED.set(true);
        OPEN.add(this);
        if (ENDING.get()) {
            cancellation.request();
        }
    }

    @Override
    public void close() {
        OPEN.remove(this);
        done.countDown();
    }

    /** While open, an interrupted process lets its work end and says a word; before and after, it just ends. */
    public static final class Watch implements AutoCloseable {
        private static final int GRACE_SECONDS = 20;

        private final PrintWriter err;
        private final Thread hook;

        public Watch(PrintWriter err) {
            this.err = err;
            hook = new Thread(this::interrupted, "interrupt");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void interrupted() {
            ENDING.set(true);
            try {
                err.println(
                        !ended()
                                ? "Still at work after " + GRACE_SECONDS + " seconds; leaving. What was stored is kept."
                                : STORED.get()
                                        ? "Interrupted. What was finished is stored; the same command goes on from"
                                                + " there."
                                        : "Interrupted.");
                err.flush();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Stops what is open; whether it ended in time. */
        private static boolean ended() throws InterruptedException {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
            for (Interruption work : OPEN) {
                work.cancellation.request();
            }
            for (Interruption work : OPEN) {
                if (!work.done.await(limit - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The shutdown that the hook serves is under way.
                Thread.onSpinWait();
            }
        }
    }
}
