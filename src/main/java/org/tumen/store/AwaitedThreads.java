package org.tumen.store;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that are waited for whatever becomes of them: a store must not be closed under a thread that still writes. They are
 * joined, since a thread that ends for lack of memory may be unable to tell a future so, and its waiter would wait for ever.
 */
public final class AwaitedThreads {
    private AwaitedThreads() {}

    /** A thread that keeps what ended it. */
    private static final class Worker extends Thread {
        private final Runnable work;
        private final Runnable stop;
        private volatile @Nullable Throwable failure;

        Worker(Runnable work, Runnable stop) {
            super("worker");
            this.work = work;
            this.stop = stop;
        }

        // Nothing here may need memory.
        @Override
        @SuppressWarnings("CatchingUnchecked")
        public void run() {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure = e;
                stop.run();
            }
        }
    }

    /**
     * Does work on several threads and waits for all of them.
     *
     * @param stop asks them to end soon; called when one fails, or when the waiting thread is interrupted
     * @throws InterruptedException when the waiting thread was interrupted; all threads have ended by then
     * @throws RuntimeException what the first of them threw; one that was left because all stops
     *     ({@link CancellationException}) is no reason of its own
     */
    public static void run(int count, Runnable work, Runnable stop) throws InterruptedException {
        List<Worker> workers =
                Stream.generate(() -> new Worker(work, stop)).limit(count).toList();
        boolean interrupted = false;
        try {
            workers.forEach(Thread::start);
        } catch (OutOfMemoryError e) {
            // No thread more can be had: those that have begun do not know of it.
            stop.run();
            throw e;
        } finally {
            for (Worker worker : workers) {
                interrupted |= join(worker, stop);
            }
        }
        for (Worker worker : workers) {
            Throwable failure = worker.failure;
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception && !(failure instanceof CancellationException)) {
                throw exception;
            }
        }
        if (interrupted || Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
    }

    /** Waits for a thread's end; whether the waiting thread was interrupted meanwhile, and then something was called. */
    public static boolean join(Thread worker, Runnable stop) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
                stop.run();
            }
        }
        return interrupted;
    }
}
