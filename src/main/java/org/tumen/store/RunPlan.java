package org.tumen.store;

/**
 * Which runs of each arm are wanted, so that readers, joins and verification can name those that are missing.
 *
 * @param runs runs of each arm; 0 when that is not known
 * @param stride by how many runs the first run of an arm lies behind that of the arm before it: 0 where all arms have the
 *     same luck and so the same runs
 */
public record RunPlan(long runs, long stride) {
    /** Of nothing in particular: an arm is whole when it has no gap below its last run. */
    public static final RunPlan UNKNOWN = new RunPlan(0, 0);

    /** So that no product with a number of arms overflows. */
    private static final long MOST = 1L << 31;

    /** @throws IllegalArgumentException when a number is negative or beyond two thousand million */
    public RunPlan {
        if (runs < 0 || stride < 0 || runs > MOST || stride > MOST) {
            throw new IllegalArgumentException("a plan has 0 to " + MOST + " runs, not " + runs + " by " + stride);
        }
    }

    /** Runs 0 to so many (excluded) of every arm. */
    public static RunPlan each(long runs) {
        return new RunPlan(runs, 0);
    }

    /** The first run of an arm, by its place among the arms. */
    public long from(int arm) {
        return arm * stride;
    }

    /** One past the last run that is wanted of an arm. */
    public long to(int arm) {
        return from(arm) + runs;
    }

    /** What is wanted when this is wanted after another plan: of the same runs the more, else this if it is known. */
    RunPlan after(RunPlan earlier) {
        if (equals(UNKNOWN)) {
            return earlier;
        }
        return stride == earlier.stride ? new RunPlan(Math.max(runs, earlier.runs), stride) : this;
    }
}
