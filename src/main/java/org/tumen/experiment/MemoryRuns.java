package org.tumen.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.scenario.Scenario;
import org.tumen.store.part.EventRow;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.RunSink;

/**
 * Runs of an experiment kept in memory, which may be looked at while they arrive. What is shown of an arm is always made of
 * its runs from 0 up to the first that is missing, so that a picture of n runs is the same whatever threads made them. An
 * arm of 100,000 runs takes about 27 MB.
 */
public final class MemoryRuns implements RunSink {
    /** Small, so that the first runs are seen soon. */
    private static final int PART = 100;

    private final long seed;
    private final int wanted;
    private final Map<String, Held> arms = new LinkedHashMap<>();

    /**
     * Room for runs 0 to {@code wanted} (excluded) of every arm, one run or more.
     *
     * @throws IllegalArgumentException when they are none, or take more memory than Java may have
     */
    public MemoryRuns(Experiment experiment, int wanted) {
        long bytes = (long) experiment.arms().size() * Outcome.all().size() * Double.BYTES;
        long most = Runtime.getRuntime().maxMemory() / bytes;
        if (wanted < 1 || wanted > most) {
            throw new IllegalArgumentException("memory takes 1 to " + most + " runs of an arm here, not " + wanted);
        }
        seed = experiment.seed();
        this.wanted = wanted;
        experiment.arms().forEach(arm -> arms.put(arm.name(), new Held(arm.scenario())));
    }

    /** What there is of an arm. Columns are written without a lock, each place once, and read up to {@code shown} only. */
    private final class Held {
        private final double[][] columns = new double[Outcome.all().size()][wanted];
        private final WeeklyCounts counts;
        private final TreeMap<Long, Arrived> waiting = new TreeMap<>();
        private final List<RunFailure> failures = new ArrayList<>();
        private int shown;

        Held(Scenario scenario) {
            counts = new WeeklyCounts(scenario.weeks());
        }

        void add(Arrived part) {
            waiting.put(part.from(), part);
            failures.addAll(part.failures());
            while (!waiting.isEmpty() && waiting.firstKey() == shown) {
                Arrived next = waiting.pollFirstEntry().getValue();
                counts.add(next.counts());
                shown = (int) next.to();
            }
        }
    }

    private record Arrived(long from, long to, WeeklyCounts counts, List<RunFailure> failures) {}

    private Held held(String arm) {
        Held held = arms.get(arm);
        if (held == null) {
            throw new IllegalArgumentException(
                    "no arm is called " + arm + "; there are " + String.join(", ", arms.keySet()));
        }
        return held;
    }

    /** The runs of an arm from 0 on that are there, failed ones among them. */
    public synchronized int runs(String arm) {
        return held(arm).shown;
    }

    /**
     * An outcome of the first runs of an arm, in their order; NaN for a run that failed.
     *
     * @throws IllegalArgumentException when there is no such arm, or there are not so many runs of it
     */
    public double[] column(String arm, Outcome outcome, int runs) {
        if (runs < 0 || runs > runs(arm)) {
            throw new IllegalArgumentException("there are " + runs(arm) + " runs of " + arm + ", not " + runs);
        }
        return Arrays.copyOf(held(arm).columns[outcome.ordinal()], runs);
    }

    /** An outcome of all runs of an arm that are shown: run i of every arm meets the same random numbers. */
    public double[] column(String arm, Outcome outcome) {
        return column(arm, outcome, runs(arm));
    }

    /** The runs of an arm that failed, in their order. */
    public synchronized List<RunFailure> failures(String arm) {
        Held held = held(arm);
        return held.failures.stream()
                .filter(f -> f.key().run() < held.shown)
                .sorted(Comparator.comparingLong(f -> f.key().run()))
                .toList();
    }

    /** Looks at the weekly counts of the runs of an arm while nothing is added to them; failed ones count to their end. */
    public synchronized <T> T weekly(String arm, Function<WeeklyCounts, T> look) {
        return look.apply(held(arm).counts);
    }

    @Override
    public synchronized List<RunRange> missing(String arm, long from, long to) {
        Held held = held(arm);
        List<RunRange> there = new ArrayList<>();
        if (held.shown > 0) {
            there.add(new RunRange(0, held.shown));
        }
        held.waiting.values().forEach(part -> there.add(new RunRange(part.from(), part.to())));
        return RunRange.gaps(there, from, to);
    }

    @Override
    public synchronized long failed() {
        return arms.values().stream().mapToLong(held -> held.failures.size()).sum();
    }

    @Override
    public int mostRunsOfAPart() {
        return PART;
    }

    @Override
    public Part begin(String arm, long from, long to, boolean events) {
        return new MemoryPart(arm, from);
    }

    private synchronized void arrived(String arm, Arrived part) {
        held(arm).add(part);
    }

    private final class MemoryPart implements Part {
        private final String arm;
        private final long from;
        private final double[][] columns;
        private final List<RunFailure> failures = new ArrayList<>();
        private long next;

        MemoryPart(String arm, long from) {
            this.arm = arm;
            this.from = from;
            columns = held(arm).columns;
            next = from;
        }

        @Override
        public void add(long run, double[] outcomes) {
            for (int i = 0; i < outcomes.length; i++) {
                columns[i][(int) run] = outcomes[i];
            }
            next = run + 1;
        }

        @Override
        public void fail(long run, String cause) {
            for (double[] column : columns) {
                column[(int) run] = Double.NaN;
            }
            failures.add(new RunFailure(arm, new RunKey(seed, run), cause));
            next = run + 1;
        }

        @Override
        public void commit(@Nullable WeeklyCounts weekly) {
            WeeklyCounts own = new WeeklyCounts(held(arm).counts.weeks());
            if (weekly != null) {
                own.add(weekly);
            }
            arrived(arm, new Arrived(from, next, own, failures));
        }

        // What is not asked for in memory is made again from the key of the run.
        @Override
        public void parameters(long run, List<String> paths, double[] values) {}

        @Override
        public void event(EventRow row) {}

        @Override
        public void close() {}
    }
}
