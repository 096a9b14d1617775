package org.tumen.analysis.value;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Functions of small symmetric matrices by their eigenvalues. */
final class SmallMatrices {
    private static final double NOTHING = 1e-12;

    private SmallMatrices() {}

    /** The nearest matrix without negative eigenvalues. */
    static double[][] positive(double[][] m) {
        return mapped(m, v -> v);
    }

    /** The symmetric square root. */
    static double[][] root(double[][] m) {
        return mapped(m, Math::sqrt);
    }

    /** The inverse on the space where the matrix is not 0. */
    static double[][] pseudoInverse(double[][] m) {
        return mapped(m, v -> v > 0 ? 1 / v : 0);
    }

    /** An entry, by row and column. */
    interface Entry {
        double at(int row, int column);
    }

    /** The square matrix of so many rows with these entries. */
    static double[][] of(int size, Entry entry) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = entry.at(i, j);
            }
        }
        return matrix;
    }

    /** Adds the product of a matrix and a vector to one place of each row of another matrix. */
    static void addProduct(double[][] to, int place, double[][] matrix, IntToDoubleFunction vector) {
        for (int k = 0; k < matrix.length; k++) {
            for (int l = 0; l < matrix.length; l++) {
                to[k][place] += matrix[k][l] * vector.applyAsDouble(l);
            }
        }
    }

    static double[][] product(double[][] a, double[][] b) {
        return new Array2DRowRealMatrix(a).multiply(new Array2DRowRealMatrix(b)).getData();
    }

    /** Applies a function to the eigenvalues; those that are negative or vanish beside the greatest count as 0. */
    private static double[][] mapped(double[][] m, DoubleUnaryOperator function) {
        int size = m.length;
        double[][] symmetric = of(size, (i, j) -> (m[i][j] + m[j][i]) / 2);
        double shift = 0;
        EigenDecomposition e;
        try {
            e = new EigenDecomposition(new Array2DRowRealMatrix(symmetric));
        } catch (MaxCountExceededException ignored) {
            // Among eigenvalues that vanish beside the greatest the iteration may not end; none does once all are
            // shifted.
            shift = new Array2DRowRealMatrix(symmetric).getNorm();
            for (int i = 0; i < size; i++) {
                symmetric[i][i] += shift;
            }
            e = new EigenDecomposition(new Array2DRowRealMatrix(symmetric));
        }
        double[] values = e.getRealEigenvalues();
        for (int v = 0; v < size; v++) {
            values[v] -= shift;
        }
        double[][] result = new double[size][size];
        for (int v = 0; v < size; v++) {
            double value = function.applyAsDouble(values[v] > NOTHING * Math.abs(values[0]) ? values[v] : 0);
            double[] vector = e.getEigenvector(v).toArray();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    result[i][j] += value * vector[i] * vector[j];
                }
            }
        }
        return result;
    }
}
