package org.tumen.outcome;

import java.util.Collection;
import org.tumen.words.Numbers;

/** Values of outcomes for people. */
public final class OutcomeNumbers {
    private OutcomeNumbers() {}

    /**
     * Says with what a run counts in which something never happened, for legends of tables of means; begins with a space, and
     * is empty where no outcome is such a week.
     */
    public static String never(Collection<Outcome> outcomes, int weeks) {
        return outcomes.stream().anyMatch(outcome -> outcome.kind() == Kind.TIME)
                ? " In the mean of a week in which something first happened, a run in which it never did counts with "
                        + weeks + "."
                : "";
    }

    /** A value or a quantile: whole for counts and times, or with the decimal of an interpolated quantile. */
    public static String text(Outcome outcome, double value) {
        if (outcome.kind() == Kind.CONTINUOUS) {
            return Numbers.estimate(value);
        }
        double tenths = Math.rint(value * 10) / 10;
        return Numbers.fixed(value, tenths == Math.rint(tenths) ? 0 : 1);
    }
}
