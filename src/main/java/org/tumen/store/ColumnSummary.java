package org.tumen.store;

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
        double max) {}
