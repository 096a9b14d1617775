package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import java.util.Comparator;

/** The values of a factor cut into classes: its different values when they are few, else equal numbers of points. */
final class Classes {
    private Classes() {}

    /**
     * The class of every point.
     *
     * @param x the values of the factor
     * @param most the most classes
     * @return numbers from 0 on, in the order of the values
     */
    static int[] of(double[] x, int most) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        int[] classes = new int[x.length];
        if (Arrays.stream(x).distinct().limit(most + 1L).count() <= most) {
            int current = 0;
            for (int i = 0; i < x.length; i++) {
                if (i > 0 && x[order[i]] != x[order[i - 1]]) {
                    current++;
                }
                classes[order[i]] = current;
            }
            return classes;
        }
        for (int i = 0; i < x.length; i++) {
            classes[order[i]] = (int) ((long) i * most / x.length);
        }
        return classes;
    }

    static int count(int[] classes) {
        return Arrays.stream(classes).max().orElse(-1) + 1;
    }
}
