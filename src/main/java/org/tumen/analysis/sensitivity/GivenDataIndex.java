package org.tumen.analysis.sensitivity;

/**
 * A moment-independent index of one factor, from any sample of points and outcomes. It has no interval: the index of an
 * inert factor lies on the border of its range and is biased upwards, where resampling, which adds to the bias, does not
 * cover. What it has is the level that chance alone would reach.
 *
 * @param value the index
 * @param raw the index before bias reduction, which the permutations are compared with
 * @param noiseFloor the quantile of raw under permutation at the confidence wished: what chance alone would give
 * @param pValue the share of permutations with a raw index at least as large, (1 + count)/(1 + permutations)
 * @param distinguishable whether raw lies above the floor
 */
public record GivenDataIndex(double value, double raw, double noiseFloor, double pValue, boolean distinguishable) {}
