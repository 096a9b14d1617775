package org.tumen.ballot;

/**
 * One draw from the posterior of the vote model, to be taken whole: weights, and the belief over rivalry that follows from
 * the record under just these weights.
 *
 * @param weights the nine weights
 * @param belief π on the day to which the posterior was moved on
 */
public record PosteriorRow(VoteWeights weights, LevelDistribution belief) {}
