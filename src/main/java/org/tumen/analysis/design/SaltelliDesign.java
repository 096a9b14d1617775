package org.tumen.analysis.design;

import java.math.BigInteger;
import java.util.Arrays;
import org.tumen.distribution.Checks;
import org.tumen.draw.DrawSequence;

/**
 * Saltelli's cross-sampling for Sobol indices: two base matrices A and B of n rows, and for each factor j the matrix
 * AB_j, which is A with column j of B, and for second-order indices BA_j, which is B with column j of A.
 *
 * <p>Source: A. Saltelli, Computer Physics Communications 145 (2002) 280–297; A. Saltelli et al., same journal 181
 * (2010) 259–270. The points stand by base row (A, AB_1 … AB_k, BA_1 … BA_k, B).
 *
 * @param rows n, the base rows
 * @param factors k, the factors
 * @param secondOrder whether the BA_j are there
 * @param points all points of the unit cube
 */
@SuppressWarnings("ArrayRecordComponent")
public record SaltelliDesign(int rows, int factors, boolean secondOrder, double[][] points) {

    /** The exact count of points: n(k + 2), or n(2k + 2) with second order. */
    public static BigInteger count(int rows, int factors, boolean secondOrder) {
        return BigInteger.valueOf(rows).multiply(BigInteger.valueOf((secondOrder ? 2L : 1L) * factors + 2));
    }

    /** From a sequence of base rows whose first k columns are A and whose last k are B. */
    public static SaltelliDesign of(double[][] base, boolean secondOrder) {
        Checks.atLeast("the base rows", 1, base.length);
        int k = base[0].length / 2;
        double[][] points = new double[count(base.length, k, secondOrder).intValueExact()][];
        int next = 0;
        for (double[] row : base) {
            double[] a = Arrays.copyOfRange(row, 0, k);
            double[] b = Arrays.copyOfRange(row, k, 2 * k);
            points[next++] = a;
            for (int j = 0; j < k; j++) {
                points[next++] = with(a, j, b[j]);
            }
            for (int j = 0; secondOrder && j < k; j++) {
                points[next++] = with(b, j, a[j]);
            }
            points[next++] = b;
        }
        return new SaltelliDesign(base.length, k, secondOrder, points);
    }

    /**
     * On a random Latin hypercube of 2k columns. Not on a Sobol sequence: pairs of its columns leave whole boxes empty at the
     * sizes that simulations afford, which moves indices in a way that no resampling of rows shows.
     *
     * @param rows n
     * @param factors k
     */
    public static SaltelliDesign latinHypercube(int rows, int factors, boolean secondOrder, DrawSequence draws) {
        return of(LatinHypercube.random(rows, 2 * factors, draws), secondOrder);
    }

    /** Points in a base row. */
    public int stride() {
        return (secondOrder ? 2 : 1) * factors + 2;
    }

    /** The index among the points of row i of A. */
    public int a(int i) {
        return i * stride();
    }

    /** The index of row i of B. */
    public int b(int i) {
        return (i + 1) * stride() - 1;
    }

    /** The index of row i of AB_j. */
    public int ab(int i, int j) {
        return i * stride() + 1 + j;
    }

    /** The index of row i of BA_j; only with second order. */
    public int ba(int i, int j) {
        if (!secondOrder) {
            throw new IllegalStateException("the design was made without second order");
        }
        return i * stride() + 1 + factors + j;
    }

    private static double[] with(double[] row, int j, double value) {
        double[] copy = row.clone();
        copy[j] = value;
        return copy;
    }
}
