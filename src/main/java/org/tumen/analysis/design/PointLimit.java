package org.tumen.analysis.design;

import java.math.BigInteger;
import java.util.Locale;

/** Refuses a design by its count of points, before any point exists. */
public final class PointLimit {
    private PointLimit() {}

    /**
     * The count as an int, when it is allowed.
     *
     * @param design the name of the design, for the message
     * @param count the exact count of points
     * @param least the least allowed
     * @param most the most allowed
     * @return the count
     * @throws IllegalArgumentException when the count is outside; the message gives the count and the range
     */
    public static int check(String design, BigInteger count, int least, int most) {
        if (count.compareTo(BigInteger.valueOf(least)) < 0 || count.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s has %,d points; allowed are %,d to %,d", design, count, least, most));
        }
        return count.intValueExact();
    }
}
