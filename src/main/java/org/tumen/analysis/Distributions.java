package org.tumen.analysis;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** Reference distributions, without the random generators that Commons Math would attach to them. */
public final class Distributions {
    private static final double SQRT2 = Math.sqrt(2);

    private Distributions() {}

    /** P(|Z| ≥ |z|) of a standard normal Z. */
    public static double normalTwoSided(double z) {
        return Erf.erfc(Math.abs(z) / SQRT2);
    }

    /** The two-sided critical value of Student's t at a confidence level. */
    public static double tCritical(double level, double degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2);
    }

    /** P(|T| ≥ |t|) of Student's t. */
    public static double tTwoSided(double t, double degreesOfFreedom) {
        return Math.min(1, 2 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t)));
    }
}
