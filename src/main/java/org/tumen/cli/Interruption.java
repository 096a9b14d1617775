package org.tumen.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** While open, an interrupted process sets a flag and waits a while for what is under way to end. */
final class Interruption implements AutoCloseable {
    private static final int GRACE_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean cancelled;
    private final PrintWriter err;
    private final Thread hook;

    Interruption(AtomicBoolean cancelled, PrintWriter err) {
        this.cancelled = cancelled;
        this.err = err;
        hook = new Thread(this::interrupted, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupted() {
        cancelled.set(true);
        try {
            boolean ended = done.await(GRACE_SECONDS, TimeUnit.SECONDS);
            err.println(
                    ended
                            ? "Interrupted. What was finished is stored; the same command goes on from there."
                            : "Still at work after " + GRACE_SECONDS + " seconds; leaving. What was stored is kept.");
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown that the hook serves is under way.
            Thread.onSpinWait();
        }
    }
}
