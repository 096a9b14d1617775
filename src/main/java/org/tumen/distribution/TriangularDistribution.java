package org.tumen.distribution;

/**
 * The triangular distribution.
 *
 * @param lower the lower end
 * @param mode where the density is highest, from lower to upper
 * @param upper the upper end, above lower
 */
public record TriangularDistribution(double lower, double mode, double upper) implements Distribution {
    /** @throws IllegalArgumentException when the three are not finite and in order */
    public TriangularDistribution {
        Checks.finite("lower", lower);
        Checks.finite("upper", upper);
        Checks.ordered(lower, upper);
        if (!(mode >= lower && mode <= upper)) {
            throw new IllegalArgumentException("mode must be from " + lower + " to " + upper + ", not " + mode);
        }
    }

    @Override
    public double quantile(double u) {
        Checks.unit(u);
        double width = upper - lower;
        double below = (mode - lower) / width;
        return u <= below
                ? lower + Math.sqrt(u * width * (mode - lower))
                : upper - Math.sqrt((1 - u) * width * (upper - mode));
    }

    @Override
    public String describe() {
        return "triangular from " + Checks.text(lower) + " to " + Checks.text(upper) + " with mode "
                + Checks.text(mode);
    }
}
