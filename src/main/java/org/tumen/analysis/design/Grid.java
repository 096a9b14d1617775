package org.tumen.analysis.design;

import java.math.BigInteger;
import org.tumen.distribution.Checks;

/** The full factorial design: every combination of the levels of the factors; the last factor varies fastest. */
public final class Grid {
    /** Where the levels of a factor lie in the unit interval. */
    public enum Placement {
        /** From end to end: i/(n − 1); a single level lies in the middle. */
        ENDS,
        /** In the middles of n equal cells: (i + ½)/n; fit for unbounded distributions. */
        MIDDLES
    }

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
     * @param placement where the levels lie
     * @param levels the number of levels of each factor, 1 or more
     * @throws ArithmeticException when there are more points than an array can hold; ask {@link #count} first
     */
    public static double[][] points(Placement placement, int... levels) {
        int count = count(levels).intValueExact();
        double[][] points = new double[count][levels.length];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int j = levels.length - 1; j >= 0; j--) {
                points[i][j] = place(placement, rest % levels[j], levels[j]);
                rest /= levels[j];
            }
        }
        return points;
    }

    private static double place(Placement placement, int level, int levels) {
        if (placement == Placement.MIDDLES || levels == 1) {
            return (level + 0.5) / levels;
        }
        return level / (levels - 1.0);
    }
}
