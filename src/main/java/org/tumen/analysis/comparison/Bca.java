package org.tumen.analysis.comparison;

import java.util.Arrays;

/**
 * Bias-corrected and accelerated bootstrap intervals.
 *
 * <p>Source: B. Efron, "Better bootstrap confidence intervals", J. Amer. Statist. Assoc. 82 (1987) 171–185; notation of
 * Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 14. The ends are the quantiles of the replicates
 * at
 *
 * <pre>Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z)))</pre>
 *
 * for z = Φ⁻¹((1 ∓ level)/2). Deviations: replicates equal to the estimate count half in z₀, which matters for outcomes
 * of few values; quantiles interpolate between order statistics at (B + 1) p.
 */
public final class Bca {
    private Bca() {}

    /**
     * The interval.
     *
     * @param replicates the statistic on each resample, in any order; left as it is
     * @param estimate the statistic on the data
     * @param acceleration the acceleration a, see {@link #acceleration}
     * @param level confidence, in (0, 1)
     */
    public static Interval interval(double[] replicates, double estimate, double acceleration, double level) {
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        double below = 0;
        for (double r : sorted) {
            below += r < estimate ? 1 : r == estimate ? 0.5 : 0;
        }
        // An estimate outside all replicates would send z₀ to infinity; the share is kept half a replicate inside.
        double share = Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length;
        double bias = Distributions.normalQuantile(share);
        double z = Distributions.normalQuantile((1 + level) / 2);
        double low = quantile(sorted, adjusted(bias, -z, acceleration));
        double high = quantile(sorted, adjusted(bias, z, acceleration));
        return new Interval(Math.min(low, high), Math.max(low, high));
    }

    private static double adjusted(double bias, double z, double acceleration) {
        double sum = bias + z;
        double denominator = 1 - acceleration * sum;
        // The transformation has a pole where the skewness is extreme for the size of the sample; beyond it lies the
        // end.
        if (denominator <= 0) {
            return sum > 0 ? 1 : 0;
        }
        return Distributions.normalCdf(bias + sum / denominator);
    }

    static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length + 1) - 1;
        int index = (int) Math.floor(place);
        if (index < 0) {
            return sorted[0];
        }
        if (index >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        return sorted[index] + (place - index) * (sorted[index + 1] - sorted[index]);
    }

    /**
     * The acceleration from the jackknife: Σ(m − θᵢ)³ / (6 (Σ(m − θᵢ)²)^1.5), m being the mean of the θᵢ.
     *
     * @param leftOut the statistic with each observation left out in turn
     * @return the acceleration; 0 when all are equal
     */
    public static double acceleration(double[] leftOut) {
        return -skewRatio(leftOut);
    }

    /**
     * The acceleration for a mean: with observation i left out the mean is (n m − dᵢ)/(n − 1), so that the jackknife
     * needs the deviations dᵢ − m only.
     */
    public static double accelerationOfMean(double[] values) {
        return skewRatio(values);
    }

    private static double skewRatio(double[] x) {
        double mean = Columns.mean(x);
        double squares = 0;
        double cubes = 0;
        for (double v : x) {
            double e = v - mean;
            squares += e * e;
            cubes += e * e * e;
        }
        return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
    }
}
