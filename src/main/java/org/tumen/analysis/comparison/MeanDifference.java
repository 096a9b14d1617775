package org.tumen.analysis.comparison;

import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;

/**
 * The difference of means of paired columns, arm minus baseline. Interval and adjusted p-value are made by {@link Family}
 * over all rows of a table.
 *
 * @param runs the number of pairs
 * @param clusters the number of independent clusters of pairs, see {@link Clusters}
 * @param differing in how many clusters a pair differs
 * @param exact whether interval and p-value are exact however few clusters differ: of flags of runs with a cluster each
 * @param alike whether all but a few clusters differ by the same, see {@link StudentisedMean#alike}
 * @param baseline mean of the baseline
 * @param arm mean of the arm
 * @param difference arm minus baseline
 * @param standardDeviation of the differences (divisor n − 1)
 * @param standardError of the difference, over clusters
 * @param interval of the difference, simultaneous over the rows of the table; null where too few pairs differ for one, or
 *     nearly all by the same
 * @param pValue two-sided, of no difference, for this row alone; null where too few pairs differ
 * @param adjustedPValue the same for all rows of the table together; null likewise
 */
public record MeanDifference(
        int runs,
        int clusters,
        int differing,
        boolean exact,
        boolean alike,
        double baseline,
        double arm,
        double difference,
        double standardDeviation,
        double standardError,
        @Nullable Interval interval,
        @Nullable Double pValue,
        @Nullable Double adjustedPValue) {

    /** Whether so few clusters differ that no verdict is given. */
    public boolean tooFewDiffer() {
        return !exact && differing < StudentisedMean.FEWEST_DIFFERING;
    }
}
