package org.tumen.analysis.comparison;

import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;

/**
 * A confidence sequence for a mean: intervals that hold at all numbers of runs at once with the stated confidence, so
 * that one may look after every block and stop whenever one likes.
 *
 * <p>Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas, "Time-uniform central limit theory and
 * asymptotic confidence sequences", Annals of Statistics 52 (2024) 2613–2640, on the normal mixture of H. Robbins,
 * "Statistical methods related to the law of the iterated logarithm", Ann. Math. Statist. 41 (1970) 1397–1409. With n
 * runs, sample standard deviation s and α = 1 − level the half-width is
 *
 * <pre>s √( (n ρ² + 1) / (n² ρ²) · (log(n ρ² + 1) − 2 log α) )</pre>
 *
 * ρ makes it narrowest at the planned number of runs t: the half-width over n is least where u = tρ² solves
 * u = log(u + 1) − 2 log α, here solved exactly where the paper gives an approximation. The price against an interval for
 * a fixed number of runs is about 55 % at the planned number. The guarantee is asymptotic: looking should begin only at
 * {@link #MINIMUM_RUNS} runs.
 */
public final class ConfidenceSequence {
    /** Runs before the first look; below, the estimated standard deviation is not trusted. */
    public static final int MINIMUM_RUNS = 100;

    private final double rhoSquared;
    private final double penalty;

    /**
     * A sequence.
     *
     * @param level confidence, in (0, 1)
     * @param plannedRuns the number of runs at which it is narrowest, 2 or more; must be chosen before the runs
     */
    public ConfidenceSequence(double level, int plannedRuns) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, not at " + level);
        }
        if (plannedRuns < 2) {
            throw new IllegalArgumentException("2 or more runs are planned, not " + plannedRuns);
        }
        this.penalty = -2 * Math.log(1 - level);
        this.rhoSquared = narrowest(penalty) / plannedRuns;
    }

    /** A sequence for each of several means that all hold together with the given confidence (Bonferroni). */
    public static ConfidenceSequence simultaneous(double level, int plannedRuns, int means) {
        if (means < 1) {
            throw new IllegalArgumentException("1 or more means are estimated, not " + means);
        }
        return new ConfidenceSequence(1 - (1 - level) / means, plannedRuns);
    }

    /** How many clusters are planned where so many runs are, in the proportion of the runs made: 2 or more. */
    public static int plannedClusters(long plannedRuns, Clusters clusters) {
        return (int) Math.max(2, Math.min(Integer.MAX_VALUE, plannedRuns * clusters.count() / clusters.runs()));
    }

    /** Solves u = log(u + 1) + penalty; the right-hand side contracts for u above 0, so that iteration converges. */
    private static double narrowest(double penalty) {
        double u = penalty + 1;
        for (int i = 0; i < 200; i++) {
            u = Math.log1p(u) + penalty;
        }
        return u;
    }

    /**
     * The half-width after n runs.
     *
     * @param runs n, 1 or more
     * @param standardDeviation the sample standard deviation of the n differences
     */
    public double halfWidth(long runs, double standardDeviation) {
        double u = runs * rhoSquared;
        return standardDeviation * Math.sqrt((u + 1) / (runs * u) * (Math.log1p(u) + penalty));
    }

    /** The interval after n runs, see {@link #halfWidth}. */
    public Interval interval(long runs, double mean, double standardDeviation) {
        return Interval.around(mean, halfWidth(runs, standardDeviation));
    }

    /**
     * The p-value of a mean of zero that holds under repeated looks: the smallest α at which the interval, its ρ kept,
     * excludes zero; 1 / mixture likelihood ratio.
     */
    public double pValue(long runs, double mean, double standardDeviation) {
        if (mean == 0 || standardDeviation == 0) {
            return 1;
        }
        double u = runs * rhoSquared;
        double z = mean / standardDeviation;
        double logRatio = 0.5 * runs * z * z * u / (u + 1) - 0.5 * Math.log1p(u);
        return Math.min(1, Math.exp(-logRatio));
    }

    /**
     * The fewest runs at which the half-width is no more than wanted, if the standard deviation stays as it is.
     *
     * @return the number; {@link Long#MAX_VALUE} when it exceeds 10¹⁵
     */
    public long runsFor(double halfWidth, double standardDeviation) {
        if (standardDeviation == 0) {
            return 1;
        }
        long high = 1;
        while (halfWidth(high, standardDeviation) > halfWidth) {
            high *= 2;
            if (high > 1_000_000_000_000_000L) {
                return Long.MAX_VALUE;
            }
        }
        long low = high / 2;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (halfWidth(middle, standardDeviation) > halfWidth) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
