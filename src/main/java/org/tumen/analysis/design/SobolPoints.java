package org.tumen.analysis.design;

import java.util.Arrays;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.tumen.distribution.Checks;
import org.tumen.draw.DrawSequence;

/**
 * Points of the Sobol sequence, by Commons Math: direction numbers of S. Joe and F. Y. Kuo, SIAM Journal on Scientific
 * Computing 30 (2008) 2635–2654, in Gray-code order, up to 1000 factors.
 *
 * <p>The first point is the origin. A power of two of points from the start keeps the balance of the sequence (A. B.
 * Owen, "On dropping the first Sobol' point", 2020), so the shifted points are the better choice where the origin is a
 * bad point (an unbounded distribution).
 */
public final class SobolPoints {
    /** The most factors for which there are direction numbers. */
    public static final int MOST_FACTORS = 1000;

    private static final int BITS = 52;

    private SobolPoints() {}

    /**
     * Plain points.
     *
     * @param n the count, 1 or more
     * @param factors from 1 to 1000
     * @param skip how many points of the sequence to leave out first, 0 or more
     */
    public static double[][] plain(int n, int factors, int skip) {
        Checks.atLeast("the points of a Sobol sequence", 1, n);
        Checks.atLeast("the points left out", 0, skip);
        if (Checks.atLeast("the factors", 1, factors) > MOST_FACTORS) {
            throw new IllegalArgumentException(
                    "the Sobol sequence serves up to " + MOST_FACTORS + " factors, not " + factors);
        }
        SobolSequenceGenerator generator = new SobolSequenceGenerator(factors);
        double[][] points = new double[n][];
        for (int i = 0; i < skip; i++) {
            generator.nextVector();
        }
        Arrays.setAll(points, i -> generator.nextVector());
        return points;
    }

    /**
     * Points under a random digital shift: each coordinate's bits are combined by exclusive or with one random word for
     * the factor. Every point is then uniform, and the balance of the sequence in dyadic boxes is kept.
     */
    public static double[][] shifted(int n, int factors, DrawSequence draws) {
        double[][] points = plain(n, factors, 0);
        long[] shift = new long[factors];
        Arrays.setAll(shift, j -> draws.word() >>> (Long.SIZE - BITS));
        for (double[] point : points) {
            for (int j = 0; j < factors; j++) {
                long bits = (long) Math.scalb(point[j], BITS) ^ shift[j];
                point[j] = Math.scalb(bits + 0.5, -BITS);
            }
        }
        return points;
    }
}
