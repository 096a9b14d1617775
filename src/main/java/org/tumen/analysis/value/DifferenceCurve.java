package org.tumen.analysis.value;

import java.util.Arrays;
import org.tumen.analysis.smooth.BSplines;
import org.tumen.analysis.smooth.Binned;
import org.tumen.analysis.smooth.SmoothBasis;
import org.tumen.analysis.smooth.Smoothing;

/**
 * The expected difference as a smooth function of one parameter, all others averaged over their prior: a penalised spline
 * (see {@link ValueOfKnowing}) through the points' means.
 *
 * <p>The spline is fitted a second time, with the same λ, to what the first fit left, which takes away most of the bias of
 * smoothing (twicing; W. K. Newey, F. Hsieh, J. M. Robins, Econometrica 72 (2004) 947–962): a score is shrunk by a(2 − a)
 * in place of a. The band is that of all λ, each as plausible as its restricted likelihood makes it: the mean of their errors and
 * of their fits' distances to the one that is drawn. The points that are fitted choose λ too, so the error at the chosen λ alone is
 * too small: it held the value at which a straight line is 0 in 90 to 93 % in place of 95 %. A sharp bend at that value is smoothed away at any of them
 * ({@code BreakEvenCoverageStudy}). Residuals enter it as they are (H. White, Econometrica 48 (1980) 817–838), for luck and other
 * parameters spread differently along the parameter. The arrays are not to be changed.
 *
 * @param x the parameter, an even grid over the middle 98 % of its draws; beyond, too few draws tell anything
 * @param difference the expected difference, arm minus baseline
 * @param error its standard error
 */
public record DifferenceCurve(double[] x, double[] difference, double[] error) {
    private static final int GRID = 801;
    private static final double TAIL = 0.01;

    static DifferenceCurve of(double[] parameter, double[] differences) {
        Binned column = Binned.of(parameter);
        int n = parameter.length;
        double mean = PointMeans.mean(differences);
        if (column.bins() < 2) {
            throw new IllegalArgumentException("a parameter with a single value has no curve");
        }
        double from = column.quantile(TAIL);
        double to = column.quantile(1 - TAIL);
        double[] x = new double[GRID];
        Arrays.setAll(x, i -> from + (to - from) * i / (GRID - 1));
        SmoothBasis basis = new SmoothBasis(
                column,
                new BSplines(column, BSplines.MANY_KNOTS),
                Arrays.stream(column.counts()).asDoubleStream().toArray());
        double[] sums = new double[column.bins()];
        double square = 0;
        for (int i = 0; i < n; i++) {
            sums[column.of()[i]] += differences[i] - mean;
            square += (differences[i] - mean) * (differences[i] - mean);
        }
        double[] scores = new double[basis.size()];
        Arrays.setAll(scores, j -> SmoothBasis.dot(basis.inBins[j], sums) / n);
        Smoothing smoothing = new Smoothing(basis.roughness);
        double[] factors = twice(smoothing.factors(scores, square / n, n));
        double[] weights = new double[scores.length];
        Arrays.setAll(weights, j -> scores[j] * factors[j]);
        // The residuals are those of the fit itself, and so is what it has taken of their freedom.
        double freedom = n - 1 - Arrays.stream(factors).sum();
        double[][] covariance = covariance(
                spread(column, basis, squaredRests(column, basis, weights, mean, differences), freedom),
                scores,
                weights,
                smoothing.factors(),
                smoothing.plausibility(scores, square / n, n));
        double[] fitted = new double[GRID];
        double[] errors = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            double[] functions = basis.at(x[i]);
            fitted[i] = mean + SmoothBasis.dot(functions, weights);
            errors[i] = error(functions, covariance);
        }
        return new DifferenceCurve(x, fitted, errors);
    }

    private static double[] twice(double[] factors) {
        return Arrays.stream(factors).map(a -> a * (2 - a)).toArray();
    }

    /** Sums of squared residuals by bin. */
    private static double[] squaredRests(
            Binned column, SmoothBasis basis, double[] weights, double mean, double[] differences) {
        double[] fitted = new double[column.bins()];
        for (int b = 0; b < fitted.length; b++) {
            fitted[b] = mean;
            for (int j = 0; j < weights.length; j++) {
                fitted[b] += weights[j] * basis.inBins[j][b];
            }
        }
        double[] squares = new double[column.bins()];
        for (int i = 0; i < differences.length; i++) {
            double rest = differences[i] - fitted[column.of()[i]];
            squares[column.of()[i]] += rest * rest;
        }
        return squares;
    }

    /** The covariance of the scores and, last, the constant, from the residuals' own squares. */
    private static double[][] spread(Binned column, SmoothBasis basis, double[] squares, double freedom) {
        int size = basis.size() + 1;
        double n = column.of().length;
        double[][] spread = new double[size][size];
        for (int b = 0; b < squares.length; b++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    spread[i][j] += squares[b]
                            * (i < size - 1 ? basis.inBins[i][b] : 1)
                            * (j < size - 1 ? basis.inBins[j][b] : 1)
                            / (n * freedom);
                }
            }
        }
        return spread;
    }

    /** Of the weights of the functions and, last, the constant, around those that are drawn: the mean over all λ. */
    private static double[][] covariance(
            double[][] spread, double[] scores, double[] weights, double[][] factors, double[] plausibility) {
        int size = spread.length;
        double[][] covariance = new double[size][size];
        for (int g = 0; g < factors.length; g++) {
            double[] factor = Arrays.copyOf(twice(factors[g]), size);
            factor[size - 1] = 1;
            double[] away = new double[size];
            for (int j = 0; j < size - 1; j++) {
                away[j] = scores[j] * factor[j] - weights[j];
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    covariance[i][j] += plausibility[g] * (factor[i] * factor[j] * spread[i][j] + away[i] * away[j]);
                }
            }
        }
        return covariance;
    }

    private static double error(double[] functions, double[][] covariance) {
        double[] row = Arrays.copyOf(functions, functions.length + 1);
        row[functions.length] = 1;
        return Math.sqrt(Math.max(0, SmoothBasis.quadratic(covariance, row)));
    }
}
