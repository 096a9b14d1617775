package org.tumen.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tumen.store.ResultStore;
import org.tumen.store.RunRange;

/**
 * An experiment, where its results go, and how it is executed.
 *
 * @param experiment what is simulated
 * @param store the open result folder
 * @param slices which runs of which arms are wanted
 * @param settings how it is executed
 * @param cancelled set to stop soon, keeping what is finished
 */
public record Job(
        Experiment experiment, ResultStore store, List<Slice> slices, Settings settings, AtomicBoolean cancelled) {

    /** Most runs in a part: enough to make storing cheap, few enough to lose little when the power goes. */
    public static final int MOST_RUNS_IN_A_PART = 25_000;

    private static final int FEWEST_RUNS_IN_A_PART = 250;

    /** Parts need not be smaller than this for all threads to end at a time: it is a twentieth of a second. */
    private static final int SMALL_PART = 1000;

    private static final int PARTS_PER_THREAD = 4;

    /**
     * A stretch of runs of an arm, from (included) to (excluded).
     *
     * @param arm the arm's name
     * @param from the first run
     * @param to one past the last run
     */
    public record Slice(String arm, long from, long to) {
        /** The number of runs. */
        public long size() {
            return to - from;
        }
    }

    /**
     * How an experiment is executed; nothing here can change an outcome.
     *
     * @param threads local threads
     * @param events whether events are stored too
     * @param failureLimit more failed runs than this stop the experiment
     * @param master the address of a cluster, for engines that need one
     */
    public record Settings(int threads, boolean events, long failureLimit, String master) {
        /** Settings of an engine that needs no cluster. */
        public Settings(int threads, boolean events, long failureLimit) {
            this(threads, events, failureLimit, "");
        }
    }

    /** Runs 0 to so many (excluded) of every arm. */
    public static List<Slice> everyArm(Experiment experiment, long from, long to) {
        return experiment.arms().stream()
                .map(a -> new Slice(a.name(), from, to))
                .toList();
    }

    /**
     * The parts that are still to be made, in the order in which to make them: large ones first, then smaller and smaller
     * ones, so that no thread waits long for the last of another (guided self-scheduling: C. D. Polychronopoulos and D. J.
     * Kuck, IEEE Transactions on Computers 36 (1987) 1425–1439, with half of their sizes and a least one).
     */
    public List<Slice> missingParts() {
        List<Slice> missing = new ArrayList<>();
        for (Slice slice : slices) {
            for (RunRange gap : store.missing(slice.arm(), slice.from(), slice.to())) {
                missing.add(new Slice(slice.arm(), gap.from(), gap.to()));
            }
        }
        long left = missing.stream().mapToLong(Slice::size).sum();
        long even = left / ((long) settings.threads() * PARTS_PER_THREAD) + 1;
        long least = Math.max(FEWEST_RUNS_IN_A_PART, Math.min(SMALL_PART, even));
        List<Slice> parts = new ArrayList<>();
        for (Slice slice : missing) {
            for (long from = slice.from(); from < slice.to(); ) {
                long guided = left / (2L * settings.threads()) + 1;
                long size = Math.min(Math.max(least, Math.min(MOST_RUNS_IN_A_PART, guided)), slice.to() - from);
                parts.add(new Slice(slice.arm(), from, from + size));
                from += size;
                left -= size;
            }
        }
        return parts;
    }
}
