package org.tumen.store.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Run numbers from one, 0 or more (included), to a greater one (excluded). */
public record RunRange(long from, long to) {
    /** @throws IllegalArgumentException when empty or negative */
    public RunRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("runs " + from + " to " + to + " are no interval");
        }
    }

    public long size() {
        return to - from;
    }

    /** Whether the two share a run. */
    public boolean overlaps(RunRange other) {
        return from < other.to && other.from < to;
    }

    @Override
    public String toString() {
        return from + ".." + (to - 1);
    }

    /** What the intervals leave uncovered of a whole, in ascending order. */
    public static List<RunRange> gaps(List<RunRange> covered, long from, long to) {
        List<RunRange> sorted = new ArrayList<>(covered);
        sorted.sort(Comparator.comparingLong(RunRange::from));
        List<RunRange> gaps = new ArrayList<>();
        long next = from;
        for (RunRange interval : sorted) {
            if (interval.from > next && next < to) {
                gaps.add(new RunRange(next, Math.min(interval.from, to)));
            }
            next = Math.max(next, interval.to);
        }
        if (next < to) {
            gaps.add(new RunRange(next, to));
        }
        return gaps;
    }
}
