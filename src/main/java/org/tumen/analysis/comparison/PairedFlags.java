package org.tumen.analysis.comparison;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * The difference of the shares of runs in which two arms have a flag, from the runs in which they differ.
 *
 * <p>Test: exact and binomial on the differing runs (Q. McNemar, Psychometrika 12 (1947) 153–157). Interval: exact limits of
 * C. J. Clopper and E. S. Pearson (Biometrika 26 (1934) 404–413) for the share of runs that only the arm and of those that
 * only the baseline has, put together to limits of their difference as by R. G. Newcombe, "Improved confidence intervals
 * for the difference between binomial proportions based on paired data", Statist. Med. 17 (1998) 2635–2650, with the
 * correlation of the two shares of a multinomial distribution; widened to zero where the test does not reject, so that
 * interval and test agree.
 *
 * <p>Runs that share a point of the parameters count as fewer independent ones, in the ratio of the variances with and
 * without regard to it (at least 1), with Student's t for the number of clusters: E. L. Korn and B. I. Graubard,
 * "Confidence intervals for proportions with small expected number of positive counts estimated from survey data", Survey
 * Methodology 24 (1998) 193–201.
 */
final class PairedFlags {
    private final double runs;
    private final double higher;
    private final double lower;
    private final int clusters;
    private final boolean clustered;

    /**
     * The difference.
     *
     * @param shares in which share of the runs the arm is higher and lower
     * @param runs the number of runs
     * @param mean the same differences with their error over clusters
     */
    PairedFlags(Shares shares, int runs, StudentisedMean mean) {
        double spread = shares.higher() + shares.lower() - mean.mean() * mean.mean();
        double independent = spread / (runs - 1.0);
        double effect = mean.standardError() * mean.standardError() / independent;
        clusters = mean.clusters();
        clustered = clusters < runs;
        double divisor = clustered && effect > 1 ? effect : 1;
        this.runs = runs / divisor;
        higher = shares.higher() * this.runs;
        lower = shares.lower() * this.runs;
    }

    /** The two-sided p-value of equal shares; 1 where no run differs. */
    double pValue() {
        double differing = higher + lower;
        double fewer = Math.min(higher, lower);
        // P(X ≤ k) of a binomial X of N and ½ is the incomplete beta I½(N − k, k + 1), which also serves fractions.
        return differing == 0 ? 1 : Math.min(1, 2 * Beta.regularizedBeta(0.5, differing - fewer, fewer + 1));
    }

    /** The runs that count, the fewer the fewer clusters tell the variance. */
    private double counting(double level) {
        if (!clustered) {
            return runs;
        }
        double z = Distributions.normalQuantile((1 + level) / 2) / Distributions.tCritical(level, clusters - 1.0);
        return runs * z * z;
    }

    /** The exact interval of the share of runs in which the arm is higher. */
    Interval shareInterval(double level) {
        double n = counting(level);
        double p = higher / runs;
        return new Interval(limit(p, n, (1 - level) / 2), limit(p, n, (1 + level) / 2));
    }

    /** The interval of the difference, arm minus baseline. */
    Interval interval(double level) {
        double n = counting(level);
        double p = higher / runs;
        double q = lower / runs;
        double a = 1 - level;
        double correlation =
                p == 0 || q == 0 ? 0 : p + q >= 1 ? 1 : Math.min(1, Math.sqrt(p * q / ((1 - p) * (1 - q))));
        double low = p - q - reach(p - limit(p, n, a / 2), limit(q, n, 1 - a / 2) - q, correlation);
        double high = p - q + reach(limit(p, n, 1 - a / 2) - p, q - limit(q, n, a / 2), correlation);
        boolean rejected = pValue() <= a;
        return new Interval(
                Math.max(-1, rejected ? low : Math.min(low, 0)), Math.min(1, rejected ? high : Math.max(high, 0)));
    }

    private static double reach(double x, double y, double correlation) {
        return Math.sqrt(x * x + y * y + 2 * correlation * x * y);
    }

    /** The exact limit of a share that was seen in n runs, at a probability below or above one half. */
    private static double limit(double share, double n, double probability) {
        double seen = share * n;
        if (probability < 0.5) {
            return seen <= 0
                    ? 0
                    : new BetaDistribution(null, seen, n - seen + 1).inverseCumulativeProbability(probability);
        }
        return seen >= n ? 1 : new BetaDistribution(null, seen + 1, n - seen).inverseCumulativeProbability(probability);
    }
}
