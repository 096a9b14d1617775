package org.tumen.ballot;

import java.util.Arrays;

/**
 * One draw from the posterior of the vote model, to be taken whole: weights, and the belief over rivalry that follows from
 * the record under just these weights.
 *
 * @param belief π on the day to which the posterior was moved on
 */
public record PosteriorRow(VoteWeights weights, LevelDistribution belief) {
    /** Its numbers: the weights in the order of {@link VoteWeights#NAMES}, then the probabilities of the six levels. */
    public double[] toArray() {
        double[] first = weights.toArray();
        double[] numbers = Arrays.copyOf(first, first.length + LevelDistribution.LEVELS);
        for (int j = 0; j < LevelDistribution.LEVELS; j++) {
            numbers[first.length + j] = belief.probability(j);
        }
        return numbers;
    }
}
