package org.tumen.distribution;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Correlation by rank between factors.
 *
 * <p>{@link #copula} maps one point at a time through a Gaussian copula, so that a run can be drawn
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

    private static RealMatrix root(RealMatrix matrix) {
        try {
            return new CholeskyDecomposition(matrix, TOLERANCE, TOLERANCE).getL();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw new IllegalArgumentException(
                    "these rank correlations cannot hold together (the matrix is not positive definite)", e);
        }
    }
}
