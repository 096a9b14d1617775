package org.tumen.store.part;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;

/** Where runs go, part by part: into a result folder, or into memory. Parts may be begun on any thread. */
public interface RunSink {
    /** What of the runs {@code from} (included) to {@code to} (excluded) of an arm is not there yet, in ascending order. */
    List<RunRange> missing(String arm, long from, long to);

    /** How many of the runs that are there failed. */
    long failed();

    /** The most runs of a part that serve it: enough to make keeping them cheap, few enough to lose little. */
    int mostRunsOfAPart();

    /**
     * Begins a part.
     *
     * @param to one past the last run
     * @throws IllegalArgumentException when the arm is unknown or some of the runs are there already
     */
    Part begin(String arm, long from, long to, boolean events);

    /**
     * Begins parts that are kept together, since each would cost more to keep than to make: where nothing is gained by it,
     * each for itself. Their arms have the same uncertain parameters.
     */
    default Pack pack(boolean events) {
        return new Pack() {
            @Override
            public Part begin(String arm, long from, long to) {
                return RunSink.this.begin(arm, from, to, events);
            }

            @Override
            public void commit() {}

            @Override
            public void close() {}
        };
    }

    /** Parts of different arms, one after the other on one thread, then {@link #commit}; closed without it, they are dropped. */
    interface Pack extends AutoCloseable {
        /** Begins a part, see {@link RunSink#begin}, when the one before is committed. */
        Part begin(String arm, long from, long to);

        /** Keeps the parts that were committed. */
        void commit();

        @Override
        void close();
    }

    /** The runs of an interval in ascending order, on one thread, then {@link #commit}; closed without it, it is dropped. */
    interface Part extends AutoCloseable {
        /**
         * Adds a completed run, which must be the next.
         *
         * @param outcomes one value per {@link Outcome}, in order; may be reused by the caller afterwards
         */
        void add(long run, double[] outcomes);

        /** Adds a failed run, which must be the next. */
        void fail(long run, String cause);

        /** Adds the values that were drawn for the parameters of a run, in the order of their paths. */
        void parameters(long run, List<String> paths, double[] values);

        /** Adds an event. Only for parts begun with events. */
        void event(EventRow row);

        /**
         * Keeps the part. When fewer runs than the interval has were added, it covers those.
         *
         * @param weekly the weekly counts of these runs, failed ones at will, when they are to be kept; may be reused by the
         *     caller afterwards
         */
        void commit(@Nullable WeeklyCounts weekly);

        @Override
        void close();
    }
}
