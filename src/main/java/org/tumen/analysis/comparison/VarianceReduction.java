package org.tumen.analysis.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what factor common random numbers cut the variance of the mean difference against independent seeds:
 * (var(arm) + var(baseline)) / var(arm − baseline). Independent seeds would need that many times the runs. Below 1
 * pairing did harm.
 *
 * <p>The interval is normal on the logarithm, by the delta method from the influence of each run,
 * ((aᵢ − ā)² + (bᵢ − b̄)²)/(s²_a + s²_b) − (dᵢ − d̄)²/s²_d, without assuming normal outcomes.
 *
 * @param factor the factor; null when it is undefined because the differences do not vary
 * @param interval its confidence interval; null when the factor is
 */
public record VarianceReduction(
        @Nullable Double factor, @Nullable Interval interval) {
    static VarianceReduction of(double[] baseline, double[] arm, double level) {
        int n = arm.length;
        double[] d = Columns.differences(baseline, arm);
        double meanA = Columns.mean(arm);
        double meanB = Columns.mean(baseline);
        double meanD = Columns.mean(d);
        double apart = Columns.variance(arm, meanA) + Columns.variance(baseline, meanB);
        double paired = Columns.variance(d, meanD);
        if (paired == 0) {
            return new VarianceReduction(null, null);
        }
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            influence[i] =
                    (square(arm[i] - meanA) + square(baseline[i] - meanB)) / apart - square(d[i] - meanD) / paired;
        }
        double error = Math.sqrt(Columns.variance(influence, Columns.mean(influence)) / n);
        double reach = Math.exp(Distributions.normalQuantile((1 + level) / 2) * error);
        double factor = apart / paired;
        return new VarianceReduction(factor, new Interval(factor / reach, factor * reach));
    }

    private static double square(double x) {
        return x * x;
    }

    /** The factor in words. */
    public String words() {
        if (factor == null || interval == null) {
            return "the difference is the same in every run, so that pairing left no variance";
        }
        String numbers = String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", factor, interval.low(), interval.high());
        if (interval.low() > 1) {
            return "pairing on the same luck cut the variance of the difference by a factor of " + numbers;
        }
        if (interval.high() < 1) {
            return "pairing on the same luck raised the variance of the difference, factor " + numbers
                    + ": independent seeds would have served better";
        }
        return (factor < 1 ? "pairing, if anything, raised the variance" : "pairing hardly changed the variance")
                + " of the difference, factor " + numbers;
    }
}
