package org.tumen.analysis.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment for several tests: S. Holm, "A simple sequentially rejective multiple test procedure",
 * Scand. J. Statist. 6 (1979) 65–70. Rejecting the hypotheses with an adjusted p-value of at most α keeps the probability
 * of any false rejection at α, whatever the dependence between the tests.
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusts p-values: the k-th smallest of m is multiplied by m − k + 1, none becomes smaller than one before it, and
     * none exceeds 1.
     *
     * @param pValues in [0, 1], in any order
     * @return the adjusted ones in the same order
     * @throws IllegalArgumentException when a p-value lies outside [0, 1]
     */
    public static double[] adjust(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p-value lies between 0 and 1, not at " + p);
            }
        }
        int m = pValues.length;
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        double highest = 0;
        for (int k = 0; k < m; k++) {
            highest = Math.max(highest, Math.min(1, (m - k) * pValues[order[k]]));
            adjusted[order[k]] = highest;
        }
        return adjusted;
    }
}
