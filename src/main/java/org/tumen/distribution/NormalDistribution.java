package org.tumen.distribution;

/**
 * The normal distribution, cut to an interval if wished.
 *
 * @param location the mean before the cut
 * @param deviation the standard deviation before the cut, above 0
 * @param lower the lower end, −∞ for none
 * @param upper the upper end, above lower, +∞ for none
 */
public record NormalDistribution(double location, double deviation, double lower, double upper)
        implements Distribution {
    private static final org.apache.commons.math3.distribution.NormalDistribution STANDARD =
            new org.apache.commons.math3.distribution.NormalDistribution(null, 0, 1);
    private static final double LEAST_MASS = 1e-12;

    /**
     * @throws IllegalArgumentException when a parameter is out of range, or the interval holds less than 10⁻¹² of the
     *     uncut distribution
     */
    public NormalDistribution {
        Checks.finite("mean", location);
        Checks.positive("sd", deviation);
        Checks.ordered(lower, upper);
        if (mass(location, deviation, lower, upper) < LEAST_MASS) {
            throw new IllegalArgumentException("the interval from " + lower + " to " + upper
                    + " holds almost nothing of a normal distribution with mean " + location + " and sd " + deviation);
        }
    }

    @Override
    public double quantile(double u) {
        double inside = Checks.inside(u);
        // The upper tail is worked in its mirror image, where cumulative probabilities keep their digits.
        double from = (lower - location) / deviation;
        double to = (upper - location) / deviation;
        boolean mirrored = from > 0;
        double start = STANDARD.cumulativeProbability(mirrored ? -to : from);
        double end = STANDARD.cumulativeProbability(mirrored ? -from : to);
        double p = start + (mirrored ? 1 - inside : inside) * (end - start);
        double z = STANDARD.inverseCumulativeProbability(p);
        double value = location + deviation * (mirrored ? -z : z);
        return Math.max(lower, Math.min(upper, value));
    }

    @Override
    public String describe() {
        String plain = "normal with mean " + Checks.text(location) + " and sd " + Checks.text(deviation);
        if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
            return plain;
        }
        return plain + ", cut to " + Checks.text(lower) + " to " + Checks.text(upper);
    }

    private static double mass(double location, double deviation, double lower, double upper) {
        double from = (lower - location) / deviation;
        double to = (upper - location) / deviation;
        return from > 0
                ? STANDARD.cumulativeProbability(-from) - STANDARD.cumulativeProbability(-to)
                : STANDARD.cumulativeProbability(to) - STANDARD.cumulativeProbability(from);
    }
}
