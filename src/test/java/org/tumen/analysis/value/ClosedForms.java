package org.tumen.analysis.value;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Values of information that are known exactly. */
final class ClosedForms {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private ClosedForms() {}

    /** E max(0, X) − max(0, E X) for X normal: the unit normal loss integral. */
    static double twoArms(double mean, double deviation) {
        double u = Math.abs(mean) / deviation;
        return deviation * (NORMAL.density(u) - u * NORMAL.cumulativeProbability(-u));
    }

    /** E max(0, X, Y) − max(0, E X, E Y) for X and Y independent normal, by the integral of P(max > t) over t above 0. */
    static double threeArms(double meanX, double deviationX, double meanY, double deviationY) {
        double sum = 0;
        double step = (deviationX + deviationY) / 2_000;
        for (double t = step / 2; t < 12 * (deviationX + deviationY); t += step) {
            sum += step
                    * (1
                            - NORMAL.cumulativeProbability((t - meanX) / deviationX)
                                    * NORMAL.cumulativeProbability((t - meanY) / deviationY));
        }
        return sum - Math.max(0, Math.max(meanX, meanY));
    }

    /** E max(0, bX² − c) − max(0, b − c) for X standard normal; c above b, both above 0. */
    static double quadratic(double b, double c) {
        double t = Math.sqrt(c / b);
        double tail = NORMAL.cumulativeProbability(-t);
        return 2 * (b * (t * NORMAL.density(t) + tail) - c * tail);
    }
}
