package org.tumen.analysis.hindcast;

import java.util.Arrays;

/** ForecastQuantiles of a sample (type 7 of R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361–365). */
public final class ForecastQuantiles {
    private ForecastQuantiles() {}

    /** A quantile of values in any order; NaN of none. */
    public static double of(double[] values, double p) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * ForecastQuantiles by week.
     *
     * @param table for each run the values by week
     * @param p between 0 and 1
     */
    public static double[] byWeek(double[][] table, double p) {
        double[] quantiles = new double[table.length == 0 ? 0 : table[0].length];
        double[] column = new double[table.length];
        for (int week = 0; week < quantiles.length; week++) {
            for (int run = 0; run < table.length; run++) {
                column[run] = table[run][week];
            }
            quantiles[week] = of(column, p);
        }
        return quantiles;
    }
}
