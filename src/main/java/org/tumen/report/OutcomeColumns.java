package org.tumen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;

/** Goes through the outcomes of an arm, each as a column of its runs. */
final class OutcomeColumns {
    private static final int MOST_THREADS = 2;

    /** From so many runs on, memory holds one column at a time, with its sorted copy, and not one for each thread. */
    private static final long MANY_RUNS = 2_000_000;

    private OutcomeColumns() {}

    /** Takes the values of an outcome in ascending order of the run; called by one of several threads. */
    @FunctionalInterface
    interface Consumer {
        void accept(Outcome outcome, double[] column);
    }

    /** Reads all outcomes, in no particular order. */
    static void read(ResultReader reader, String arm, Consumer consumer) {
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>(Outcome.all());
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        int others = reader.completed(arm) < MANY_RUNS ? threads - 1 : 0;
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, others));
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < others; i++) {
                work.add(pool.submit(() -> {
                    try (ResultReader another = reader.another()) {
                        drain(outcomes, another, arm, consumer);
                    }
                }));
            }
            drain(outcomes, reader, arm, consumer);
            for (Future<?> part : work) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while summarising", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static void drain(Queue<Outcome> outcomes, ResultReader reader, String arm, Consumer consumer) {
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            consumer.accept(outcome, reader.column(arm, outcome));
        }
    }
}
