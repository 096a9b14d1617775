package org.tumen.analysis.comparison;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * The mean of an outcome of one arm by itself, with a 95 % interval over clusters of runs: exact limits for flags, see
 * {@link PairedFlags}, else mean ± c · standard error with c the larger of Student's t and the quantile of
 * {@link StudentisedMean}.
 *
 * @param mean the mean
 * @param interval its interval; null where fewer than {@value StudentisedMean#FEWEST_DIFFERING} clusters have another value
 *     than the most frequent one
 */
public record ArmMean(double mean, @Nullable Interval interval) {

    /** The mean of an outcome of an arm. */
    public static ArmMean of(Arm arm, Outcome outcome, Settings settings) {
        double[] column = arm.column(outcome);
        double level = settings.level();
        double[] sorted = Columns.sorted(column);
        double usual = outcome.kind() == Kind.FLAG ? 0 : mode(sorted);
        double[] apart = new double[column.length];
        Arrays.setAll(apart, i -> column[i] - usual);
        StudentisedMean mean = new StudentisedMean(apart, arm.clusters());
        if (outcome.kind() == Kind.FLAG) {
            Shares shares = new Shares(mean.mean(), 0, 1 - mean.mean());
            return new ArmMean(mean.mean(), new PairedFlags(shares, mean, arm.clusters()).shareInterval(level));
        }
        if (!mean.reliable()) {
            return new ArmMean(mean.mean() + usual, null);
        }
        double critical =
                mean.criticalValue(level, new Resamples(arm.clusters().count(), settings.resamples(), settings.seed()));
        return new ArmMean(mean.mean() + usual, Interval.around(mean.mean() + usual, critical * mean.standardError()));
    }

    /** The most frequent value, the least of several. */
    private static double mode(double[] sorted) {
        double mode = sorted[0];
        int most = 0;
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                if (i - from > most) {
                    most = i - from;
                    mode = sorted[from];
                }
                from = i;
            }
        }
        return mode;
    }
}
