package org.tumen.analysis.comparison;

import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;

/**
 * The difference of means of paired columns, arm minus baseline. Interval and adjusted p-value are made by {@link Family}
 * over all rows of a table.
 *
 * @param runs the number of pairs
 * @param clusters the number of independent clusters of pairs, see {@link Clusters}
 * @param differing in how many clusters a pair differs
 * @param baseline mean of the baseline
 * @param arm mean of the arm
 * @param difference arm minus baseline
 * @param standardDeviation of the differences (divisor n − 1)
 * @param standardError of the difference, over clusters
 * @param interval of the difference, simultaneous over the rows of the table; null where too few pairs differ for one
 * @param pValue two-sided, of no difference, for this row alone; null where too few pairs differ
 * @param adjustedPValue the same for all rows of the table together; null likewise
 * @param standardised Cohen's d_z, the difference over the standard deviation of the differences: the size that decides
 *     how many paired runs are needed. 0 without difference; null where the differences do not vary
 * @param standardisedPooled the difference over √((s²_arm + s²_baseline)/2), which is Cohen's d for equal sizes: the size
 *     against the spread of the outcome itself. 0 without difference; null where neither column varies
 */
public record MeanDifference(
        int runs,
        int clusters,
        int differing,
        double baseline,
        double arm,
        double difference,
        double standardDeviation,
        double standardError,
        @Nullable Interval interval,
        @Nullable Double pValue,
        @Nullable Double adjustedPValue,
        @Nullable Double standardised,
        @Nullable Double standardisedPooled) {

    /** Whether so few clusters differ that no verdict is given. */
    public boolean tooFewDiffer() {
        return differing < StudentisedMean.FEWEST_DIFFERING;
    }

    static @Nullable Double ratio(double difference, double spread) {
        if (difference == 0) {
            return 0.0;
        }
        return spread > 0 ? difference / spread : null;
    }
}
