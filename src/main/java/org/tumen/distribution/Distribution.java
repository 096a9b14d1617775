package org.tumen.distribution;

import java.util.List;

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

    static Distribution uniform(double lower, double upper) {
        return new UniformDistribution(lower, upper);
    }

    static Distribution normal(double mean, double deviation) {
        return new NormalDistribution(mean, deviation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The normal distribution cut to [lower, upper]; mean and deviation are those before the cut. */
    static Distribution truncatedNormal(double mean, double deviation, double lower, double upper) {
        return new NormalDistribution(mean, deviation, lower, upper);
    }

    static Distribution triangular(double lower, double mode, double upper) {
        return new TriangularDistribution(lower, mode, upper);
    }

    /** The beta distribution stretched to [lower, upper]. */
    static Distribution beta(double alpha, double beta, double lower, double upper) {
        return new BetaDistribution(alpha, beta, lower, upper);
    }

    /** The lognormal distribution; location and deviation are those of the logarithm. */
    static Distribution lognormal(double location, double deviation) {
        return new LognormalDistribution(location, deviation);
    }

    /** Values with weights, in any order of values; the weights need not sum to one. */
    static Distribution discrete(List<Double> values, List<Double> weights) {
        return new DiscreteDistribution(values, weights);
    }
}
