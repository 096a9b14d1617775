package org.tumen.ballot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.world.Vote;

/**
 * The record of votes as a hidden Markov model: what its roll calls say about weights and about rivalry on the day of each.
 *
 * <p>Given the weights, rivalry is a Markov chain observed through the votes of the aligned members, so the forward and
 * the backward recursion (L. R. Rabiner, Proceedings of the IEEE 77 (1989) 257–286) are exact and short. Order of use:
 * {@link #weigh}, then the rest. Belongs to one thread.
 */
public final class RecordFilter {
    private static final int LEVELS = LevelDistribution.LEVELS;

    private final VoteAssumptions assumptions;
    private final List<RollCall> calls;
    private final List<Chamber> chambers = new ArrayList<>();
    private final Vote[][] votes;
    /** Probabilities of rivalry's level at a vote, given that at the vote before it. */
    private final double[][][] steps;

    /** Probabilities of the votes of the aligned members given each level, and of the others. */
    private final double[][] aligned;

    private final double[] unaligned;
    private final double[][] before;
    private final double[][] later;
    private final double[] likelihoodBefore;

    /** A filter of votes in order of date, at least one. */
    public RecordFilter(VoteAssumptions assumptions, List<RollCall> calls) {
        this.assumptions = assumptions;
        this.calls = List.copyOf(calls);
        int n = calls.size();
        votes = new Vote[n][];
        steps = new double[n][][];
        for (int v = 0; v < n; v++) {
            RollCall call = calls.get(v);
            chambers.add(new Chamber(call.roster(), assumptions.alignment(), assumptions.buyer()));
            votes[v] = call.votes().toArray(Vote[]::new);
            steps[v] = step(v == 0 ? call.date() : calls.get(v - 1).date(), call.date());
        }
        aligned = new double[n][LEVELS];
        unaligned = new double[n];
        before = new double[n + 1][LEVELS];
        later = new double[n][LEVELS];
        likelihoodBefore = new double[n + 1];
    }

    private double[][] step(LocalDate from, LocalDate to) {
        double[][] step = new double[LEVELS][];
        for (int j = 0; j < LEVELS; j++) {
            Belief belief = new Belief(LevelDistribution.certain(j));
            assumptions.advance(belief, from, to);
            step[j] = belief.snapshot().toArray();
        }
        return step;
    }

    /** The chamber of a vote, under the weights and with the draft put to it. */
    public Chamber chamber(int v) {
        return chambers.get(v);
    }

    /** Sets the weights and filters the record forward under them. */
    public void weigh(VoteWeights weights) {
        for (int v = 0; v < calls.size(); v++) {
            RollCall call = calls.get(v);
            Chamber chamber = chambers.get(v);
            chamber.weigh(weights);
            chamber.put(call.strength(), call.provocation(), call.exposure());
            unaligned[v] = chamber.unalignedLikelihood(votes[v]);
            for (int j = 0; j < LEVELS; j++) {
                aligned[v][j] = chamber.alignedLikelihood(votes[v], j);
            }
        }
        filter();
    }

    private void filter() {
        Belief belief = new Belief(assumptions.rivalry().base());
        likelihoodBefore[0] = 1;
        for (int v = 0; v < calls.size(); v++) {
            belief.move(steps[v]);
            belief.copyInto(before[v]);
            likelihoodBefore[v + 1] = likelihoodBefore[v] * unaligned[v] * belief.learn(aligned[v]);
        }
        belief.copyInto(before[calls.size()]);
    }

    /** The probability of all votes under the weights. */
    public double likelihood() {
        return likelihoodBefore[calls.size()];
    }

    /**
     * The joint probability, under the weights, of the votes before one and each level of rivalry on its day.
     *
     * @param target receives six probabilities, whose sum is that of the votes before
     */
    public void earlier(int v, double[] target) {
        for (int j = 0; j < LEVELS; j++) {
            target[j] = likelihoodBefore[v] * before[v][j];
        }
    }

    /** The belief on a day, given the votes before it (those of the same day not); before the first vote, the base. */
    public Belief on(LocalDate day) {
        int n = countBefore(day);
        Belief belief = new Belief(assumptions.rivalry().base());
        if (n > 0) {
            belief.set(LevelDistribution.of(before[n - 1]));
            belief.learn(aligned[n - 1]);
            assumptions.advance(belief, calls.get(n - 1).date(), day);
        }
        return belief;
    }

    /** The probability, under the weights, of the votes before a day. */
    public double likelihoodBefore(LocalDate day) {
        return likelihoodBefore[countBefore(day)];
    }

    private int countBefore(LocalDate day) {
        int n = 0;
        while (n < calls.size() && calls.get(n).date().isBefore(day)) {
            n++;
        }
        return n;
    }

    /** Filters backward too, so that {@link #others} can be asked. */
    public void smooth() {
        int last = calls.size() - 1;
        Arrays.fill(later[last], 1);
        for (int v = last - 1; v >= 0; v--) {
            for (int j = 0; j < LEVELS; j++) {
                double sum = 0;
                for (int m = 0; m < LEVELS; m++) {
                    sum += steps[v + 1][j][m] * aligned[v + 1][m] * later[v + 1][m];
                }
                later[v][j] = sum * unaligned[v + 1];
            }
        }
    }

    /**
     * The joint probability, under the weights, of all other votes and each level of rivalry on the day of a vote.
     *
     * @param target receives six probabilities, whose sum is that of the other votes
     */
    public void others(int v, double[] target) {
        for (int j = 0; j < LEVELS; j++) {
            target[j] = likelihoodBefore[v] * before[v][j] * later[v][j];
        }
    }
}
