package org.tumen.distribution;

import org.tumen.draw.PortableMath;

/**
 * The lognormal distribution: the logarithm is normal.
 *
 * @param location the mean of the logarithm (its exponential is the median)
 * @param deviation the standard deviation of the logarithm, above 0
 */
public record LognormalDistribution(double location, double deviation) implements Distribution {
    /** @throws IllegalArgumentException when a parameter is out of range */
    public LognormalDistribution {
        Checks.finite("mean of the logarithm", location);
        Checks.positive("sd of the logarithm", deviation);
    }

    @Override
    public double quantile(double u) {
        return PortableMath.exp(Distribution.normal(location, deviation).quantile(u));
    }

    @Override
    public double lower() {
        return 0;
    }

    @Override
    public double upper() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String describe() {
        return "lognormal with median " + PortableMath.exp(location) + " and sd of the logarithm "
                + Checks.text(deviation);
    }
}
