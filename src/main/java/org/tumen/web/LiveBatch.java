package org.tumen.web;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.DiplomacySim;

/**
 * A batch in memory that can be looked at while its runs arrive. Its threads take portions of consecutive runs; what is
 * shown is always made of the runs from 0 up to the first that is missing, so that a picture of n runs is the same
 * whatever threads made them.
 */
final class LiveBatch {
    /** Small, so that the first picture comes soon. */
    private static final int PORTION = 100;

    /** What has become of a batch. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    final String id;
    final String scenarioName;
    final Scenario scenario;
    final long seed;
    final int wanted;
    private final double[][] columns;
    private final @Nullable WeeklyCounts[] waiting;
    private final WeeklyCounts counts;
    private final AtomicInteger next = new AtomicInteger();
    private final long started = System.nanoTime();
    private volatile boolean cancelled;
    private State state = State.RUNNING;
    private long ended;
    private int portionsShown;
    private int working;

    LiveBatch(String id, String scenarioName, Scenario scenario, long seed, int wanted) {
        this.id = id;
        this.scenarioName = scenarioName;
        this.scenario = scenario;
        this.seed = seed;
        this.wanted = wanted;
        columns = new double[Outcome.all().size()][wanted];
        waiting = new WeeklyCounts[(wanted + PORTION - 1) / PORTION];
        counts = new WeeklyCounts(scenario.weeks());
    }

    /** Starts its threads; {@code atEnd} is told once when all of them have ended. */
    void start(int threads, Runnable atEnd) {
        working = threads;
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> work(atEnd), "batch-" + id + "-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    // Whatever ends a thread, those who wait for the batch must be told.
    @SuppressWarnings("CatchingUnchecked")
    private void work(Runnable atEnd) {
        boolean failed = true;
        try {
            simulate();
            failed = false;
        } catch (RuntimeException | Error e) {
            cancelled = true;
        } finally {
            if (left(failed)) {
                atEnd.run();
            }
        }
    }

    private void simulate() {
        DiplomacySim sim = new DiplomacySim(scenario);
        double[] row = new double[columns.length];
        for (int portion = next.getAndIncrement();
                portion < waiting.length && !cancelled;
                portion = next.getAndIncrement()) {
            WeeklyCounts own = new WeeklyCounts(scenario.weeks());
            sim.observeWeeks(own);
            int to = Math.min(wanted, (portion + 1) * PORTION);
            for (int run = portion * PORTION; run < to; run++) {
                sim.run(new RunKey(seed, run), row);
                for (int i = 0; i < row.length; i++) {
                    columns[i][run] = row[i];
                }
            }
            arrived(portion, own);
        }
    }

    private synchronized void arrived(int portion, WeeklyCounts own) {
        waiting[portion] = own;
        while (portionsShown < waiting.length) {
            WeeklyCounts first = waiting[portionsShown];
            if (first == null) {
                break;
            }
            counts.add(first);
            waiting[portionsShown++] = null;
        }
        notifyAll();
    }

    private synchronized boolean left(boolean failed) {
        working--;
        if (failed) {
            state = State.FAILED;
        }
        if (working == 0) {
            ended = System.nanoTime();
            if (state == State.RUNNING) {
                state = completed() == wanted ? State.DONE : State.CANCELLED;
            }
        }
        notifyAll();
        return working == 0;
    }

    void cancel() {
        cancelled = true;
    }

    /** The runs from 0 that are there. */
    synchronized int completed() {
        return Math.min(wanted, portionsShown * PORTION);
    }

    synchronized State state() {
        return working > 0 && state != State.FAILED ? State.RUNNING : state;
    }

    synchronized double runsASecond() {
        long until = working == 0 ? ended : System.nanoTime();
        return completed() / Math.max(1e-9, (until - started) / 1e9);
    }

    /** Waits until there are more runs than known or the batch has ended. */
    synchronized void await(int known, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (completed() <= known && working > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** The first runs of an outcome. */
    double[] column(Outcome outcome, int runs) {
        return Arrays.copyOf(columns[outcome.ordinal()], runs);
    }

    /** Looks at the weekly counts while nothing is added to them. */
    synchronized <T> T weekly(Function<WeeklyCounts, T> look) {
        return look.apply(counts);
    }
}
