package org.tumen.analysis;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * How far the values of a column lie apart: what the width of bins and kernels is chosen by.
 *
 * @param min the least value
 * @param max the greatest value
 * @param sd the standard deviation with divisor n−1; NaN for a single value
 * @param quartileRange the distance between the quartiles
 */
record Spread(double min, double max, double sd, double quartileRange) {
    /**
     * Of a column.
     *
     * @throws IllegalArgumentException when there are no values or one is not finite
     */
    static Spread of(double[] values) {
        OutcomeSummary.requireFinite(values);
        double min = StatUtils.min(values);
        double max = StatUtils.max(values);
        Quantiles quantiles = Quantiles.of(values, min, max);
        double sd = values.length > 1 ? Math.sqrt(new Variance().evaluate(values)) : Double.NaN;
        return new Spread(min, max, sd, quantiles.at(75) - quantiles.at(25));
    }

    /** Of a column that has been summarised. */
    static Spread of(OutcomeSummary summary) {
        return new Spread(summary.min(), summary.max(), summary.sd(), summary.p75() - summary.p25());
    }
}
