package org.tumen.analysis.hindcast;

import java.util.ArrayList;
import java.util.List;
import org.tumen.ballot.Chamber;
import org.tumen.ballot.LevelDistribution;
import org.tumen.ballot.RecordFilter;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.ballot.VotePrior;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/**
 * The vote model, averaged over the posterior of its weights and of rivalry given the votes seen. Importance sampling:
 * the same draws from the priors serve every forecast, each time weighted by the probability of what is seen.
 *
 * @param assumptions what is assumed of rivalry, and the prior of self-interest
 * @param draws number of draws from the priors
 * @param seed of the keyed draws
 */
public record PosteriorForecaster(VoteAssumptions assumptions, int draws, long seed) implements VoteForecaster {
    @Override
    public List<VoteForecast> forecasts(Way way, List<RollCall> calls, int first) {
        RecordFilter filter = new RecordFilter(assumptions, calls);
        VotePrior prior = new VotePrior(seed, assumptions.noSelfInterest());
        List<Sum> sums = new ArrayList<>();
        for (int v = first; v < calls.size(); v++) {
            sums.add(new Sum(calls.get(v)));
        }
        double[] joint = new double[LevelDistribution.LEVELS];
        for (int i = 0; i < draws; i++) {
            filter.weigh(prior.draw(i));
            if (way == Way.LEAVE_ONE_OUT) {
                filter.smooth();
            }
            for (int v = first; v < calls.size(); v++) {
                if (way == Way.LEAVE_ONE_OUT) {
                    filter.others(v, joint);
                } else {
                    filter.earlier(v, joint);
                }
                sums.get(v - first).add(filter.chamber(v), joint);
            }
        }
        List<VoteForecast> forecasts = new ArrayList<>();
        for (int v = first; v < calls.size(); v++) {
            forecasts.add(sums.get(v - first).forecast(way.seen(calls, v).size()));
        }
        return forecasts;
    }

    /** Weighted sums of the probabilities of a vote. */
    private static final class Sum {
        private final RollCall call;
        private final double[] outcome = new double[VoteResult.values().length];
        private final double[][] votes;
        private double weight;

        Sum(RollCall call) {
            this.call = call;
            votes = new double[call.votes().size()][Vote.values().length];
        }

        void add(Chamber chamber, double[] joint) {
            double all = 0;
            for (int j = 0; j < joint.length; j++) {
                double w = joint[j];
                all += w;
                double adopted = chamber.adoption(j);
                double few = chamber.probability(VoteResult.SHORT, j);
                outcome[VoteResult.ADOPTED.ordinal()] += w * adopted;
                outcome[VoteResult.SHORT.ordinal()] += w * few;
                outcome[VoteResult.VETOED.ordinal()] += w * Math.max(0, 1 - adopted - few);
                for (int i = 0; i < votes.length; i++) {
                    if (chamber.dependsOnRivalry(i)) {
                        add(chamber, i, j, w);
                    }
                }
            }
            for (int i = 0; i < votes.length; i++) {
                if (!chamber.dependsOnRivalry(i)) {
                    add(chamber, i, 0, all);
                }
            }
            weight += all;
        }

        private void add(Chamber chamber, int i, int level, double w) {
            double yes = chamber.yes(i, level);
            double no = chamber.no(i, level);
            votes[i][Vote.YES.ordinal()] += w * yes;
            votes[i][Vote.NO.ordinal()] += w * no;
            votes[i][Vote.ABSTAIN.ordinal()] += w * Math.max(0, 1 - yes - no);
        }

        VoteForecast forecast(int seen) {
            List<double[]> means = new ArrayList<>();
            for (double[] vote : votes) {
                means.add(scaled(vote));
            }
            return new VoteForecast(call, means, scaled(outcome), seen);
        }

        private double[] scaled(double[] sums) {
            double[] means = sums.clone();
            for (int k = 0; k < means.length; k++) {
                means[k] /= weight;
            }
            return means;
        }
    }
}
