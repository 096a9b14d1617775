package org.tumen.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * A Gaussian kernel density estimate on an even grid. The arrays are not copied and not to be changed.
 *
 * <p>Bandwidth: B. W. Silverman, Density Estimation for Statistics and Data Analysis (1986), equation 3.31, h = 0.9
 * min(sd, IQR/1.34) n^(−1/5); where the quartiles coincide the standard deviation alone. The values are first spread
 * over {@value #GRID} grid points by linear binning (J. Fan and J. S. Marron, "Fast implementations of nonparametric
 * curve estimators", Journal of Computational and Graphical Statistics 3 (1994) 35–56), so that the cost of the kernel
 * sums does not depend on the number of values. At a bound of the outcome the estimate is reflected (Silverman, section
 * 2.10): no mass lies beyond the bound.
 *
 * @param x the grid, ascending and even, in the unit of the values
 * @param y the density at each point of the grid, a share per unit
 * @param bandwidth the standard deviation of the kernel, in the unit of the values
 */
public record Density(double[] x, double[] y, double bandwidth) {
    /** The number of grid points. */
    public static final int GRID = 512;

    /** How far beyond the extreme values the grid goes, in bandwidths; R's default too. */
    private static final double CUT = 3;

    /** Beyond this many bandwidths the kernel is less than 2·10⁻⁸ of its peak and left out. */
    private static final double REACH = 6;

    /**
     * Estimates the density.
     *
     * @param values finite values; not changed
     * @param lower the least value that can occur, or −∞
     * @param upper the greatest value that can occur, or ∞
     * @return the estimate; empty when all values are equal, which have no density
     * @throws IllegalArgumentException when there are no values, one is not finite, or one lies beyond a bound
     */
    public static Optional<Density> of(double[] values, double lower, double upper) {
        return of(values, lower, upper, Spread.of(values));
    }

    /** For a caller who knows the spread of the values, and so that they are finite. */
    static Optional<Density> of(double[] values, double lower, double upper, Spread spread) {
        double min = spread.min();
        double max = spread.max();
        requireWithin(min, max, lower, upper);
        if (min == max) {
            return Optional.empty();
        }
        double h = bandwidth(spread.sd(), spread.quartileRange(), values.length);
        return Optional.of(within(values, null, h, min, max, lower, upper));
    }

    /**
     * Estimates the density of a weighted sample.
     *
     * @param values finite values, not all equal
     * @param weights the weight of each value, summing to 1
     * @param sd the standard deviation of the weighted sample
     * @param quartileRange the distance between its quartiles
     * @param lower the least value that can occur, or −∞
     * @param upper the greatest value that can occur, or ∞
     * @throws IllegalArgumentException when a value lies beyond a bound
     */
    public static Density weighted(
            double[] values, double[] weights, double sd, double quartileRange, double lower, double upper) {
        double h = bandwidth(sd, quartileRange, 1 / StatUtils.sumSq(weights));
        double min = StatUtils.min(values);
        double max = StatUtils.max(values);
        requireWithin(min, max, lower, upper);
        return within(values, weights, h, min, max, lower, upper);
    }

    /** The density at a place, linear between the points of the grid; 0 beyond them. */
    public double at(double place) {
        double steps = (place - x[0]) / (x[1] - x[0]);
        if (!(steps >= 0 && steps <= x.length - 1)) {
            return 0;
        }
        int left = Math.min(x.length - 2, (int) steps);
        return y[left] + (steps - left) * (y[left + 1] - y[left]);
    }

    private static void requireWithin(double min, double max, double lower, double upper) {
        if (min < lower || max > upper) {
            throw new IllegalArgumentException(
                    "values from " + min + " to " + max + " lie beyond the bounds " + lower + " and " + upper);
        }
    }

    private static Density within(
            double[] values,
            double @Nullable [] weights,
            double h,
            double min,
            double max,
            double lower,
            double upper) {
        double from = Math.max(lower, min - CUT * h);
        double to = Math.min(upper, max + CUT * h);
        double step = (to - from) / (GRID - 1);
        double[] mass = bin(values, weights, from, step, GRID);
        double[] kernel = kernel(h, step);
        double[] y = smooth(mass, kernel, from == lower, to == upper);
        double[] x = new double[GRID];
        Arrays.setAll(x, i -> from + i * step);
        return new Density(x, y, h);
    }

    /** With n the number of values, or the effective sample size of weighted ones. */
    private static double bandwidth(double sd, double quartileRange, double n) {
        double robust = quartileRange / 1.34;
        double scale = robust > 0 ? Math.min(sd, robust) : sd;
        return 0.9 * scale * Math.pow(n, -0.2);
    }

    /** Splits each value between its two neighbours on the grid, in proportion to nearness. */
    private static double[] bin(double[] values, double @Nullable [] weights, double from, double step, int points) {
        double[] mass = new double[points];
        for (int i = 0; i < values.length; i++) {
            double weight = weights == null ? 1.0 / values.length : weights[i];
            double place = (values[i] - from) / step;
            int left = Math.max(0, Math.min(points - 2, (int) place));
            double rest = Math.min(1, place - left);
            mass[left] += weight * (1 - rest);
            mass[left + 1] += weight * rest;
        }
        return mass;
    }

    /** The kernel at whole numbers of grid steps, scaled so that the sum over the grid is 1/step. */
    private static double[] kernel(double h, double step) {
        int reach = Math.max(1, (int) Math.ceil(REACH * h / step));
        double[] kernel = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            double z = i * step / h;
            kernel[i] = Math.exp(-0.5 * z * z);
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= reach; i++) {
            kernel[i] /= sum * step;
        }
        return kernel;
    }

    private static double[] smooth(double[] mass, double[] kernel, boolean reflectLow, boolean reflectHigh) {
        double[] y = new double[mass.length];
        for (int source = 0; source < mass.length; source++) {
            if (mass[source] == 0) {
                continue;
            }
            spread(y, source, mass[source], kernel);
            if (reflectLow) {
                spread(y, -source, mass[source], kernel);
            }
            if (reflectHigh) {
                spread(y, 2 * (mass.length - 1) - source, mass[source], kernel);
            }
        }
        return y;
    }

    private static void spread(double[] y, int centre, double mass, double[] kernel) {
        int reach = kernel.length - 1;
        for (int i = Math.max(0, centre - reach); i <= Math.min(y.length - 1, centre + reach); i++) {
            y[i] += mass * kernel[Math.abs(i - centre)];
        }
    }
}
