package org.tumen.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes runs on threads of this process. Each thread takes part after part and keeps one simulation an arm. */
public final class LocalEngine implements Engine {
    /** The arms whose simulations a thread keeps: a design has thousands, and each is met once. */
    private static final int MOST_KEPT = 32;

    /** For ServiceLoader. */
    public LocalEngine() {}

    @Override
    public String name() {
        return "local";
    }

    @Override
    public void run(Job job, RunListener progress) throws InterruptedException {
        List<Job.Slice> parts = job.missingParts();
        progress.started(parts.stream().mapToLong(Job.Slice::size).sum());
        Queue<Job.Slice> queue = new ConcurrentLinkedQueue<>(parts);
        AtomicLong failures = new AtomicLong(job.store().failed());
        int threads = Math.min(job.settings().threads(), Math.max(1, parts.size()));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> work(job, queue, failures, progress)));
            }
            awaitAll(workers);
        } finally {
            pool.shutdown();
        }
    }

    /** Waits for all of them, also when one fails: a store must not be closed under a thread that still writes. */
    private static void awaitAll(List<Future<?>> workers) throws InterruptedException {
        @Nullable Throwable first = null;
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                first = first == null ? e.getCause() : first;
            }
        }
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
        if (first instanceof Error failure) {
            throw failure;
        }
    }

    private static void work(Job job, Queue<Job.Slice> queue, AtomicLong failures, RunListener progress) {
        Map<String, PartMaker> makers = new HashMap<>();
        boolean done = false;
        try {
            for (Job.Slice part = queue.poll(); part != null && !job.cancelled().get(); part = queue.poll()) {
                if (makers.size() >= MOST_KEPT && !makers.containsKey(part.arm())) {
                    makers.clear();
                }
                makers.computeIfAbsent(part.arm(), arm -> new PartMaker(job, arm, failures, progress))
                        .make(part);
            }
            done = true;
        } finally {
            if (!done) {
                // The other threads store what they have and stop.
                job.cancelled().set(true);
            }
        }
    }
}
