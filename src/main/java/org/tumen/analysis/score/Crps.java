package org.tumen.analysis.score;

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
}
