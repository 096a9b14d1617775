package org.tumen.analysis.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * The ranks of true parameters among draws from their posteriors: uniform when the posterior is right.
 *
 * <p>Source: S. Talts, M. Betancourt, D. Simpson, A. Vehtari, A. Gelman, "Validating Bayesian inference algorithms with
 * simulation-based calibration", arXiv:1804.06788 (2018), algorithm 1. Weighted samples are resampled by weight to
 * independent draws; draws that tie with the truth are broken at random by the same keyed draws.
 *
 * @param counts how many ranks fell in each bin of equal width
 */
public record RankHistogram(List<Integer> counts) {
    private static final Stream PICK = new Streams().register("rank_histogram", "pick");

    /** Copies its list. */
    public RankHistogram {
        counts = List.copyOf(counts);
    }

    /**
     * The rank of a true value, 0 to draws.
     *
     * @param posterior the posterior
     * @param parameter which parameter
     * @param truth its true value
     * @param draws how many posterior draws are ranked against
     * @param seed seed of the keyed draws
     * @param trial number of the trial
     */
    public static int rank(Posterior posterior, int parameter, double truth, int draws, long seed, long trial) {
        Draws luck = new Draws();
        luck.startRun(seed, trial);
        int rank = 0;
        for (int d = 0; d < draws; d++) {
            double value = posterior
                    .points()
                    .get(posterior.pick(luck.uniform(PICK, 2 * d)))
                    .get(parameter);
            boolean below = value < truth || value == truth && luck.chance(PICK, 2 * d + 1, .5);
            rank += below ? 1 : 0;
        }
        return rank;
    }

    /**
     * The histogram of ranks.
     *
     * @param ranks ranks between 0 and draws
     * @param draws how many draws each was ranked among; draws + 1 must be a multiple of the bins
     * @param bins number of bins
     */
    public static RankHistogram of(int[] ranks, int draws, int bins) {
        if ((draws + 1) % bins != 0) {
            throw new IllegalArgumentException(bins + " bins do not divide " + (draws + 1) + " ranks evenly");
        }
        int[] counts = new int[bins];
        for (int rank : ranks) {
            counts[rank * bins / (draws + 1)]++;
        }
        List<Integer> list = new ArrayList<>();
        Arrays.stream(counts).forEach(list::add);
        return new RankHistogram(list);
    }

    /** Probability of a chi-square statistic at least as large when ranks are uniform. */
    public double p() {
        double expected = counts.stream().mapToInt(c -> c).sum() / (double) counts.size();
        double statistic = counts.stream()
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        return 1 - new ChiSquaredDistribution(null, counts.size() - 1.0).cumulativeProbability(statistic);
    }
}
