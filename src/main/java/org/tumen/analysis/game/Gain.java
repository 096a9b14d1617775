package org.tumen.analysis.game;

/**
 * What a player would gain by a change of its own, estimated from paired runs.
 *
 * @param strategy the strategy changed to
 * @param mean the mean gain in units of payoff
 * @param standardError the standard error of the mean gain on common random numbers, over clusters of runs
 * @param runs the paired runs
 */
public record Gain(int player, int strategy, double mean, double standardError, int runs) {}
