package org.tumen.distribution;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.tumen.draw.DrawSequence;

/**
 * Correlation by rank between factors.
 *
 * <p>Two ways. {@link #rearrange} is the method of R. L. Iman and W. J. Conover, Communications in Statistics B 11 (1982)
 * 311–334: the columns of a sample are reordered, so that their margins (the strata of a Latin hypercube too) stay
 * exactly as they were. {@link #copula} maps one point at a time through a Gaussian copula, so that a run can be drawn
 * without the others; Spearman's coefficient ρ_S asks there for the normal correlation 2 sin(πρ_S/6) (exact for
 * continuous margins: W. H. Kruskal, Journal of the American Statistical Association 53 (1958) 814–861).
 */
public final class RankCorrelation {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double TOLERANCE = 1e-10;

    private final RealMatrix spearman;
    private final RealMatrix copulaRoot;

    /**
     * A matrix of wished rank correlations.
     *
     * @param matrix symmetric, ones on the diagonal, entries from −1 to 1, positive definite
     * @throws IllegalArgumentException when it is not; the message says why
     */
    public RankCorrelation(double[][] matrix) {
        int k = matrix.length;
        for (int i = 0; i < k; i++) {
            if (matrix[i].length != k || matrix[i][i] != 1) {
                throw new IllegalArgumentException("rank correlations form a square matrix with ones on its diagonal");
            }
            for (int j = 0; j < i; j++) {
                if (matrix[i][j] != matrix[j][i] || !(Math.abs(matrix[i][j]) < 1)) {
                    throw new IllegalArgumentException(
                            "rank correlations lie strictly between -1 and 1 and are symmetric; " + "factors " + (j + 1)
                                    + " and " + (i + 1) + " have " + matrix[j][i] + " and " + matrix[i][j]);
                }
            }
        }
        spearman = MatrixUtils.createRealMatrix(matrix);
        root(spearman);
        RealMatrix pearson = spearman.copy();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                pearson.setEntry(i, j, i == j ? 1 : 2 * StrictMath.sin(Math.PI * matrix[i][j] / 6));
            }
        }
        copulaRoot = root(pearson);
    }

    /** The wished matrix. */
    public double[][] matrix() {
        return spearman.getData();
    }

    /** A point of independent uniforms turned into one of correlated uniforms; earlier factors ignore later ones. */
    public double[] copula(double[] unit) {
        double[] z = new double[unit.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = NORMAL.inverseCumulativeProbability(Checks.inside(unit[j]));
        }
        double[] correlated = copulaRoot.operate(z);
        for (int j = 0; j < z.length; j++) {
            correlated[j] = NORMAL.cumulativeProbability(correlated[j]);
        }
        return correlated;
    }

    /**
     * The sample with its columns reordered to the wished rank correlations (Iman and Conover's variance reduction
     * included: the correlation of the scores themselves is removed first).
     *
     * @param sample a row a point; more rows than columns
     * @param draws for the random pairing of the scores
     */
    public double[][] rearrange(double[][] sample, DrawSequence draws) {
        int n = sample.length;
        int k = spearman.getColumnDimension();
        Checks.atLeast("the points to correlate", k + 2, n);
        RealMatrix scores = MatrixUtils.createRealMatrix(n, k);
        for (int j = 0; j < k; j++) {
            int[] order = draws.permutation(n);
            for (int i = 0; i < n; i++) {
                scores.setEntry(i, j, NORMAL.inverseCumulativeProbability((order[i] + 1.0) / (n + 1)));
            }
        }
        RealMatrix have = root(new PearsonsCorrelation(scores).getCorrelationMatrix());
        RealMatrix turn = root(spearman).multiply(MatrixUtils.inverse(have)).transpose();
        RealMatrix wished = scores.multiply(turn);
        double[][] result = new double[n][k];
        for (int j = 0; j < k; j++) {
            int[] places = order(wished.getColumn(j));
            double[] sorted = column(sample, j);
            Arrays.sort(sorted);
            for (int i = 0; i < n; i++) {
                result[places[i]][j] = sorted[i];
            }
        }
        return result;
    }

    private static RealMatrix root(RealMatrix matrix) {
        try {
            return new CholeskyDecomposition(matrix, TOLERANCE, TOLERANCE).getL();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw new IllegalArgumentException(
                    "these rank correlations cannot hold together (the matrix is not positive definite)", e);
        }
    }

    private static double[] column(double[][] sample, int j) {
        return Arrays.stream(sample).mapToDouble(row -> row[j]).toArray();
    }

    /** The indices of the values from the least to the greatest. */
    private static int[] order(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }
}
