package org.tumen.analysis.sensitivity;

/**
 * The Sobol indices of one factor, as shares of the variance that the factors cause.
 *
 * @param first first order: the share that would go if the factor alone were known
 * @param total total order: the share that would stay if all but the factor were known
 * @param noiseFloor the total index that the noise of replication alone would give before it is taken off; 0 for outcomes
 *     without noise
 * @param firstDistinguishable whether the interval of the first-order index lies above 0
 * @param totalDistinguishable whether the interval of the total index, noise taken off, lies above 0
 */
public record SobolIndex(
        Estimate first,
        Estimate total,
        double noiseFloor,
        boolean firstDistinguishable,
        boolean totalDistinguishable) {}
