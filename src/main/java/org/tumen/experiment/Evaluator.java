package org.tumen.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.store.AwaitedThreads;

/**
 * Makes runs for every kind of question: on one pool of threads, by one rule for runs that fail, until it is cancelled. A
 * run that fails is counted and handed on with its key and cause; it ends nothing until more fail than the limit allows.
 */
public final class Evaluator {
    private final int threads;
    private final Cancellation work;
    private final FailureLimit limit;

    /**
     * An evaluator.
     *
     * @param settings its threads, and how many runs may fail
     * @param failed how many failed before, of those that the limit counts
     * @param cancellation stops it between two runs
     */
    public Evaluator(ExecutionSettings settings, long failed, Cancellation cancellation) {
        threads = settings.threads();
        work = cancellation.inner();
        limit = new FailureLimit(settings.failureLimit(), failed, work);
    }

    /** Whether it was cancelled, or a piece of work failed: what is at work stops between two runs. */
    boolean stopped() {
        return work.requested();
    }

    /** Ends the piece of work that calls it when all stops: it does nothing else, or does not return. */
    public void checkpoint() {
        work.checkpoint();
    }

    /**
     * Does so many pieces of work on the threads, several at a time, begun in their order.
     *
     * @throws InterruptedException when it was cancelled before all were done
     * @throws RuntimeException what a piece threw; those begun have ended by then, the others are left
     */
    public void each(int pieces, IntConsumer piece) throws InterruptedException {
        each(pieces, () -> piece);
        work.check();
    }

    /** The same with a worker for each thread, which keeps what it needs; returns early when it was cancelled. */
    void each(int pieces, Supplier<IntConsumer> workers) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AwaitedThreads.run(
                Math.min(threads, Math.max(1, pieces)),
                () -> {
                    IntConsumer worker = workers.get();
                    for (int i = next.getAndIncrement(); i < pieces && !stopped(); i = next.getAndIncrement()) {
                        worker.accept(i);
                    }
                },
                // The other threads keep what they have and stop.
                work::request);
    }

    /**
     * Makes a run on the calling thread.
     *
     * @param arm what to call its scenario when it fails
     * @return null when it was completed; its outcomes are the maker's then
     * @throws TooManyFailuresException when it is the failure that is one too many
     */
    public @Nullable RunFailure make(RunMaker maker, String arm, RunKey key) {
        String cause = maker.make(key);
        if (cause == null) {
            return null;
        }
        RunFailure failure = new RunFailure(arm, key, cause);
        limit.count(failure);
        return failure;
    }

    /** Some runs of a point, in memory: for each outcome wanted a value a run, NaN where the run failed. */
    public record PointRuns(double[][] values, List<RunFailure> failures) {}

    /**
     * Makes some runs of a scenario on the calling thread.
     *
     * @param arm what to call the scenario when a run fails
     * @param from the number of the first run
     */
    public PointRuns make(RunMaker maker, String arm, long seed, long from, int runs, List<Outcome> wanted) {
        double[][] values = new double[wanted.size()][runs];
        List<RunFailure> failures = new ArrayList<>();
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        for (int r = 0; r < runs; r++) {
            checkpoint();
            RunFailure failure = make(maker, arm, new RunKey(seed, from + r));
            if (failure != null) {
                failures.add(failure);
                continue;
            }
            for (int o = 0; o < values.length; o++) {
                values[o][r] = maker.outcomes()[wanted.get(o).ordinal()];
            }
        }
        return new PointRuns(values, failures);
    }
}
