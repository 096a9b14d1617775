package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import org.tumen.analysis.Quantiles;

/**
 * The PAWN index: the median over classes of a factor of the Kolmogorov–Smirnov distance between the outcome's
 * distribution and its distribution in the class. It needs no density, so it serves flags, counts and skewed outcomes.
 *
 * <p>Source: F. Pianosi, T. Wagener, Environmental Modelling &amp; Software 108 (2018) 1–11 (generic sample, equal
 * numbers of points in n classes). Deviation: the noise floor comes from permutations, where the paper adds a dummy
 * factor. The index of an inert factor is not 0 but at the floor, of order the root of classes over points.
 */
public final class Pawn {
    private Pawn() {}

    /**
     * The index of a factor.
     *
     * @param x the factor's values
     * @param y the outcomes
     * @param classes the classes, 2 or more; 10 is usual
     * @param permutations for the noise floor, 1 or more
     * @param confidence that chance alone stays below the noise floor, between 0 and 1
     * @param seed of the permutations
     */
    public static GivenDataIndex of(
            double[] x, double[] y, int classes, int permutations, double confidence, long seed) {
        if (x.length != y.length || classes < 2 || x.length < 5 * classes) {
            throw new IllegalArgumentException("PAWN needs 2 classes or more, 5 points a class, and as many outcomes; "
                    + "there are " + classes + " classes, " + x.length + " points and " + y.length + " outcomes");
        }
        double raw = raw(x, y, classes);
        return new PermutationNoise(y, permutations, seed, shuffled -> raw(x, shuffled, classes))
                .index(raw, raw, confidence);
    }

    static double raw(double[] x, double[] y, int most) {
        int[] classes = Classes.of(x, most);
        double[] distances = distances(classes, y);
        Arrays.sort(distances);
        return Quantiles.ofSorted(distances, 0.5);
    }

    /** The Kolmogorov–Smirnov distance of each class, in one pass over the sorted outcomes. */
    private static double[] distances(int[] classes, double[] y) {
        int m = Classes.count(classes);
        int n = y.length;
        int[] sizes = new int[m];
        for (int c : classes) {
            sizes[c]++;
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> y[i]));
        int[] passed = new int[m];
        double[] distances = new double[m];
        for (int i = 0; i < n; i++) {
            passed[classes[order[i]]]++;
            // Equal outcomes are passed together: the distribution functions jump there at once.
            if (i + 1 < n && y[order[i + 1]] == y[order[i]]) {
                continue;
            }
            for (int c = 0; c < m; c++) {
                double gap = Math.abs((i + 1.0) / n - (double) passed[c] / sizes[c]);
                distances[c] = Math.max(distances[c], gap);
            }
        }
        return distances;
    }
}
