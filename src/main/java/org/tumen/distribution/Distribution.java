package org.tumen.distribution;

/**
 * The distribution of a factor, by its quantile function: a uniform number of the unit interval becomes a value, so any
 * design on the unit cube serves any distribution.
 *
 * <p>Where the support is unbounded, a u nearer to 0 or 1 than 2⁻⁵³ is taken as 2⁻⁵³ away, so that no point of a design
 * is infinite.
 */
public sealed interface Distribution
        permits UniformDistribution,
                NormalDistribution,
                TriangularDistribution,
                BetaDistribution,
                LognormalDistribution,
                DiscreteDistribution,
                CutDistribution {

    /**
     * The quantile function.
     *
     * @param u from 0 to 1
     * @return the smallest value whose cumulative probability reaches u; finite; never decreasing in u
     * @throws IllegalArgumentException when u is outside [0, 1] or not a number
     */
    double quantile(double u);

    /** The lower end of the support, maybe −∞. */
    double lower();

    /** The upper end of the support, maybe +∞. */
    double upper();

    /** The distribution in words, such as "uniform from 0 to 1". */
    String describe();

    /**
     * This distribution cut to an interval; itself where it does not reach outside of it.
     *
     * @throws IllegalArgumentException when (almost) nothing of it lies inside
     */
    default Distribution cut(double lower, double upper) {
        return lower() >= lower && upper() <= upper ? this : CutDistribution.of(this, lower, upper);
    }

    /** The normal distribution on the whole line. */
    static Distribution normal(double mean, double deviation) {
        return new NormalDistribution(mean, deviation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
