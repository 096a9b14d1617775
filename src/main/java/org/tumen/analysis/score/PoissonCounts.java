package org.tumen.analysis.score;

import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * A Poisson distribution.
 *
 * @param mean the mean, above 0
 */
public record PoissonCounts(double mean) implements CountDistribution {
    /** @throws IllegalArgumentException when the mean is not above 0 */
    public PoissonCounts {
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a Poisson mean is above 0, not " + mean);
        }
    }

    @Override
    public double cumulative(int k) {
        return distribution().cumulativeProbability(k);
    }

    @Override
    public int quantile(double p) {
        return distribution().inverseCumulativeProbability(p);
    }

    private PoissonDistribution distribution() {
        return new PoissonDistribution(
                null, mean, PoissonDistribution.DEFAULT_EPSILON, PoissonDistribution.DEFAULT_MAX_ITERATIONS);
    }
}
