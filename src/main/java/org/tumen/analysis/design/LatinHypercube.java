package org.tumen.analysis.design;

import org.tumen.distribution.Checks;
import org.tumen.draw.DrawSequence;

/**
 * Latin hypercube designs: each factor's range is cut into n equal strata and every stratum holds one point.
 *
 * <p>Source: M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979) 239–245. The improved design maximises
 * the least distance by way of the criterion φ_p = (Σ d_ij⁻ᵖ)^{1/p} of M. D. Morris and T. J. Mitchell, Journal of
 * Statistical Planning and Inference 43 (1995) 381–402, with p = 15; deviation: exchanges of two entries of a column are
 * accepted when they lower φ_p (a descent), where the paper anneals. The count of points is n.
 */
public final class LatinHypercube {
    private LatinHypercube() {}

    /**
     * A random design, each point at a random place of its strata.
     *
     * @param n the count of points, 1 or more
     * @param factors the count of factors, 1 or more
     * @param draws where the draws come from
     */
    public static double[][] random(int n, int factors, DrawSequence draws) {
        Checks.atLeast("the points of a Latin hypercube", 1, n);
        Checks.atLeast("the factors", 1, factors);
        double[][] points = new double[n][factors];
        for (int j = 0; j < factors; j++) {
            int[] order = draws.permutation(n);
            for (int i = 0; i < n; i++) {
                points[i][j] = (order[i] + draws.uniform()) / n;
            }
        }
        return points;
    }

    /**
     * A design whose points keep their distance.
     *
     * @param n the count of points, 2 or more
     * @param factors the count of factors, 1 or more
     * @param exchanges how many exchanges to try; some 50 for each point and factor serve well. The time grows with
     *     exchanges times points times factors
     * @param draws where the draws come from
     */
    public static double[][] maximin(int n, int factors, int exchanges, DrawSequence draws) {
        Checks.atLeast("the points of a maximin Latin hypercube", 2, n);
        double[][] points = random(n, factors, draws);
        for (int step = 0; step < exchanges; step++) {
            int j = draws.below(factors);
            int a = draws.below(n);
            int b = (a + 1 + draws.below(n - 1)) % n;
            double before = crowding(points, a, b);
            swap(points, a, b, j);
            if (crowding(points, a, b) > before) {
                swap(points, a, b, j);
            }
        }
        return points;
    }

    /** The part of φ_p to the p that two points contribute. */
    private static double crowding(double[][] points, int a, int b) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            if (i != a) {
                sum += crowding(squaredDistance(points[a], points[i]));
            }
            if (i != a && i != b) {
                sum += crowding(squaredDistance(points[b], points[i]));
            }
        }
        return sum;
    }

    /** The distance to the power −15, from its square; spelled out, as a call of pow takes ten times as long. */
    private static double crowding(double square) {
        double fourth = square * square;
        double eighth = fourth * fourth;
        return 1 / (eighth * fourth * square * Math.sqrt(square));
    }

    private static void swap(double[][] points, int a, int b, int j) {
        double held = points[a][j];
        points[a][j] = points[b][j];
        points[b][j] = held;
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
