package org.tumen.analysis.value;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution from a table, for sums over hundreds of thousands of points. */
final class StandardNormal {
    private static final NormalDistribution EXACT = new NormalDistribution();
    private static final double REACH = 8;
    private static final int STEPS = 16_000;
    private static final double[] TABLE = new double[STEPS + 2];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = EXACT.cumulativeProbability(-REACH + 2 * REACH * i / STEPS);
        }
    }

    private StandardNormal() {}

    /** Φ(x), exact to 10⁻⁷ (linear interpolation at steps of .001). */
    static double cumulative(double x) {
        if (!(x > -REACH)) {
            return 0;
        }
        if (x >= REACH) {
            return 1;
        }
        double place = (x + REACH) * (STEPS / (2 * REACH));
        int i = (int) place;
        return TABLE[i] + (place - i) * (TABLE[i + 1] - TABLE[i]);
    }

    /** E max(0, X) for X normal. */
    static double expectedGain(double mean, double deviation) {
        if (!(deviation > 0)) {
            return Math.max(0, mean);
        }
        double u = mean / deviation;
        return mean * cumulative(u) + deviation * Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI);
    }

    /** How many standard errors reach to each side at a level. */
    static double critical(double level) {
        return EXACT.inverseCumulativeProbability((1 + level) / 2);
    }
}
