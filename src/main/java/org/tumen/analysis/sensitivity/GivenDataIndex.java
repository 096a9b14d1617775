package org.tumen.analysis.sensitivity;

/**
 * A moment-independent index of one factor, from any sample of points and outcomes.
 *
 * @param estimate the index with its interval
 * @param raw the index before bias reduction, which the permutations are compared with
 * @param noiseFloor the quantile of raw under permutation at the confidence wished: what chance alone would give
 * @param pValue the share of permutations with a raw index at least as large, (1 + count)/(1 + permutations)
 * @param distinguishable whether raw lies above the floor
 */
public record GivenDataIndex(
        Estimate estimate, double raw, double noiseFloor, double pValue, boolean distinguishable) {}
