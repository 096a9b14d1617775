package org.tumen.distribution;

/**
 * A continuous distribution cut to an interval: with F its distribution function and [a, b] the interval, u becomes the
 * quantile at F(a) + u(F(b) − F(a)). F at the two ends is found once, by bisection of the quantile function.
 *
 * @param whole the distribution before the cut
 * @param lower the lower end, maybe −∞
 * @param upper the upper end, above lower, maybe +∞
 * @param start F at the lower end
 * @param mass F at the upper end less F at the lower
 */
public record CutDistribution(Distribution whole, double lower, double upper, double start, double mass)
        implements Distribution {
    private static final int HALVINGS = 60;
    private static final double LEAST_MASS = 1e-9;

    /** @throws IllegalArgumentException when the interval holds less than 10⁻⁹ of the distribution */
    public CutDistribution {
        if (!(mass >= LEAST_MASS)) {
            throw new IllegalArgumentException("the distribution (" + whole.describe() + ") lies outside of "
                    + Checks.text(lower) + " to " + Checks.text(upper));
        }
    }

    /** The distribution cut to an interval. */
    static CutDistribution of(Distribution whole, double lower, double upper) {
        double start = whole.lower() < lower ? reached(whole, lower) : 0;
        double end = whole.upper() > upper ? reached(whole, upper) : 1;
        return new CutDistribution(
                whole, Math.max(lower, whole.lower()), Math.min(upper, whole.upper()), start, end - start);
    }

    /** The probability of what is not above a value. */
    private static double reached(Distribution whole, double value) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (whole.quantile(middle) <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    @Override
    public double quantile(double u) {
        Checks.unit(u);
        double value = whole.quantile(Math.max(0, Math.min(1, start + u * mass)));
        return Math.max(lower, Math.min(upper, value));
    }

    @Override
    public String describe() {
        return whole.describe() + ", cut to " + Checks.text(lower) + " to " + Checks.text(upper);
    }
}
