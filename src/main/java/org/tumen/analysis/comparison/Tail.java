package org.tumen.analysis.comparison;

import java.util.Arrays;
import org.tumen.outcome.Direction;

/**
 * Conditional value at risk (expected shortfall): the mean of the worst share of the runs of each arm, worst being low
 * where more is better and high where less is. The worst runs of the two arms need not be the same runs.
 *
 * <p>Estimate: R. T. Rockafellar and S. Uryasev, "Conditional value-at-risk for general loss distributions", J. Banking
 * Finance 26 (2002) 1443–1471; with quantile q of the tail share α it is the mean of ψᵢ = q − (q − xᵢ)⁺/α (for a low
 * tail). The quantile's own error has no effect of first order, so the standard error is that of the mean of ψ (the
 * variance of B. J. Manistre and G. H. Hancock, "Variance of the CTE estimator", N. Amer. Actuarial J. 9 (2005) 129–156),
 * and that of the difference the standard error of the paired differences of ψ. Deviation: Student's t with αn − 1
 * degrees of freedom (at least 1), because only about αn runs carry the tail.
 *
 * @param share the tail's share of the runs
 * @param baseline mean of the baseline's worst runs
 * @param baselineInterval its confidence interval
 * @param arm mean of the arm's worst runs
 * @param armInterval its confidence interval
 * @param difference arm minus baseline
 * @param differenceInterval its confidence interval
 */
public record Tail(
        double share,
        double baseline,
        Interval baselineInterval,
        double arm,
        Interval armInterval,
        double difference,
        Interval differenceInterval) {

    static Tail of(double[] baseline, double[] arm, Direction direction, double share, double level) {
        int sign = direction == Direction.LESS ? -1 : 1;
        double[] b = contributions(baseline, sign, share);
        double[] a = contributions(arm, sign, share);
        double[] d = Columns.differences(b, a);
        return new Tail(
                share,
                Columns.mean(b),
                interval(b, share, level),
                Columns.mean(a),
                interval(a, share, level),
                Columns.mean(d),
                interval(d, share, level));
    }

    /** The ψ of each run; their mean is the conditional value at risk, in the outcome's own sign. */
    static double[] contributions(double[] column, int sign, double share) {
        double[] sorted = new double[column.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = sign * column[i];
        }
        Arrays.sort(sorted);
        double q = Columns.quantile(sorted, share);
        double[] psi = new double[column.length];
        for (int i = 0; i < psi.length; i++) {
            psi[i] = sign * (q - Math.max(0, q - sign * column[i]) / share);
        }
        return psi;
    }

    private static Interval interval(double[] psi, double share, double level) {
        double mean = Columns.mean(psi);
        double error = Math.sqrt(Columns.variance(psi, mean) / psi.length);
        double t = Distributions.tCritical(level, Math.max(1, share * psi.length - 1));
        return Interval.around(mean, t * error);
    }
}
