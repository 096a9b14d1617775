package org.tumen.analysis.comparison;

import org.jspecify.annotations.Nullable;

/**
 * The difference of means of paired columns, arm minus baseline.
 *
 * @param runs the number of pairs
 * @param baseline mean of the baseline
 * @param arm mean of the arm
 * @param difference arm minus baseline
 * @param standardDeviation of the differences (divisor n − 1)
 * @param tInterval by Student's paired t
 * @param bcaInterval by the BCa bootstrap of the differences, see {@link Bca}
 * @param anytimeInterval by the confidence sequence, see {@link ConfidenceSequence}; holds under repeated looks
 * @param pValue two-sided, of the paired t test. 1 when all differences are zero; where they are all the same but not
 *     zero, t is infinite and the sign-flip p-value 2^(1−n) stands for it
 * @param anytimePValue holds under repeated looks
 * @param standardised Cohen's d_z, the difference over the standard deviation of the differences: the size that decides
 *     how many paired runs are needed. 0 without difference; null where the differences do not vary
 * @param standardisedPooled the difference over √((s²_arm + s²_baseline)/2), which is Cohen's d for equal sizes: the size
 *     against the spread of the outcome itself. 0 without difference; null where neither column varies
 */
public record MeanDifference(
        int runs,
        double baseline,
        double arm,
        double difference,
        double standardDeviation,
        Interval tInterval,
        Interval bcaInterval,
        Interval anytimeInterval,
        double pValue,
        double anytimePValue,
        @Nullable Double standardised,
        @Nullable Double standardisedPooled) {

    static MeanDifference of(double[] baseline, double[] arm, double[] replicates, Settings settings) {
        int n = arm.length;
        double[] d = Columns.differences(baseline, arm);
        double mean = Columns.mean(d);
        double sd = Math.sqrt(Columns.variance(d, mean));
        double baselineMean = Columns.mean(baseline);
        double armMean = Columns.mean(arm);
        double pooled = Math.sqrt((Columns.variance(baseline, baselineMean) + Columns.variance(arm, armMean)) / 2);
        ConfidenceSequence sequence = new ConfidenceSequence(settings.level(), settings.plannedRuns());
        return new MeanDifference(
                n,
                baselineMean,
                armMean,
                mean,
                sd,
                tInterval(mean, sd, n, settings.level()),
                sd == 0
                        ? new Interval(mean, mean)
                        : Bca.interval(replicates, mean, Bca.accelerationOfMean(d), settings.level()),
                sequence.interval(n, mean, sd),
                pValue(mean, sd, n),
                sequence.pValue(n, mean, sd),
                ratio(mean, sd),
                ratio(mean, pooled));
    }

    /** The t interval of the mean of a column by itself. */
    public static Interval meanInterval(double[] column, double level) {
        double mean = Columns.mean(column);
        return tInterval(mean, Math.sqrt(Columns.variance(column, mean)), column.length, level);
    }

    static Interval tInterval(double mean, double sd, int n, double level) {
        return Interval.around(mean, Distributions.tCritical(level, n - 1) * sd / Math.sqrt(n));
    }

    static double pValue(double mean, double sd, int n) {
        if (mean == 0) {
            return 1;
        }
        if (sd == 0) {
            return Math.pow(2, 1 - n);
        }
        return Distributions.tTwoSided(mean / (sd / Math.sqrt(n)), n - 1);
    }

    private static @Nullable Double ratio(double difference, double spread) {
        if (difference == 0) {
            return 0.0;
        }
        return spread > 0 ? difference / spread : null;
    }
}
