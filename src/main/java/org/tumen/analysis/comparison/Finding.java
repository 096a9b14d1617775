package org.tumen.analysis.comparison;

import org.tumen.analysis.Interval;
import org.tumen.outcome.Direction;

/** What a comparison of means comes to. */
public enum Finding {
    /** Every run has exactly the same value in both arms; there is nothing to judge. */
    EXACTLY_EQUAL,
    /** The interval lies within the smallest difference that matters. */
    NO_DIFFERENCE_THAT_MATTERS,
    /** The interval excludes zero and the arm is better. */
    BETTER,
    /** The interval excludes zero and the arm is worse. */
    WORSE,
    /** The interval excludes zero and the arm is higher, neither being better. */
    HIGHER,
    /** The interval excludes zero and the arm is lower, neither being better. */
    LOWER,
    /** The interval includes zero, or too few runs differ. */
    UNDECIDED;

    static Finding of(MeanDifference mean, double smallestDifference, Direction direction) {
        Interval interval = mean.interval();
        if (mean.differing() == 0) {
            return EXACTLY_EQUAL;
        }
        if (interval == null || mean.tooFewDiffer()) {
            return UNDECIDED;
        }
        if (smallestDifference > 0 && interval.within(smallestDifference)) {
            return NO_DIFFERENCE_THAT_MATTERS;
        }
        if (!interval.excludesZero()) {
            return UNDECIDED;
        }
        boolean higher = interval.low() > 0;
        return switch (direction) {
            case MORE -> higher ? BETTER : WORSE;
            case LESS -> higher ? WORSE : BETTER;
            case NEUTRAL -> higher ? HIGHER : LOWER;
        };
    }
}
