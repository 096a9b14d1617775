package org.tumen.analysis.score;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Distributions;
import org.tumen.analysis.Interval;

/**
 * Two forecasters' losses on the same outcomes, compared pair by pair.
 *
 * @param difference mean of first − second; negative when the first is better
 * @param low lower end of the interval for the mean difference; NaN where it is not told
 * @param high upper end
 */
public record ScoreComparison(double difference, double low, double high) {

    /**
     * Losses in order of time, with Student's interval about the error of Diebold and Mariano: that of a mean of what is
     * correlated, by the first cosine transforms of the differences, as many as degrees of freedom.
     *
     * <p>Sources: F. X. Diebold, R. S. Mariano, "Comparing predictive accuracy", Journal of Business &amp; Economic
     * Statistics 13 (1995) 253–263; E. Lazarus, D. J. Lewis, J. H. Stock, M. W. Watson, "HAR inference: recommendations for
     * practice", the same 36 (2018) 541–559, whose 0.4 n^(2/3) transforms these are. Deviation: three at least.
     *
     * @param first losses of the first forecaster
     * @param second losses of the second
     * @param level confidence level of the interval
     * @throws IllegalArgumentException when lengths differ or there are fewer than four outcomes
     */
    public static ScoreComparison inTime(double[] first, double[] second, double level) {
        double[] d = differences(first, second, 4);
        int n = d.length;
        int transforms = Math.max(3, (int) (.4 * Math.cbrt((double) n * n)));
        double squares = 0;
        for (int j = 1; j <= transforms; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += d[i] * StrictMath.cos(Math.PI * j * (i + .5) / n);
            }
            squares += 2 * sum * sum / n;
        }
        return around(d, squares / transforms, transforms, level);
    }

    /**
     * Losses on outcomes that are independent of each other, with Student's interval.
     *
     * @param first losses of the first forecaster
     * @param second losses of the second
     * @param level confidence level of the interval
     * @throws IllegalArgumentException when lengths differ or there are fewer than two outcomes
     */
    public static ScoreComparison independent(double[] first, double[] second, double level) {
        double[] d = differences(first, second, 2);
        return around(d, StatUtils.variance(d), d.length - 1, level);
    }

    /** The interval of the mean difference; null where it could not be told. */
    public @Nullable Interval interval() {
        return Interval.orNull(low, high);
    }

    private static ScoreComparison around(double[] d, double variance, int degrees, double level) {
        double mean = StatUtils.mean(d);
        double half = Distributions.tCritical(level, degrees) * Math.sqrt(variance / d.length);
        return new ScoreComparison(mean, mean - half, mean + half);
    }

    private static double[] differences(double[] first, double[] second, int least) {
        if (first.length != second.length || first.length < least) {
            throw new IllegalArgumentException("needs as many losses of the one as of the other, at least " + least);
        }
        double[] d = new double[first.length];
        Arrays.setAll(d, i -> first[i] - second[i]);
        return d;
    }
}
