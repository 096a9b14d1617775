package org.tumen.analysis.comparison;

import org.apache.commons.math3.special.Beta;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.ShareLimits;
import org.tumen.analysis.StudentisedMean;

/**
 * The difference of the shares of runs in which two arms have a flag, from the runs in which they differ.
 *
 * <p>Test: exact and binomial on the differing runs (Q. McNemar, Psychometrika 12 (1947) 153–157). Interval:
 * {@link ShareLimits exact limits} for the share of runs that only the arm and of those that only the baseline has, put
 * together to limits of their difference as by R. G. Newcombe, "Improved confidence intervals for the difference between
 * binomial proportions based on paired data", Statist. Med. 17 (1998) 2635–2650, with the correlation of the two shares of a
 * multinomial distribution; widened to zero where the test does not reject, so that interval and test agree.
 *
 * <p>Runs that share a point of the parameters count as the independent runs they are worth.
 */
final class PairedFlags {
    private final double runs;
    private final double higher;
    private final double lower;
    private final Clusters clusters;

    /**
     * The difference.
     *
     * @param shares in which share of the runs the arm is higher and lower
     * @param mean the same differences with their error over clusters
     * @param clusters of the runs
     */
    PairedFlags(Shares shares, StudentisedMean mean, Clusters clusters) {
        this.clusters = clusters;
        double spread = shares.higher() + shares.lower() - mean.mean() * mean.mean();
        runs = ShareLimits.worth(spread / (clusters.runs() - 1.0), mean.standardError(), clusters);
        higher = shares.higher() * runs;
        lower = shares.lower() * runs;
    }

    /** The two-sided p-value of equal shares; 1 where no run differs. */
    double pValue() {
        double differing = higher + lower;
        double fewer = Math.min(higher, lower);
        // P(X ≤ k) of a binomial X of N and ½ is the incomplete beta I½(N − k, k + 1), which also serves fractions.
        return differing == 0 ? 1 : Math.min(1, 2 * Beta.regularizedBeta(0.5, differing - fewer, fewer + 1));
    }

    /** The interval of the difference, arm minus baseline. */
    Interval interval(double level) {
        double n = ShareLimits.counting(runs, level, clusters);
        double p = higher / runs;
        double q = lower / runs;
        double a = 1 - level;
        double correlation =
                p == 0 || q == 0 ? 0 : p + q >= 1 ? 1 : Math.min(1, Math.sqrt(p * q / ((1 - p) * (1 - q))));
        double low = p - q - reach(p - ShareLimits.of(p, n, a / 2), ShareLimits.of(q, n, 1 - a / 2) - q, correlation);
        double high = p - q + reach(ShareLimits.of(p, n, 1 - a / 2) - p, q - ShareLimits.of(q, n, a / 2), correlation);
        boolean rejected = pValue() <= a;
        return new Interval(
                Math.max(-1, rejected ? low : Math.min(low, 0)), Math.min(1, rejected ? high : Math.max(high, 0)));
    }

    private static double reach(double x, double y, double correlation) {
        return Math.sqrt(x * x + y * y + 2 * correlation * x * y);
    }
}
