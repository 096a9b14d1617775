package org.tumen.analysis.comparison;

import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;

/**
 * The number, mean and variance of differences as they come, by the update of B. P. Welford, "Note on a method for
 * calculating corrected sums of squares and products", Technometrics 4 (1962) 419–420. Belongs to one thread.
 */
public final class RunningMoments {
    private long count;
    private long nonZero;
    private double mean;
    private double squares;

    /** Takes in one difference, arm minus baseline. */
    public void add(double difference) {
        count++;
        nonZero += difference != 0 ? 1 : 0;
        double before = difference - mean;
        mean += before / count;
        squares += before * (difference - mean);
    }

    /**
     * Takes in the mean difference of each cluster of paired columns, the last cluster only when it is as large as the
     * first: means of equal clusters are independent and alike, as a confidence sequence needs them.
     */
    public void addAll(double[] baseline, double[] arm, Clusters clusters) {
        double[] totals = clusters.totals(Columns.differences(baseline, arm));
        double[] sizes = clusters.sizes();
        for (int c = 0; c < totals.length; c++) {
            if (c + 1 < totals.length || sizes[c] >= sizes[0]) {
                add(totals[c] / sizes[c]);
            }
        }
    }

    /** The number of differences. */
    public long count() {
        return count;
    }

    /** The number of those that are not zero. */
    public long nonZero() {
        return nonZero;
    }

    /** Their mean; 0 before the first. */
    public double mean() {
        return mean;
    }

    /** Their standard deviation (divisor n − 1); 0 before the second. */
    public double standardDeviation() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }
}
