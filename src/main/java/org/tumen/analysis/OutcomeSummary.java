package org.tumen.analysis;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * The figures that describe one outcome over the runs of a batch.
 *
 * <p>Quantiles are those of type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50 (1996) 361–365: linear interpolation between the order statistics k and k+1 with (n−1)p = k−1 + rest.
 *
 * @param outcome what is described
 * @param n the number of runs
 * @param mean the mean, in the outcome's unit; of an outcome of kind TIME the mean of the observed values, in which a
 *     censored run counts with the horizon (see {@link #restrictedMean})
 * @param standardError the standard error of the mean, sd/√n; NaN for a single run
 * @param sd the standard deviation with divisor n−1; NaN for a single run
 * @param min the least value
 * @param p5 the 5th percentile
 * @param p25 the 25th percentile
 * @param p50 the median
 * @param p75 the 75th percentile
 * @param p95 the 95th percentile
 * @param max the greatest value
 * @param shareOfZeros the share of runs in which the outcome is 0
 * @param censoredShare for kind TIME the share of runs that reached the horizon without the event; NaN for other kinds
 * @param restrictedMean for kind TIME the mean of the time to the event or the horizon, whichever is first; NaN for
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
        double shareOfZeros,
        double censoredShare,
        double restrictedMean) {

    /**
     * Describes a column.
     *
     * @param outcome what the column holds
     * @param values one value a run; finite; not changed
     * @param horizon the number of weeks of a run, used for kind TIME only
     * @return the summary
     * @throws IllegalArgumentException when there are no values or one of them is not finite
     */
    public static OutcomeSummary of(Outcome outcome, double[] values, double horizon) {
        requireFinite(values);
        int n = values.length;
        double mean = StatUtils.mean(values);
        double sd = n > 1 ? Math.sqrt(new Variance().evaluate(values, mean)) : Double.NaN;
        boolean time = outcome.kind() == Kind.TIME;
        Percentile quantile = percentile(values);
        return new OutcomeSummary(
                outcome,
                n,
                mean,
                sd / Math.sqrt(n),
                sd,
                StatUtils.min(values),
                quantile.evaluate(5),
                quantile.evaluate(25),
                quantile.evaluate(50),
                quantile.evaluate(75),
                quantile.evaluate(95),
                StatUtils.max(values),
                shareOf(values, 0, 0),
                time ? shareOf(values, horizon, Double.POSITIVE_INFINITY) : Double.NaN,
                time ? restrictedMean(values, horizon) : Double.NaN);
    }

    /** Commons Math's selection algorithm (no full sort), set to type 7. */
    static Percentile percentile(double[] values) {
        Percentile percentile =
                new Percentile().withEstimationType(EstimationType.R_7).withNaNStrategy(NaNStrategy.FIXED);
        percentile.setData(values);
        return percentile;
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

    private static double shareOf(double[] values, double from, double to) {
        long hits = 0;
        for (double value : values) {
            if (value >= from && value <= to) {
                hits++;
            }
        }
        return (double) hits / values.length;
    }

    private static double restrictedMean(double[] values, double horizon) {
        double sum = 0;
        for (double value : values) {
            sum += Math.min(value, horizon);
        }
        return sum / values.length;
    }
}
