package org.tumen.analysis.design;

import java.math.BigInteger;
import org.tumen.distribution.Checks;

/** The full factorial design: every combination of the levels of the factors; the last factor varies fastest. */
public final class Grid {
    private Grid() {}

    /** The exact count of points. */
    public static BigInteger count(int... levels) {
        BigInteger count = BigInteger.ONE;
        for (int n : levels) {
            count = count.multiply(BigInteger.valueOf(Checks.atLeast("the levels of a factor", 1, n)));
        }
        return count;
    }

    /**
     * The points.
     *
     * @param ends whether the levels of a factor lie from end to end of the unit interval, i/(n − 1), and a single one in
     *     the middle; otherwise in the middles of n equal cells, (i + ½)/n: fit for unbounded distributions
     * @param levels the number of levels of each factor, 1 or more
     * @throws ArithmeticException when there are more points than an array can hold; ask {@link #count} first
     */
    public static double[][] points(boolean[] ends, int... levels) {
        int count = count(levels).intValueExact();
        double[][] points = new double[count][levels.length];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int j = levels.length - 1; j >= 0; j--) {
                points[i][j] = place(ends[j], rest % levels[j], levels[j]);
                rest /= levels[j];
            }
        }
        return points;
    }

    private static double place(boolean ends, int level, int levels) {
        return ends && levels > 1 ? level / (levels - 1.0) : (level + 0.5) / levels;
    }
}
