package org.tumen.analysis.calibration;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;

/** Priors of textbooks. */
public final class Priors {
    private Priors() {}

    /** Uniform between two numbers. */
    public static PriorDistribution uniform(double low, double high) {
        return of(new UniformRealDistribution(null, low, high));
    }

    /** Normal with mean and standard deviation. */
    public static PriorDistribution normal(double mean, double sd) {
        return of(new NormalDistribution(null, mean, sd));
    }

    /** Beta with its two shapes. */
    public static PriorDistribution beta(double alpha, double beta) {
        return of(new BetaDistribution(null, alpha, beta));
    }

    /** Gamma with shape and rate (mean shape/rate). */
    public static PriorDistribution gamma(double shape, double rate) {
        return of(new GammaDistribution(null, shape, 1 / rate));
    }

    private static PriorDistribution of(RealDistribution distribution) {
        return new PriorDistribution() {
            @Override
            public double sample(double u) {
                return distribution.inverseCumulativeProbability(u);
            }

            @Override
            public double density(double x) {
                return distribution.density(x);
            }
        };
    }
}
