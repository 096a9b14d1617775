package org.tumen.analysis.sensitivity;

/**
 * The elementary effects of one factor, in outcome units for a move across the whole unit interval.
 *
 * @param mean μ, the mean effect
 * @param meanAbsolute μ*, the mean absolute effect, with its bootstrap interval over trajectories
 * @param deviation σ, the standard deviation of the effects: interaction or curvature
 * @param noiseFloor the μ* that the noise of replication alone would give; 0 for outcomes without noise
 * @param distinguishable whether μ* stands out of the noise: its interval lies above the floor
 */
public record MorrisEffect(
        double mean, Estimate meanAbsolute, double deviation, double noiseFloor, boolean distinguishable) {}
