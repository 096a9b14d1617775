package org.tumen.analysis.comparison;

import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;

/**
 * When to stop adding runs for one mean difference; where runs share points of the parameters, what is said of runs here
 * holds for clusters of them. Because it looks at a {@link ConfidenceSequence}, the interval at the
 * moment of stopping covers the true difference with the stated confidence although the moment was chosen by looking.
 *
 * <p>Nothing is settled before {@link ConfidenceSequence#MINIMUM_RUNS} runs, nor on a handful of differences: fewer than
 * {@link #MINIMUM_DIFFERING} runs that differ give no variance to rely on. Only when not a single one of
 * {@link #EQUAL_RUNS} runs differs is an arm taken as equal: at a confidence of 95 % fewer than 3 runs in 1,000 then
 * differ (the rule of three).
 */
public final class StoppingRule {
    /** Fewest runs that must differ before a variance is relied on. */
    public static final int MINIMUM_DIFFERING = StudentisedMean.FEWEST_DIFFERING;
    /** Runs without any difference after which an arm is taken as equal to the baseline. */
    public static final int EQUAL_RUNS = 1_000;

    /** Where an estimate stands. */
    public enum State {
        /** More runs are needed. */
        OPEN(false),
        /** The half-width is as small as wanted. */
        NARROW(true),
        /** The interval excludes zero. */
        SIGN_SETTLED(true),
        /** The interval lies within the smallest difference that matters. */
        TOO_SMALL_TO_MATTER(true),
        /** No run differs. */
        EQUAL(true);

        private final boolean settled;

        State(boolean settled) {
            this.settled = settled;
        }

        /** Whether no more runs are needed. */
        public boolean settled() {
            return settled;
        }
    }

    private enum Aim {
        HALF_WIDTH,
        DECISION
    }

    private final ConfidenceSequence sequence;
    private final Aim aim;
    private final double limit;

    private StoppingRule(ConfidenceSequence sequence, Aim aim, double limit) {
        this.sequence = sequence;
        this.aim = aim;
        this.limit = limit;
    }

    /**
     * Until the half-width is no more than wanted.
     *
     * @param halfWidth in units of the outcome, above 0
     */
    public static StoppingRule untilHalfWidth(ConfidenceSequence sequence, double halfWidth) {
        if (!(halfWidth > 0)) {
            throw new IllegalArgumentException("a half-width to reach is above 0, not " + halfWidth);
        }
        return new StoppingRule(sequence, Aim.HALF_WIDTH, halfWidth);
    }

    /**
     * Until the interval excludes zero or lies within the smallest difference that matters.
     *
     * @param smallestDifference in units of the outcome; 0 for none, when a true difference of zero is never settled and
     *     the caller's largest number of runs ends it
     */
    public static StoppingRule untilDecided(ConfidenceSequence sequence, double smallestDifference) {
        if (!(smallestDifference >= 0)) {
            throw new IllegalArgumentException("a smallest difference is 0 or more, not " + smallestDifference);
        }
        return new StoppingRule(sequence, Aim.DECISION, smallestDifference);
    }

    /** Where an estimate stands after the differences so far. */
    public State state(RunningMoments differences) {
        long n = differences.count();
        if (differences.nonZero() == 0) {
            return n >= EQUAL_RUNS ? State.EQUAL : State.OPEN;
        }
        if (n < ConfidenceSequence.MINIMUM_RUNS || differences.nonZero() < MINIMUM_DIFFERING) {
            return State.OPEN;
        }
        Interval interval = sequence.interval(n, differences.mean(), differences.standardDeviation());
        if (aim == Aim.HALF_WIDTH) {
            return interval.halfWidth() <= limit ? State.NARROW : State.OPEN;
        }
        if (limit > 0 && interval.within(limit)) {
            return State.TOO_SMALL_TO_MATTER;
        }
        return interval.excludesZero() ? State.SIGN_SETTLED : State.OPEN;
    }

    /**
     * How many more runs the estimate is likely to need, if mean and standard deviation stay as they are; 0 when settled.
     * A projection for sharing out runs, no promise.
     */
    public long projectedRuns(RunningMoments differences) {
        if (state(differences).settled()) {
            return 0;
        }
        long n = differences.count();
        if (differences.nonZero() == 0) {
            return EQUAL_RUNS - n;
        }
        double sd = differences.standardDeviation();
        long total = Long.MAX_VALUE;
        if (aim == Aim.HALF_WIDTH) {
            total = sequence.runsFor(limit, sd);
        } else {
            double size = Math.abs(differences.mean());
            total = size > 0 ? sequence.runsFor(size, sd) : total;
            total = size < limit ? Math.min(total, sequence.runsFor(limit - size, sd)) : total;
        }
        long floor = Math.max(ConfidenceSequence.MINIMUM_RUNS, n + 1);
        return Math.max(floor, total) - n;
    }
}
