package org.tumen.analysis.value;

/**
 * A value of a parameter at which the expected difference changes its sign. Its interval is that of this value alone.
 *
 * @param value where the fitted difference is 0
 * @param low the lower end of its interval: all neighbouring values whose difference cannot be told from 0 (the interval of
 *     Fieller's kind that inverts the test at each value)
 * @param high the upper end
 * @param openBelow whether the interval goes on to the lower end of the curve, so that the sign below is not sure
 * @param openAbove whether it goes on to its upper end
 * @param below the prior probability of values below
 * @param rising whether the difference is negative below and positive above
 */
public record BreakEven(
        double value, double low, double high, boolean openBelow, boolean openAbove, double below, boolean rising) {
    /** Whether the sign is sure on both sides. */
    public boolean settled() {
        return !openBelow && !openAbove;
    }
}
