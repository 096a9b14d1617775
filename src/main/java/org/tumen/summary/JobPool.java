package org.tumen.summary;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.tumen.store.AwaitedThreads;

/** Jobs that several threads take from one heap. */
public final class JobPool {
    private JobPool() {}

    /** How many threads there is a processor for, at most so many. */
    static int threads(int most) {
        return Math.min(most, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does all jobs, begun in their order.
     *
     * @param jobs what is to be done; independent of each other
     * @param most the most threads at work
     * @param steps hears of each job that is done
     * @throws CancellationException when {@code steps} threw one, to stop; those begun are finished by then, the others left
     * @throws RuntimeException what a job threw; likewise
     */
    public static void run(List<Runnable> jobs, int most, StageListener steps) {
        Queue<Runnable> heap = new ConcurrentLinkedQueue<>(jobs);
        AtomicInteger left = new AtomicInteger(jobs.size());
        try {
            AwaitedThreads.run(
                    Math.max(1, Math.min(threads(most), jobs.size())),
                    () -> {
                        for (Runnable job = heap.poll(); job != null; job = heap.poll()) {
                            job.run();
                            steps.done();
                            left.decrementAndGet();
                        }
                    },
                    heap::clear);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while describing a result", e);
        }
        // Threads that stop because all do say nothing.
        if (left.get() > 0) {
            throw new CancellationException("interrupted");
        }
    }
}
