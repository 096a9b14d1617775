package org.tumen.analysis.smooth;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.jspecify.annotations.Nullable;

/**
 * A second-order polynomial in two factors, fitted by least squares: the response surface of G. E. P. Box and K. B. Wilson,
 * "On the experimental attainment of optimum conditions", J. R. Statist. Soc. B 13 (1951) 1–45.
 */
public final class ResponseSurface {
    /** Of 1, u, v, uv, and of u² and v² where a factor has three levels or more, with u and v from −1 to 1. */
    private final double[] coefficients;

    private final double determination;
    private final double prediction;
    private final Scale across;
    private final Scale up;

    private ResponseSurface(OLSMultipleLinearRegression fitted, double[][] terms, Scale across, Scale up) {
        coefficients = fitted.estimateRegressionParameters();
        determination = fitted.calculateRSquared();
        prediction = 1 - press(fitted, terms) / fitted.calculateTotalSumOfSquares();
        this.across = across;
        this.up = up;
    }

    /** How a factor is scaled to −1 to 1, and whether it has three levels or more. */
    private record Scale(double middle, double half, boolean bent) {
        private static Scale of(double[] x) {
            double low = Arrays.stream(x).min().orElse(0);
            double high = Arrays.stream(x).max().orElse(0);
            return new Scale(
                    (low + high) / 2,
                    (high - low) / 2,
                    Arrays.stream(x).distinct().count() > 2);
        }

        private double of(double x) {
            return (x - middle) / half;
        }
    }

    /**
     * Fits a surface.
     *
     * @param x the values of one factor, one a point
     * @param y the values of the other
     * @param z the responses
     * @return the surface; null where there are too few points for one, or all responses are equal
     */
    public static @Nullable ResponseSurface of(double[] x, double[] y, double[] z) {
        Scale across = Scale.of(x);
        Scale up = Scale.of(y);
        double[][] rows = IntStream.range(0, z.length)
                .mapToObj(i -> terms(across, up, x[i], y[i]))
                .toArray(double[][]::new);
        if (z.length <= rows[0].length + 1
                || across.half == 0
                || up.half == 0
                || Arrays.stream(z).distinct().count() < 2) {
            return null;
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(z, rows);
        try {
            return new ResponseSurface(regression, rows, across, up);
        } catch (SingularMatrixException e) {
            return null;
        }
    }

    /** R², the share of the variance between points that the surface has. */
    public double determination() {
        return determination;
    }

    /**
     * The share of that variance that is foretold when each point is left out of the fit in turn: 1 − PRESS / total (D. M. Allen,
     * Technometrics 16 (1974) 125–127). Below 0 where the mean of all points foretells more; −∞ or NaN where the surface would not
     * be known without one of them.
     */
    public double prediction() {
        return prediction;
    }

    /** The sum of squared errors at points left out, from the fit to all of them: each residual over 1 less its leverage. */
    private static double press(OLSMultipleLinearRegression fitted, double[][] terms) {
        // A hat matrix would have an entry for every pair of points, which 4,000 points have no room for.
        RealMatrix inverse = new Array2DRowRealMatrix(fitted.estimateRegressionParametersVariance(), false);
        double[] residuals = fitted.estimateResiduals();
        return IntStream.range(0, residuals.length)
                .mapToDouble(i -> {
                    RealVector row = new ArrayRealVector(new double[] {1}, terms[i]);
                    return residuals[i] / (1 - row.dotProduct(inverse.operate(row)));
                })
                .map(error -> error * error)
                .sum();
    }

    /** All terms but the constant. */
    private static double[] terms(Scale across, Scale up, double x, double y) {
        double u = across.of(x);
        double v = up.of(y);
        return IntStream.range(0, 5)
                .filter(term -> term < 3 || (term == 3 ? across : up).bent)
                .mapToDouble(term -> switch (term) {
                    case 0 -> u;
                    case 1 -> v;
                    case 2 -> u * v;
                    case 3 -> u * u;
                    default -> v * v;
                })
                .toArray();
    }

    public double at(double x, double y) {
        double[] terms = terms(across, up, x, y);
        return coefficients[0]
                + IntStream.range(0, terms.length)
                        .mapToDouble(i -> coefficients[i + 1] * terms[i])
                        .sum();
    }
}
