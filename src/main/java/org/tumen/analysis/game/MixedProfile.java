package org.tumen.analysis.game;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A mixed strategy for every player.
 *
 * @param probabilities [player][strategy], each row of non-negative numbers that sum to one (to 10⁻⁶)
 */
public record MixedProfile(List<List<Double>> probabilities) {
    private static final double ROUNDING = 1e-6;

    /** @throws IllegalArgumentException when a row is no distribution */
    public MixedProfile {
        probabilities = probabilities.stream().map(List::copyOf).toList();
        for (List<Double> row : probabilities) {
            double sum = row.stream().mapToDouble(x -> x).sum();
            if (row.stream().anyMatch(x -> !(x >= 0)) || !(Math.abs(sum - 1) <= ROUNDING)) {
                throw new IllegalArgumentException("a mixed strategy has probabilities that sum to one, not " + row);
            }
        }
    }

    /** From arrays; tiny negative numbers of rounding are taken as 0, and rows are scaled to sum to one. */
    public static MixedProfile of(double[]... rows) {
        return new MixedProfile(Arrays.stream(rows).map(MixedProfile::cleaned).toList());
    }

    /** A profile of pure strategies. */
    public static MixedProfile pure(NormalForm game, int index) {
        int[] profile = game.profile(index);
        double[][] rows = new double[profile.length][];
        for (int p = 0; p < profile.length; p++) {
            rows[p] = new double[game.strategies(p)];
            rows[p][profile[p]] = 1;
        }
        return of(rows);
    }

    /** The probability with which a player plays a strategy. */
    public double probability(int player, int strategy) {
        return probabilities.get(player).get(strategy);
    }

    /** The strategies that a player plays with positive probability. */
    public List<Integer> support(int player) {
        List<Double> row = probabilities.get(player);
        return IntStream.range(0, row.size())
                .filter(s -> row.get(s) > 0)
                .boxed()
                .toList();
    }

    /** The greatest difference between probabilities of two profiles of the same game. */
    public double distance(MixedProfile other) {
        double distance = 0;
        for (int p = 0; p < probabilities.size(); p++) {
            for (int s = 0; s < probabilities.get(p).size(); s++) {
                distance = Math.max(distance, Math.abs(probability(p, s) - other.probability(p, s)));
            }
        }
        return distance;
    }

    private static List<Double> cleaned(double[] row) {
        double[] clean =
                Arrays.stream(row).map(x -> x < 0 && x > -ROUNDING ? 0 : x).toArray();
        double sum = Arrays.stream(clean).sum();
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "a mixed strategy has probabilities that sum to one, not " + Arrays.toString(row));
        }
        return Arrays.stream(clean).mapToObj(x -> x / sum).toList();
    }
}
