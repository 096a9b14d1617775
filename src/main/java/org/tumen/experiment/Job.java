package org.tumen.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.RunSink;

/**
 * An experiment, where its results go, and how it is executed.
 *
 * @param slices which runs of which arms are wanted
 * @param cancellation stops it soon, keeping what is finished
 */
public record Job(
        Experiment experiment,
        RunSink sink,
        List<Slice> slices,
        ExecutionSettings settings,
        Cancellation cancellation) {

    /** A cancellation of its own: a job that fails stops itself and nothing else. */
    public Job {
        slices = List.copyOf(slices);
        cancellation = cancellation.inner();
    }

    private static final int FEWEST_RUNS_IN_A_PART = 250;

    /** Parts need not be smaller than this for all threads to end at a time: it is a twentieth of a second. */
    private static final int SMALL_PART = 1000;

    private static final int PARTS_PER_THREAD = 4;

    /** The most weeks of the parts that are kept together, whose counts wait in memory, some 2.5 kB a week, until all are made. */
    private static final int MOST_WEEKS = 30_000;

    /** The most weeks of the runs of a part whose events are stored, which wait as well, some 150 bytes a week. */
    private static final int MOST_WEEKS_OF_EVENTS = 800_000;

    /**
     * A stretch of runs of an arm, from (included) to (excluded).
     *
     * @param to one past the last run
     */
    public record Slice(String arm, long from, long to) {
        public long size() {
            return to - from;
        }
    }

    /**
     * The parts that are still to be made, those together that are to be kept together: whole parts by themselves; small
     * ones of arms that are alike, each of another arm, up to about as many runs as a part of a large arm would have there, and
     * to as many weeks as there is room for.
     * Arms that are alike have the same uncertain parameters, which a file of drawn values takes for granted.
     */
    List<List<Slice>> missingPacks() {
        Map<String, String> firsts = new HashMap<>();
        experiment
                .arms()
                .forEach(arm -> firsts.put(
                        arm.name(), arm.like() == null ? arm.name() : arm.like().arm()));
        List<Slice> parts = missingParts();
        long left = runs(parts);
        int most = experiment.weekly() ? MOST_WEEKS / experiment.weeks() : Integer.MAX_VALUE;
        List<Pack> packs = new ArrayList<>();
        Map<String, Pack> open = new HashMap<>();
        for (Slice part : parts) {
            String first = firsts.getOrDefault(part.arm(), part.arm());
            Pack pack = open.get(first);
            if (pack == null || !pack.takes(part)) {
                pack = new Pack(new ArrayList<>(), Math.max(SMALL_PART, guided(left)), most);
                packs.add(pack);
                open.put(first, pack);
            }
            pack.parts().add(part);
            left -= part.size();
        }
        return packs.stream().map(Pack::parts).toList();
    }

    /** Parts that are kept together, up to so many runs and arms. */
    private record Pack(List<Slice> parts, long most, int arms) {
        boolean takes(Slice part) {
            return parts.size() < arms
                    && runs(parts) + part.size() <= most
                    && parts.stream().noneMatch(other -> other.arm().equals(part.arm()));
        }
    }

    private static long runs(List<Slice> parts) {
        return parts.stream().mapToLong(Slice::size).sum();
    }

    /** How many runs are made on end while so many are left. */
    private long guided(long left) {
        return Math.min(mostRunsOfAPart(), left / (2L * settings.threads()) + 1);
    }

    private long mostRunsOfAPart() {
        int weeks = experiment.weeks();
        return settings.events()
                ? Math.min(sink.mostRunsOfAPart(), MOST_WEEKS_OF_EVENTS / weeks)
                : sink.mostRunsOfAPart();
    }

    /** The first so many runs of every arm. */
    public static List<Slice> everyArm(Experiment experiment, long runs) {
        return experiment.arms().stream().map(a -> new Slice(a.name(), 0, runs)).toList();
    }

    /**
     * The parts that are still to be made, in the order in which to make them: large ones first, then smaller and smaller
     * ones, so that no thread waits long for the last of another (guided self-scheduling: C. D. Polychronopoulos and D. J.
     * Kuck, IEEE Transactions on Computers 36 (1987) 1425–1439, with half of their sizes and a least one).
     */
    public List<Slice> missingParts() {
        List<Slice> missing = new ArrayList<>();
        for (Slice slice : slices) {
            for (RunRange gap : sink.missing(slice.arm(), slice.from(), slice.to())) {
                missing.add(new Slice(slice.arm(), gap.from(), gap.to()));
            }
        }
        long left = runs(missing);
        long even = left / ((long) settings.threads() * PARTS_PER_THREAD) + 1;
        long least = Math.min(mostRunsOfAPart(), Math.max(FEWEST_RUNS_IN_A_PART, Math.min(SMALL_PART, even)));
        List<Slice> parts = new ArrayList<>();
        for (Slice slice : missing) {
            for (long from = slice.from(); from < slice.to(); ) {
                long size = Math.min(Math.max(least, guided(left)), slice.to() - from);
                parts.add(new Slice(slice.arm(), from, from + size));
                from += size;
                left -= size;
            }
        }
        return parts;
    }
}
