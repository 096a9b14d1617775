package org.tumen.analysis.comparison.pair;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Distributions;
import org.tumen.analysis.Interval;
import org.tumen.analysis.Resamples;
import org.tumen.analysis.StudentisedMean;
import org.tumen.outcome.Direction;

/**
 * Conditional value at risk (expected shortfall): the mean of the worst share of the runs of each arm, worst being low
 * where more is better and high where less is. The worst runs of the two arms need not be the same runs.
 *
 * <p>Estimate: R. T. Rockafellar and S. Uryasev, "Conditional value-at-risk for general loss distributions", J. Banking
 * Finance 26 (2002) 1443–1471; with quantile q of the tail share α it is the mean of ψᵢ = q − (q − xᵢ)⁺/α (for a low
 * tail). The quantile's own error has no effect of first order, so the standard error is that of the mean of ψ (the
 * variance of B. J. Manistre and G. H. Hancock, "Variance of the CTE estimator", N. Amer. Actuarial J. 9 (2005) 129–156),
 * and that of the difference the standard error of the paired differences of ψ over clusters of runs. The interval is
 * difference ± c · error, for this outcome and arm alone, c being the larger of the quantile of {@link StudentisedMean}
 * and Student's t with as many degrees of freedom as clusters differ, less one. There is none
 * where the share is fewer than {@value StudentisedMean#FEWEST_DIFFERING} clusters, or fewer of these differ in the tails.
 *
 * @param difference arm minus baseline
 * @param differenceInterval its confidence interval
 */
public record Tail(double difference, Interval differenceInterval) {

    public static @Nullable Tail of(
            double[] baseline,
            double[] arm,
            Direction direction,
            double share,
            double level,
            Clusters clusters,
            Resamples resamples) {
        int sign = direction == Direction.LESS ? -1 : 1;
        if (share * clusters.count() < StudentisedMean.FEWEST_DIFFERING) {
            return null;
        }
        double[] differences =
                Columns.differences(contributions(baseline, sign, share), contributions(arm, sign, share));
        int differing = inTails(differences, clusters);
        StudentisedMean mean = new StudentisedMean(differences, clusters);
        if (differing < StudentisedMean.FEWEST_DIFFERING || !mean.reliable()) {
            return null;
        }
        double critical = Math.max(
                Distributions.tCritical(level, differing - 1.0), mean.criticalValue(differences, level, resamples));
        return new Tail(mean.mean(), Interval.around(mean.mean(), critical * mean.standardError()));
    }

    /** In how many clusters the contributions differ by other than the constant that most runs share, outside the tails. */
    private static int inTails(double[] differences, Clusters clusters) {
        double[] sorted = Columns.sorted(differences);
        double usual = sorted[sorted.length / 2];
        return clusters.nonZero(Arrays.stream(differences).map(d -> d - usual).toArray());
    }

    /** The ψ of each run; their mean is the conditional value at risk, in the outcome's own sign. */
    public static double[] contributions(double[] column, int sign, double share) {
        double[] sorted = Arrays.stream(column).map(v -> sign * v).sorted().toArray();
        double q = Columns.quantile(sorted, share);
        return Arrays.stream(column)
                .map(v -> sign * (q - Math.max(0, q - sign * v) / share))
                .toArray();
    }
}
