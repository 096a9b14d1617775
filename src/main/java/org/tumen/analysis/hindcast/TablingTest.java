package org.tumen.analysis.hindcast;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.score.CategoricalScores;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.ballot.Belief;
import org.tumen.ballot.Chamber;
import org.tumen.ballot.RecordFilter;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.ballot.VotePrior;
import org.tumen.ballot.VoteWeights;
import org.tumen.world.CouncilMembership;
import org.tumen.world.history.CouncilTrigger;

/**
 * Whether the model's penholder would have tabled drafts where the record has some, and none where it has none: forward,
 * each trigger from the votes before it, averaged over the posterior of weights and rivalry.
 *
 * @param forecasts one for each trigger
 * @param brier mean Brier score of the model, (p − o)²
 * @param baseBrier that of the smoothed share of the triggers before that were answered
 * @param gain brier less baseBrier; negative when the model is better
 */
public record TablingTest(List<Forecast> forecasts, double brier, double baseBrier, ScoreComparison gain) {
    /** K' after a major launch or a nuclear test. */
    private static final double PROVOKED = .8;

    /**
     * A forecast.
     *
     * @param trigger what might be answered
     * @param probability that a draft is tabled, by the model
     * @param base by the base rate (Laplace)
     */
    public record Forecast(CouncilTrigger trigger, double probability, double base) {
        /** Whether the more likely course was taken. */
        public boolean right() {
            return probability > .5 == trigger.tabled();
        }
    }

    public TablingTest {
        forecasts = List.copyOf(forecasts);
    }

    /**
     * The test.
     *
     * @param triggers in order of date
     * @param calls recorded votes in order of date
     * @param penholder how it decides
     * @param model what is assumed, and how many draws of what seed
     */
    public static TablingTest of(
            List<CouncilTrigger> triggers, List<RollCall> calls, LogitPenholder penholder, PosteriorForecaster model) {
        double[] probabilities = probabilities(triggers, calls, penholder, model);
        List<Forecast> forecasts = new ArrayList<>();
        double[] losses = new double[triggers.size()];
        double[] base = new double[triggers.size()];
        int[] counts = new int[2];
        for (int t = 0; t < losses.length; t++) {
            CouncilTrigger trigger = triggers.get(t);
            double rate = Baselines.baseRate(counts, Baselines.LAPLACE)[1];
            forecasts.add(new Forecast(trigger, probabilities[t], rate));
            losses[t] = CategoricalScores.binaryBrier(probabilities[t], trigger.tabled());
            base[t] = CategoricalScores.binaryBrier(rate, trigger.tabled());
            counts[trigger.tabled() ? 1 : 0]++;
        }
        ScoreComparison gain = ScoreComparison.independent(losses, base, VoteTest.LEVEL);
        return new TablingTest(forecasts, StatUtils.mean(losses), StatUtils.mean(base), gain);
    }

    /** How many triggers were forecast right. */
    public long right() {
        return forecasts.stream().filter(Forecast::right).count();
    }

    private static double[] probabilities(
            List<CouncilTrigger> triggers, List<RollCall> calls, LogitPenholder penholder, PosteriorForecaster model) {
        VoteAssumptions assumptions = model.assumptions();
        RecordFilter filter = new RecordFilter(assumptions, calls);
        VotePrior prior = new VotePrior(model.seed(), assumptions.noSelfInterest());
        List<Chamber> chambers = triggers.stream()
                .map(t -> new Chamber(
                        CouncilMembership.of(t.date().getYear()), assumptions.alignment(), assumptions.buyer()))
                .toList();
        double[] sums = new double[triggers.size()];
        double[] weights = new double[triggers.size()];
        for (int i = 0; i < model.draws(); i++) {
            VoteWeights drawn = prior.draw(i);
            filter.weigh(drawn);
            for (int t = 0; t < sums.length; t++) {
                CouncilTrigger trigger = triggers.get(t);
                double weight = filter.likelihoodBefore(trigger.date());
                chambers.get(t).weigh(drawn);
                weights[t] += weight;
                sums[t] += weight * tables(chambers.get(t), filter.on(trigger.date()), trigger, penholder);
            }
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] /= weights[t];
        }
        return sums;
    }

    private static double tables(Chamber chamber, Belief belief, CouncilTrigger trigger, LogitPenholder penholder) {
        double[] adoption = new double[penholder.drafts().size()];
        for (int d = 0; d < adoption.length; d++) {
            chamber.put(penholder.drafts().get(d), PROVOKED, trigger.suspicion());
            adoption[d] = chamber.adoption(belief);
        }
        chamber.put(penholder.statement(), PROVOKED, trigger.suspicion());
        return penholder.tables(adoption, chamber.unopposed(belief));
    }
}
