package org.tumen.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
     * @throws RuntimeException what a job threw; those begun are finished by then, the others left
     */
    public static void run(List<Runnable> jobs, int most, StageListener steps) {
        Queue<Runnable> heap = new ConcurrentLinkedQueue<>(jobs);
        int threads = Math.max(1, Math.min(threads(most), jobs.size()));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> workers = new ArrayList<>(Collections.nCopies(threads, () -> {
                drain(heap, steps);
                return heap;
            }));
            for (Future<Object> worker : pool.invokeAll(workers)) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while describing a result", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private static void drain(Queue<Runnable> heap, StageListener steps) {
        boolean done = false;
        try {
            for (Runnable job = heap.poll(); job != null; job = heap.poll()) {
                job.run();
                steps.done();
            }
            done = true;
        } finally {
            if (!done) {
                heap.clear();
            }
        }
    }
}
