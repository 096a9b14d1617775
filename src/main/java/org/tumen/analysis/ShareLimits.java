package org.tumen.analysis;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Exact confidence limits of a share of runs: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
 *
 * <p>Runs that share a point of the parameters count as fewer independent ones, in the ratio of the variances with and
 * without regard to it (at least 1), with Student's t for the number of clusters: E. L. Korn and B. I. Graubard,
 * "Confidence intervals for proportions with small expected number of positive counts estimated from survey data", Survey
 * Methodology 24 (1998) 193–201.
 */
public final class ShareLimits {
    private ShareLimits() {}

    /**
     * A limit of a share.
     *
     * @param share that was seen, in [0, 1]
     * @param runs in how many independent runs; a fraction where {@link #counting} makes it one
     * @param probability below one half for the lower limit, above for the upper: 0.025 and 0.975 for an interval of 95 %
     */
    public static double of(double share, double runs, double probability) {
        double seen = share * runs;
        if (probability < 0.5) {
            return seen <= 0
                    ? 0
                    : new BetaDistribution(null, seen, runs - seen + 1).inverseCumulativeProbability(probability);
        }
        return seen >= runs
                ? 1
                : new BetaDistribution(null, seen + 1, runs - seen).inverseCumulativeProbability(probability);
    }

    /**
     * How many independent runs clustered runs are worth.
     *
     * @param independent the variance of an estimate were the runs independent
     * @param standardError its standard error over clusters
     */
    public static double worth(double independent, double standardError, Clusters clusters) {
        if (clusters.areSingle()) {
            return clusters.runs();
        }
        double effect = standardError * standardError / independent;
        // An estimate that does not vary, as a share of none or all, says nothing of how alike the runs of a cluster
        // are.
        // One cluster says nothing of it either.
        return independent == 0 || clusters.count() < 2 ? clusters.count() : clusters.runs() / Math.max(1, effect);
    }

    /** The runs that count at a level: the fewer, the fewer clusters tell the variance. */
    public static double counting(double runs, double level, Clusters clusters) {
        if (clusters.areSingle() || clusters.count() < 2) {
            return runs;
        }
        double p = (1 + level) / 2;
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p)
                / new TDistribution(null, clusters.count() - 1.0).inverseCumulativeProbability(p);
        return runs * z * z;
    }
}
