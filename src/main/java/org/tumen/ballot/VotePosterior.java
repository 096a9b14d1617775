package org.tumen.ballot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * The posterior of weights and rivalry given recorded votes, by importance sampling: independent draws from the priors,
 * weighted by the probability of the votes, rivalry integrated out exactly by {@link RecordFilter}.
 *
 * <p>Resampling is systematic (G. Kitagawa, Journal of Computational and Graphical Statistics 5 (1996) 1–25): a draw
 * with share w of the weight is taken ⌊nw⌋ or ⌈nw⌉ times.
 */
public final class VotePosterior {
    private static final Stream OFFSET = new Streams().register("vote_posterior", "resampling");

    private final List<RollCall> calls;
    private final LocalDate day;
    private final long seed;
    private final List<PosteriorRow> rows;
    private final double[] weights;

    private VotePosterior(List<RollCall> calls, LocalDate day, long seed, List<PosteriorRow> rows, double[] weights) {
        this.calls = calls;
        this.day = day;
        this.seed = seed;
        this.rows = rows;
        this.weights = weights;
    }

    /**
     * The posterior as it stands on a day.
     *
     * @param assumptions what is assumed beside the priors
     * @param record votes in order of date; those before the day are used
     * @param day to which each row's belief is moved on
     * @param draws number of draws from the priors, 1 or more
     * @param seed of the keyed draws
     * @throws IllegalArgumentException when there is no draw under which the votes are possible
     */
    public static VotePosterior of(
            VoteAssumptions assumptions, List<RollCall> record, LocalDate day, int draws, long seed) {
        List<RollCall> calls =
                record.stream().filter(c -> c.date().isBefore(day)).toList();
        RecordFilter filter = new RecordFilter(assumptions, calls);
        VotePrior prior = new VotePrior(seed, assumptions.noSelfInterest());
        List<PosteriorRow> rows = new ArrayList<>(draws);
        double[] weights = new double[draws];
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            VoteWeights drawn = prior.draw(i);
            filter.weigh(drawn);
            weights[i] = filter.likelihood();
            sum += weights[i];
            rows.add(new PosteriorRow(drawn, filter.on(day).snapshot()));
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("the votes are impossible under every one of " + draws + " draws");
        }
        for (int i = 0; i < draws; i++) {
            weights[i] /= sum;
        }
        return new VotePosterior(calls, day, seed, rows, weights);
    }

    /** The votes it knows. */
    public List<RollCall> calls() {
        return calls;
    }

    /** The day to which beliefs are moved on. */
    public LocalDate day() {
        return day;
    }

    public long seed() {
        return seed;
    }

    public List<PosteriorRow> draws() {
        return List.copyOf(rows);
    }

    /** The share of the posterior that a draw stands for. */
    public double weight(int draw) {
        return weights[draw];
    }

    /** The number of independent draws from the posterior that the weighted ones are worth, 1/Σw² (Kish). */
    public double effectiveSampleSize() {
        return 1 / StatUtils.sumSq(weights);
    }

    /** The posterior mean of a quantity. */
    public double mean(ToDoubleFunction<PosteriorRow> quantity) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * quantity.applyAsDouble(rows.get(i));
        }
        return mean;
    }

    /** The posterior standard deviation of a quantity. */
    public double sd(ToDoubleFunction<PosteriorRow> quantity) {
        double mean = mean(quantity);
        return Math.sqrt(mean(row -> {
            double deviation = quantity.applyAsDouble(row) - mean;
            return deviation * deviation;
        }));
    }

    /** So many draws of equal weight, 1 or more, as their numbers among {@link #draws}, rising. */
    public int[] resample(int n) {
        Draws draws = new Draws();
        draws.startRun(seed, n);
        double offset = draws.uniform(OFFSET, 0);
        int[] chosen = new int[n];
        double reached = weights[0];
        int i = 0;
        for (int k = 0; k < n; k++) {
            double position = (k + offset) / n;
            while (reached <= position && i < weights.length - 1) {
                reached += weights[++i];
            }
            chosen[k] = i;
        }
        return chosen;
    }
}
