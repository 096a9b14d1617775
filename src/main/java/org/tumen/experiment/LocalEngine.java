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

/** Makes runs on threads of this process. Each thread takes part after part and keeps one simulation an arm. */
public final class LocalEngine implements Engine {
    /** For ServiceLoader. */
    public LocalEngine() {}

    @Override
    public String name() {
        return "local";
    }

    @Override
    public void run(Job job, Progress progress) throws InterruptedException {
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
            for (Future<?> worker : workers) {
                await(worker, job);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(Future<?> worker, Job job) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            job.cancelled().set(true);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void work(Job job, Queue<Job.Slice> queue, AtomicLong failures, Progress progress) {
        Map<String, PartMaker> makers = new HashMap<>();
        for (Job.Slice part = queue.poll(); part != null && !job.cancelled().get(); part = queue.poll()) {
            makers.computeIfAbsent(part.arm(), arm -> new PartMaker(job, arm, failures, progress))
                    .make(part);
        }
    }
}
