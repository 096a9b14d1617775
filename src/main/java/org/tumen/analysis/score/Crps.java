package org.tumen.analysis.score;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The continuous ranked probability score, ∫(F(x) − 1{y ≤ x})² dx = E|X − y| − ½E|X − X′|: a proper loss in the unit of
 * the outcome; the absolute error when the forecast is a single number.
 *
 * <p>Source: Gneiting &amp; Raftery (2007), Journal of the American Statistical Association 102, 359–378, sections 4.2
 * and 5.
 */
public final class Crps {
    /** Mass left in the upper tail where a sum over counts stops. */
    private static final double TAIL = 1e-12;

    private Crps() {}

    /** The score of the empirical distribution of a sample. */
    public static double ofSample(double[] sample, double outcome) {
        double n = sample.length;
        return absoluteError(sample, outcome) - pairSum(sample) / (n * n);
    }

    /**
     * The fair score of a sample: unbiased for the score of the distribution that the sample was drawn from (C. A. T.
     * Ferro, "Fair scores for ensemble forecasts", Quarterly Journal of the Royal Meteorological Society 140 (2014)
     * 1917–1923). Needs two members; it can be negative.
     */
    public static double fairOfSample(double[] sample, double outcome) {
        double n = sample.length;
        if (n < 2) {
            throw new IllegalArgumentException("the fair score needs two members");
        }
        return absoluteError(sample, outcome) - pairSum(sample) / (n * (n - 1));
    }

    /** The score of a normal distribution: σ(z(2Φ(z) − 1) + 2φ(z) − 1/√π), z = (y − μ)/σ. */
    public static double ofNormal(double mean, double sd, double outcome) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double z = (outcome - mean) / sd;
        return sd * (z * (2 * normal.cumulativeProbability(z) - 1) + 2 * normal.density(z) - 1 / Math.sqrt(Math.PI));
    }

    /**
     * The score of a distribution of counts, by the sum Σₖ(F(k) − 1{y ≤ k})² (Wei &amp; Held, "Calibration tests for
     * count data", Test 23 (2014) 787–805), cut where the upper tail holds less than 10⁻¹².
     */
    public static double ofCounts(CountDistribution forecast, int outcome) {
        double sum = 0;
        for (int k = 0; ; k++) {
            double f = forecast.cumulative(k);
            double error = f - (outcome <= k ? 1 : 0);
            sum += error * error;
            if (k >= outcome && 1 - f < TAIL) {
                return sum;
            }
        }
    }

    private static double absoluteError(double[] sample, double outcome) {
        return Arrays.stream(sample).map(x -> Math.abs(x - outcome)).average().orElseThrow();
    }

    /** Σ over pairs i &lt; j of |xᵢ − xⱼ|, by sorting. */
    private static double pairSum(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += (2.0 * i - sorted.length + 1) * sorted[i];
        }
        return sum;
    }
}
