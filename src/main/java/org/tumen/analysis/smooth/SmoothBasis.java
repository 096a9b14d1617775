package org.tumen.analysis.smooth;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Smooth functions of a column that are orthonormal over its points and sorted from smooth to rough (A. Demmler, C.
 * Reinsch, Numerische Mathematik 24 (1975) 375–382): each has mean 0 and mean square 1; the first is the straight line,
 * the others are splines with growing roughness ∫f″². In this basis a penalised fit shrinks each score by itself, by
 * 1/(1 + λ·roughness), so that many columns of outcomes, parts and permutations cost little more than their scores.
 */
public final class SmoothBasis {
    private static final double DEPENDENT = 1e-11;

    private final BSplines splines;

    /** Coefficients on the B-splines and the constant, a row a function. */
    private final double[][] coefficients;

    private final double[] constants;

    /** Roughness of each function, 0 for the line; 1 for the smoothest that is not straight. */
    public final double[] roughness;

    /** The value of each function in each bin. */
    public final double[][] inBins;

    /**
     * @param column two bins or more
     * @param counts how many of the points in each bin count; all of them or those of some parts
     */
    public SmoothBasis(Binned column, BSplines splines, double[] counts) {
        this.splines = splines;
        double[][] b = Arrays.stream(column.x()).mapToObj(splines::at).toArray(double[][]::new);
        double total = Arrays.stream(counts).sum();
        double[] weights = Arrays.stream(counts).map(c -> c / total).toArray();
        double[][] bent = bent(b, weights, splines);
        int size = bent.length + 1;
        coefficients = new double[size][];
        constants = new double[size];
        coefficients[0] = splines.line();
        System.arraycopy(bent, 0, coefficients, 1, bent.length);
        roughness = new double[size];
        inBins = new double[size][b.length];
        for (int j = 0; j < size; j++) {
            normalise(j, b, weights);
            roughness[j] = j == 0 ? 0 : quadratic(splines.roughness(), coefficients[j]);
        }
        for (int j = size - 1; j > 0; j--) {
            roughness[j] /= roughness[1];
        }
    }

    /** The functions that are neither constant nor straight, orthonormal to those. */
    private static double[][] bent(double[][] b, double[] weights, BSplines splines) {
        int k = splines.size();
        double[][] gram = new double[k][k];
        for (int bin = 0; bin < b.length; bin++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    gram[i][j] += weights[bin] * b[bin][i] * b[bin][j];
                }
            }
        }
        EigenDecomposition spread = new EigenDecomposition(new Array2DRowRealMatrix(gram, false));
        double[] values = spread.getRealEigenvalues();
        int rank = (int)
                Arrays.stream(values).filter(v -> v > DEPENDENT * values[0]).count();
        RealMatrix white = new Array2DRowRealMatrix(k, rank);
        for (int j = 0; j < rank; j++) {
            white.setColumnVector(j, spread.getEigenvector(j).mapMultiply(1 / Math.sqrt(values[j])));
        }
        RealMatrix penalty = new Array2DRowRealMatrix(splines.roughness(), false);
        RealMatrix rough = white.transpose().multiply(penalty).multiply(white);
        EigenDecomposition order =
                new EigenDecomposition(rough.add(rough.transpose()).scalarMultiply(0.5));
        // Eigenvalues come in falling order; the last two are those of the constant and the line.
        double[][] bent = new double[Math.max(0, rank - 2)][];
        Arrays.setAll(
                bent, j -> white.operate(order.getEigenvector(rank - 3 - j)).toArray());
        return bent;
    }

    private void normalise(int j, double[][] b, double[] weights) {
        double mean = 0;
        for (int bin = 0; bin < b.length; bin++) {
            inBins[j][bin] = dot(coefficients[j], b[bin]);
            mean += weights[bin] * inBins[j][bin];
        }
        double square = 0;
        for (int bin = 0; bin < b.length; bin++) {
            inBins[j][bin] -= mean;
            square += weights[bin] * inBins[j][bin] * inBins[j][bin];
        }
        // Where all counts are in one bin, there is no line.
        double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
        coefficients[j] = Arrays.stream(coefficients[j]).map(c -> c * scale).toArray();
        constants[j] = mean * scale;
        for (int bin = 0; bin < b.length; bin++) {
            inBins[j][bin] *= scale;
        }
    }

    /** The number of functions. */
    public int size() {
        return roughness.length;
    }

    public double[] at(double value) {
        double[] b = splines.at(value);
        double[] functions = new double[size()];
        Arrays.setAll(functions, j -> dot(coefficients[j], b) - constants[j]);
        return functions;
    }

    /** The quadratic form of a matrix. */
    public static double quadratic(double[][] matrix, double[] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * dot(matrix[i], v);
        }
        return sum;
    }

    /** The sum of products. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
