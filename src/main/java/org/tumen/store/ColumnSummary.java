package org.tumen.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One outcome over the completed runs of an arm, computed inside the database. Quantiles interpolate linearly between
 * order statistics (definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50, 1996). All values are NaN when there are no runs.
 *
 * @param count the runs
 * @param mean their mean
 * @param sd their standard deviation, with divisor n - 1; NaN for fewer than two runs
 * @param min the least value
 * @param p5 the 5th percentile
 * @param p25 the 25th percentile
 * @param p50 the median
 * @param p75 the 75th percentile
 * @param p95 the 95th percentile
 * @param max the greatest value
 */
public record ColumnSummary(
        long count,
        double mean,
        double sd,
        double min,
        double p5,
        double p25,
        double p50,
        double p75,
        double p95,
        double max) {
    /** Of no runs. */
    static final ColumnSummary EMPTY = new ColumnSummary(
            0,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);

    /** The figures in SQL, as {@link #of} reads them. */
    static String figures(String x) {
        return "count(" + x + "), coalesce(avg(" + x + "), 'nan'), coalesce(stddev_samp(" + x
                + "), 'nan'), coalesce(min("
                + x + "), 'nan'), coalesce(max(" + x + "), 'nan'), quantile_cont(" + x
                + ", [0.05, 0.25, 0.5, 0.75, 0.95])";
    }

    static ColumnSummary of(ResultSet set) throws SQLException {
        Object[] quantiles = (Object[]) set.getArray(6).getArray();
        double[] q = new double[quantiles.length];
        for (int i = 0; i < q.length; i++) {
            q[i] = ((Number) quantiles[i]).doubleValue();
        }
        return new ColumnSummary(
                set.getLong(1),
                set.getDouble(2),
                set.getDouble(3),
                set.getDouble(4),
                q[0],
                q[1],
                q[2],
                q[3],
                q[4],
                set.getDouble(5));
    }
}
