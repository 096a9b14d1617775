package org.tumen.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;

/** Reads the parts of one arm on several threads, each with a reader of its own. */
final class ColumnReading {
    private static final int MOST_THREADS = 2;

    /** The most columns of one pass: opening the files takes about as long as reading one more. */
    private static final int MOST_COLUMNS = 4;

    /** The most values of the columns that are held at a time, 64 MB: beyond it one thread reads one column at a time. */
    private static final long MOST_VALUES = 8_000_000;

    private final ResultReader reader;
    private final String arm;
    private final long runs;
    private final List<Consumer<Hand>> jobs = new ArrayList<>();

    /** What one thread reads with: each column into the place of the one before. */
    private record Hand(ResultReader reader, List<double[]> columns) {
        List<double[]> columns(int many, long runs) {
            while (columns.size() < many) {
                columns.add(new double[Math.toIntExact(runs)]);
            }
            return columns;
        }
    }

    ColumnReading(ResultReader reader, String arm) {
        this.reader = reader;
        this.arm = arm;
        runs = reader.completed(arm);
    }

    ColumnReading add(Consumer<ResultReader> job) {
        jobs.add(hand -> job.accept(hand.reader()));
        return this;
    }

    /**
     * Adds the reading of all outcomes that are stored (a result of an older model version may lack some), each handed over as
     * a column in ascending order of the run, in no particular order. A column is good until the consumer returns.
     */
    ColumnReading columns(BiConsumer<Outcome, double[]> consumer) {
        List<Outcome> all = Outcome.all().stream()
                .filter(outcome -> reader.outcomes().contains(outcome.key()))
                .toList();
        int together = (int) Math.max(1, Math.min(MOST_COLUMNS, MOST_VALUES / threads() / Math.max(1, runs)));
        for (int from = 0; from < all.size(); from += together) {
            List<Outcome> some = all.subList(from, Math.min(all.size(), from + together));
            jobs.add(hand -> {
                List<double[]> columns = hand.columns(some.size(), runs);
                hand.reader().columns(arm, some, columns);
                for (int i = 0; i < some.size(); i++) {
                    consumer.accept(some.get(i), columns.get(i));
                }
            });
        }
        return this;
    }

    private int threads() {
        return runs <= MOST_VALUES / MOST_THREADS ? JobPool.threads(MOST_THREADS) : 1;
    }

    void run(StageListener steps) {
        List<ResultReader> others = new ArrayList<>();
        try {
            while (others.size() < threads() - 1) {
                others.add(reader.another());
            }
            Queue<Hand> idle = new ConcurrentLinkedQueue<>(List.of(new Hand(reader, new ArrayList<>())));
            others.forEach(other -> idle.add(new Hand(other, new ArrayList<>())));
            steps.begin("summarising " + arm, jobs.size());
            JobPool.run(jobs.stream().map(job -> with(idle, job)).toList(), threads(), steps);
        } finally {
            others.forEach(ResultReader::close);
        }
    }

    private static Runnable with(Queue<Hand> idle, Consumer<Hand> job) {
        return () -> {
            Hand hand = idle.remove();
            try {
                job.accept(hand);
            } finally {
                idle.add(hand);
            }
        };
    }
}
