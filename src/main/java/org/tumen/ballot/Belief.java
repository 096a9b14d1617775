package org.tumen.ballot;

import java.util.Arrays;
import org.tumen.world.Vote;

/**
 * The public belief π over the six levels of rivalry: the exact filter of a hidden Markov process seen through roll calls.
 * It drifts as rivalry moves and learns by Bayes' rule from the votes of the aligned members; those of the others do not
 * depend on rivalry. Mutable and without allocation; belongs to one thread.
 */
public final class Belief {
    private final double[] pi = new double[LevelDistribution.LEVELS];
    private final double[] likelihoods = new double[LevelDistribution.LEVELS];
    private final double[] moved = new double[LevelDistribution.LEVELS];

    /** The belief that equals a distribution. */
    public Belief(LevelDistribution start) {
        set(start);
    }

    /** Sets it to a distribution. */
    public void set(LevelDistribution distribution) {
        for (int j = 0; j < pi.length; j++) {
            pi[j] = distribution.probability(j);
        }
    }

    public double probability(int level) {
        return pi[level];
    }

    /** ḡ, the mean rivalry, 0 to 1. */
    public double mean() {
        double mean = 0;
        for (int j = 0; j < pi.length; j++) {
            mean += pi[j] * LevelDistribution.rivalry(j);
        }
        return mean;
    }

    /**
     * Mixes it with a distribution from which rivalry is drawn anew: π ← (1 − p)π + p·target.
     *
     * @param p the probability of a draw, 0 to 1; for the passage of time {@link Rivalry#moved}
     */
    public void redraw(double p, LevelDistribution target) {
        for (int j = 0; j < pi.length; j++) {
            pi[j] = (1 - p) * pi[j] + p * target.probability(j);
        }
    }

    /** Moves it one step of a Markov chain: π ← πT, the rows of T summing to 1. */
    void move(double[][] transition) {
        Arrays.fill(moved, 0);
        for (int from = 0; from < pi.length; from++) {
            for (int to = 0; to < pi.length; to++) {
                moved[to] += pi[from] * transition[from][to];
            }
        }
        System.arraycopy(moved, 0, pi, 0, pi.length);
    }

    /** Writes its probabilities into an array. */
    void copyInto(double[] target) {
        System.arraycopy(pi, 0, target, 0, pi.length);
    }

    /**
     * Learns from a roll call.
     *
     * @param chamber with the draft put to it
     * @param votes of all members, in the order of its roster
     * @return the probability that the belief had given to the votes of the aligned members; where it is 0 nothing is
     *     learnt
     */
    public double learn(Chamber chamber, Vote[] votes) {
        for (int j = 0; j < pi.length; j++) {
            likelihoods[j] = chamber.alignedLikelihood(votes, j);
        }
        return learn(likelihoods);
    }

    /**
     * Bayes' rule: π ∝ π · likelihood of what was seen, given each level.
     *
     * @return the probability that the belief had given to it; where it is 0 nothing is learnt
     */
    public double learn(double[] likelihood) {
        double evidence = 0;
        for (int j = 0; j < pi.length; j++) {
            evidence += pi[j] * likelihood[j];
        }
        if (evidence > 0) {
            for (int j = 0; j < pi.length; j++) {
                pi[j] *= likelihood[j] / evidence;
            }
        }
        return evidence;
    }

    /** The belief as it stands, a copy. */
    public LevelDistribution snapshot() {
        return LevelDistribution.of(pi);
    }
}
