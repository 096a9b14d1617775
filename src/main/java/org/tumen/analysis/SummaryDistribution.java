package org.tumen.analysis;

import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * All that a picture of an outcome's distribution needs; its size does not depend on the number of runs.
 *
 * @param summary the figures
 * @param histogram the counts
 * @param density the kernel estimate; null for kinds other than CONTINUOUS and for values that are all equal
 */
public record SummaryDistribution(
        OutcomeSummary summary,
        Histogram histogram,
        @Nullable Density density) {
    /**
     * Describes a column.
     *
     * @param outcome what the column holds
     * @param values one finite value a run, within {@link #lower} and {@link #upper}; not changed
     * @param horizon the number of weeks of a run
     * @param clusters of these runs
     * @throws IllegalArgumentException when there are no values, one is not finite, or one lies beyond a bound
     */
    public static SummaryDistribution of(Outcome outcome, double[] values, double horizon, Clusters clusters) {
        OutcomeSummary summary = OutcomeSummary.of(outcome, values, horizon, clusters);
        if (outcome.kind() != Kind.CONTINUOUS) {
            return new SummaryDistribution(summary, Histogram.of(outcome, values, horizon), null);
        }
        Spread spread = Spread.of(summary);
        Density density =
                Density.of(values, lower(outcome), upper(outcome), spread).orElse(null);
        return new SummaryDistribution(summary, Histogram.freedmanDiaconis(values, spread), density);
    }

    /** The least value an outcome can have: no outcome is negative. */
    public static double lower(Outcome outcome) {
        return 0;
    }

    /** The greatest value an outcome can have: 100 for an index, 1 for a share; ∞ where there is no such bound. */
    public static double upper(Outcome outcome) {
        return switch (outcome) {
            case MEAN_STABILITY, FINAL_STABILITY, MIN_STABILITY, MEAN_TENSION, FINAL_ARSENAL, FINAL_INTEGRITY -> 100;
            case TECHNOLOGY_SHARE, MEAN_PRESSURE, MEAN_ENFORCEMENT, FINAL_CREDIBILITY, ANY_CRISIS, MANDATE_FAILED -> 1;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /** What is described. */
    public Outcome outcome() {
        return summary.outcome();
    }
}
