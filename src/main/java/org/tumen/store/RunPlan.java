package org.tumen.store;

import java.util.Optional;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.Shard;

/**
 * Which runs of each arm are wanted, so that readers, joins and verification can name those that are missing.
 *
 * @param first the first run of the first arm
 * @param runs runs of each arm; 0 when that is not known
 * @param stride by how many runs the first run of an arm lies behind that of the arm before it: 0 where all arms have the
 *     same random numbers and so the same runs
 * @param shard which of these runs a folder is to hold; {@link Shard#WHOLE} for all of them
 */
public record RunPlan(long first, long runs, long stride, Shard shard) {
    /** Of nothing in particular: an arm is whole when it has no gap below its last run. */
    public static final RunPlan UNKNOWN = new RunPlan(0, 0, 0);

    /** So that no product with a number of arms overflows. */
    private static final long MOST = 1L << 31;

    /** @throws IllegalArgumentException when a number is negative or beyond two thousand million */
    public RunPlan {
        if (Math.min(first, Math.min(runs, stride)) < 0 || Math.max(first, Math.max(runs, stride)) > MOST) {
            throw new IllegalArgumentException(
                    "a plan has 0 to " + MOST + " runs, not " + runs + " by " + stride + " from " + first);
        }
    }

    /** All of the runs. */
    public RunPlan(long first, long runs, long stride) {
        this(first, runs, stride, Shard.WHOLE);
    }

    /** Runs 0 to so many (excluded) of every arm. */
    public static RunPlan each(long runs) {
        return new RunPlan(0, runs, 0);
    }

    /** The first run of an arm, by its place among the arms. */
    public long from(int arm) {
        return first + arm * stride;
    }

    /** One past the last run that is wanted of an arm. */
    public long to(int arm) {
        return from(arm) + runs;
    }

    /** A share of the same runs. */
    public RunPlan only(Shard wanted) {
        return new RunPlan(first, runs, stride, wanted);
    }

    /** The runs that are wanted of an arm, by its place among so many; nothing where its share has none of them. */
    public Optional<RunRange> wanted(int arm, int arms) {
        long total = arms * runs;
        long before = arm * runs;
        long least = Math.max(shard.from(total) - before, 0);
        long end = Math.min(shard.to(total) - before, runs);
        return least < end ? Optional.of(new RunRange(from(arm) + least, from(arm) + end)) : Optional.empty();
    }

    /** What is wanted when this is wanted after another plan: of the same runs the more, else this if it is known. */
    RunPlan after(RunPlan earlier) {
        if (equals(UNKNOWN)) {
            return earlier;
        }
        boolean sameRuns = first == earlier.first && stride == earlier.stride;
        return sameRuns ? new RunPlan(first, Math.max(runs, earlier.runs), stride, shard) : this;
    }
}
