package org.tumen.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * The figures that describe one outcome over the runs of a batch.
 *
 * <p>Quantiles are of type 7 of Hyndman and Fan (1996): linear interpolation between neighbouring order statistics.
 *
 * @param outcome what is described
 * @param n the number of runs
 * @param mean the mean, in the outcome's unit; of an outcome of kind TIME the mean of the observed values, in which a
 *     censored run counts with the horizon
 * @param standardError the standard error of the mean over clusters of runs, see {@link Clusters}: sd/√n where each run is
 *     one; NaN for a single cluster
 * @param sd the standard deviation with divisor n−1; NaN for a single run
 * @param min the least value
 * @param p5 the 5th percentile
 * @param p25 the 25th percentile
 * @param p50 the median
 * @param p75 the 75th percentile
 * @param p95 the 95th percentile
 * @param max the greatest value
 * @param censoredShare for kind TIME the share of runs that reached the horizon without the event; NaN for other kinds
 * @param meanInterval the 95 % interval of the mean over clusters: {@link ShareLimits exact limits} for a flag, else
 *     {@link Clusters#meanInterval Student's with room for skewness}; null for a single cluster, and where all but a few
 *     {@link Clusters#variesRarely clusters are alike}
 * @param happened for the kinds FLAG and TIME the share of runs in which it happened, with its exact 95 % limits; null for
 *     other kinds
 */
public record OutcomeSummary(
        Outcome outcome,
        long n,
        double mean,
        double standardError,
        double sd,
        double min,
        double p5,
        double p25,
        double p50,
        double p75,
        double p95,
        double max,
        double censoredShare,
        @Nullable Interval meanInterval,
        @Nullable Share happened) {
    private static final double LEVEL = 0.95;

    /**
     * A share of runs.
     *
     * @param share the share, 0..1
     * @param limits its exact 95 % limits
     */
    public record Share(double share, Interval limits) {
        /**
         * Of runs, with exact limits over clusters.
         *
         * @param column 1 for a run in which it happened, else 0
         */
        public static Share of(double[] column, Clusters clusters) {
            double share = StatUtils.mean(column);
            double independent = share * (1 - share) / column.length;
            double error = clusters.areSingle() ? 0 : clusters.standardError(column);
            double runs = ShareLimits.counting(ShareLimits.worth(independent, error, clusters), LEVEL, clusters);
            return new Share(
                    share,
                    new Interval(
                            ShareLimits.of(share, runs, (1 - LEVEL) / 2),
                            ShareLimits.of(share, runs, (1 + LEVEL) / 2)));
        }
    }

    /**
     * Describes a column.
     *
     * @param outcome what the column holds
     * @param values one value a run; finite; not changed
     * @param horizon the number of weeks of a run, used for kind TIME only
     * @param clusters of these runs
     * @return the summary
     * @throws IllegalArgumentException when there are no values or one of them is not finite
     */
    public static OutcomeSummary of(Outcome outcome, double[] values, double horizon, Clusters clusters) {
        requireFinite(values);
        int n = values.length;
        double mean = StatUtils.mean(values);
        double sd = n > 1 ? Math.sqrt(new Variance().evaluate(values, mean)) : Double.NaN;
        boolean time = outcome.kind() == Kind.TIME;
        double min = StatUtils.min(values);
        double max = StatUtils.max(values);
        Quantiles quantiles = Quantiles.of(values, min, max);
        Share happened = happened(outcome, values, horizon, clusters);
        double p50 = quantiles.at(50);
        Interval interval =
                clusters.variesRarely(values) ? null : clusters.meanInterval(values, clusters.quantile(LEVEL));
        return new OutcomeSummary(
                outcome,
                n,
                mean,
                clusters.areSingle() ? sd / Math.sqrt(n) : clusters.standardError(values),
                sd,
                min,
                quantiles.at(5),
                quantiles.at(25),
                p50,
                quantiles.at(75),
                quantiles.at(95),
                max,
                time ? shareFrom(values, horizon) : Double.NaN,
                outcome.kind() == Kind.FLAG && happened != null ? happened.limits() : interval,
                happened);
    }

    private static @Nullable Share happened(Outcome outcome, double[] values, double horizon, Clusters clusters) {
        if (outcome.kind() != Kind.FLAG && outcome.kind() != Kind.TIME) {
            return null;
        }
        double[] happened = Arrays.stream(values)
                .map(v -> (outcome.kind() == Kind.FLAG ? v > 0 : v < horizon) ? 1 : 0)
                .toArray();
        return Share.of(happened, clusters);
    }

    /** The same for runs that have a point of the parameters each. */
    public static OutcomeSummary of(Outcome outcome, double[] values, double horizon) {
        return of(outcome, values, horizon, Clusters.single(values.length));
    }

    static void requireFinite(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values to describe");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " is " + values[i] + ", not a finite number");
            }
        }
    }

    private static double shareFrom(double[] values, double from) {
        return (double) Arrays.stream(values).filter(v -> v >= from).count() / values.length;
    }
}
