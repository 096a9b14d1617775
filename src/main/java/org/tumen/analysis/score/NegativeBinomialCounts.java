package org.tumen.analysis.score;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * A negative binomial distribution by mean and size: variance = mean + mean²/size, the Poisson distribution as size
 * grows.
 *
 * @param mean the mean, above 0
 * @param size the size (shape), above 0, not necessarily whole
 */
public record NegativeBinomialCounts(double mean, double size) implements CountDistribution {
    /** @throws IllegalArgumentException when a parameter is not above 0 */
    public NegativeBinomialCounts {
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY && size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mean and size are above 0, not " + mean + " and " + size);
        }
    }

    /** Natural logarithm of the probability of k, k at least 0. */
    public double logProbability(int k) {
        double logBinomial = Gamma.logGamma(k + size) - Gamma.logGamma(size) - Gamma.logGamma(k + 1.0);
        return logBinomial + size * Math.log(size / (size + mean)) + k * Math.log(mean / (size + mean));
    }

    @Override
    public double cumulative(int k) {
        return k < 0 ? 0 : Beta.regularizedBeta(size / (size + mean), size, k + 1.0);
    }
}
