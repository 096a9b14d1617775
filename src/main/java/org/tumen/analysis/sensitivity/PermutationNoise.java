package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.tumen.analysis.Quantiles;
import org.tumen.draw.DrawSequence;

/** What an index shows when the outcomes are dealt to the points at random. */
final class PermutationNoise {
    private final double[] sorted;

    /**
     * @param permutations how many, 1 or more
     * @param statistic the index as a function of the outcomes
     */
    PermutationNoise(double[] outcomes, int permutations, long seed, ToDoubleFunction<double[]> statistic) {
        if (permutations < 1) {
            throw new IllegalArgumentException("permutations must be 1 or more, not " + permutations);
        }
        DrawSequence draws = new DrawSequence(seed, "permutation");
        sorted = new double[permutations];
        for (int b = 0; b < permutations; b++) {
            int[] order = draws.startAt(b).permutation(outcomes.length);
            sorted[b] = statistic.applyAsDouble(
                    Arrays.stream(order).mapToDouble(i -> outcomes[i]).toArray());
        }
        Arrays.sort(sorted);
    }

    GivenDataIndex index(double value, double raw, double confidence) {
        long reached = Arrays.stream(sorted).filter(v -> v >= raw).count();
        double floor = Quantiles.ofSorted(sorted, confidence);
        return new GivenDataIndex(value, raw, floor, (1.0 + reached) / (1.0 + sorted.length), raw > floor);
    }
}
