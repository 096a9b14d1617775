package org.tumen.outcome;

import org.tumen.words.Numbers;

/** Values of outcomes for people. */
public final class OutcomeNumbers {
    private OutcomeNumbers() {}

    /** A value or a quantile: whole for counts and times, or with the decimal of an interpolated quantile. */
    public static String text(Outcome outcome, double value) {
        if (outcome.kind() == Kind.CONTINUOUS) {
            return Numbers.estimate(value);
        }
        double tenths = Math.rint(value * 10) / 10;
        return Numbers.fixed(value, tenths == Math.rint(tenths) ? 0 : 1);
    }
}
