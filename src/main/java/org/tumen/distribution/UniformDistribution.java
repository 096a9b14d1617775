package org.tumen.distribution;

/** The uniform distribution between two ends, the upper above the lower. */
public record UniformDistribution(double lower, double upper) implements Distribution {
    /** @throws IllegalArgumentException when the ends are not finite and in order */
    public UniformDistribution {
        Checks.finite("lower", lower);
        Checks.finite("upper", upper);
        Checks.ordered(lower, upper);
    }

    @Override
    public double quantile(double u) {
        return Math.min(upper, lower + Checks.unit(u) * (upper - lower));
    }

    @Override
    public String describe() {
        return "uniform from " + Checks.text(lower) + " to " + Checks.text(upper);
    }
}
