package org.tumen.analysis.score;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * Two forecasters' losses on the same outcomes, compared pair by pair.
 *
 * @param difference mean of first − second; negative when the first is better
 * @param low lower end of the interval for the mean difference
 * @param high upper end
 * @param p two-sided p-value of no difference
 */
public record ScoreComparison(double difference, double low, double high, double p) {
    private static final Stream RESAMPLE = new Streams().register("score", "resample");

    /**
     * The test of Diebold and Mariano, with a variance of the mean that allows for correlation up to a lag (Bartlett
     * weights, Newey &amp; West 1987) and the small-sample factor and t-distribution of Harvey, Leybourne and Newbold.
     *
     * <p>Sources: F. X. Diebold, R. S. Mariano, "Comparing predictive accuracy", Journal of Business &amp; Economic
     * Statistics 13 (1995) 253–263; D. Harvey, S. Leybourne, P. Newbold, "Testing the equality of prediction mean squared
     * errors", International Journal of Forecasting 13 (1997) 281–291. Deviation: Bartlett weights instead of the
     * truncated window, so that the variance cannot turn negative.
     *
     * @param first losses of the first forecaster, in order of time
     * @param second losses of the second
     * @param lag forecast horizon minus one; 0 for one-step forecasts
     * @param level confidence level of the interval
     * @throws IllegalArgumentException when lengths differ or there are fewer than lag + 2 outcomes
     */
    public static ScoreComparison dieboldMariano(double[] first, double[] second, int lag, double level) {
        double[] d = differences(first, second);
        int n = d.length;
        if (lag < 0 || n < lag + 2) {
            throw new IllegalArgumentException("needs at least " + (lag + 2) + " outcomes, not " + n);
        }
        double mean = Arrays.stream(d).average().orElseThrow();
        double longRun = autocovariance(d, mean, 0);
        for (int k = 1; k <= lag; k++) {
            longRun += 2 * (1 - k / (lag + 1.0)) * autocovariance(d, mean, k);
        }
        double horizon = lag + 1.0;
        double factor = (n + 1 - 2 * horizon + horizon * (horizon - 1) / n) / n;
        double se = Math.sqrt(longRun / n / factor);
        TDistribution t = new TDistribution(null, n - 1.0);
        if (se == 0) {
            return new ScoreComparison(mean, mean, mean, mean == 0 ? 1 : 0);
        }
        double half = t.inverseCumulativeProbability(.5 + level / 2) * se;
        double p = 2 * t.cumulativeProbability(-Math.abs(mean) / se);
        return new ScoreComparison(mean, mean - half, mean + half, p);
    }

    /**
     * A paired bootstrap of the mean difference by blocks: percentile interval, and twice the smaller share of
     * resampled means beyond zero as p-value.
     *
     * @param first losses of the first forecaster
     * @param second losses of the second
     * @param blocks number of the block of each outcome, 0, 1, 2 …; outcomes of one block (such as the fifteen votes on
     *     a draft) are drawn together, since they are not independent
     * @param resamples number of resamples, such as 2,000
     * @param seed seed of the keyed draws
     * @param level confidence level
     */
    public static ScoreComparison bootstrap(
            double[] first, double[] second, int[] blocks, int resamples, long seed, double level) {
        double[] d = differences(first, second);
        int count = Arrays.stream(blocks).max().orElseThrow() + 1;
        double[] sum = new double[count];
        int[] size = new int[count];
        for (int i = 0; i < d.length; i++) {
            sum[blocks[i]] += d[i];
            size[blocks[i]]++;
        }
        double[] means = resample(sum, size, resamples, seed);
        Arrays.sort(means);
        double below = Arrays.stream(means).filter(m -> m <= 0).count();
        double above = Arrays.stream(means).filter(m -> m >= 0).count();
        double p = Math.min(1, 2 * (Math.min(below, above) + 1) / (resamples + 1));
        double tail = (1 - level) / 2;
        int low = (int) Math.floor(tail * (resamples - 1));
        return new ScoreComparison(Arrays.stream(d).average().orElseThrow(), means[low], means[resamples - 1 - low], p);
    }

    /** The interval of the mean difference; null where it could not be told. */
    public @Nullable Interval interval() {
        return Interval.orNull(low, high);
    }

    /** Outcomes that are each a block of their own. */
    public static int[] single(int count) {
        return IntStream.range(0, count).toArray();
    }

    private static double[] resample(double[] sum, int[] size, int resamples, long seed) {
        Draws draws = new Draws();
        double[] means = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            draws.startRun(seed, b);
            double total = 0;
            int members = 0;
            for (int i = 0; i < sum.length; i++) {
                int pick = (int) (draws.uniform(RESAMPLE, i) * sum.length);
                total += sum[pick];
                members += size[pick];
            }
            means[b] = total / members;
        }
        return means;
    }

    private static double[] differences(double[] first, double[] second) {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException("needs as many losses of the one as of the other");
        }
        double[] d = new double[first.length];
        Arrays.setAll(d, i -> first[i] - second[i]);
        return d;
    }

    private static double autocovariance(double[] d, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < d.length; i++) {
            sum += (d[i] - mean) * (d[i - lag] - mean);
        }
        return sum / d.length;
    }
}
