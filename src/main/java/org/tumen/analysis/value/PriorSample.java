package org.tumen.analysis.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws from a prior. Runs that share a point (replicates) differ by luck alone.
 *
 * @param quantities what was drawn, a value a point
 * @param pointOfRun the number of each run's point, from 0
 * @param runsOfPoint how many runs each point has, 1 or more
 */
public record PriorSample(List<Quantity> quantities, int[] pointOfRun, int[] runsOfPoint) {
    /** The fewest points from which anything is said. */
    public static final int FEWEST = 50;

    /**
     * From columns with a value a run.
     *
     * @param byRun what was drawn, a value a run
     * @param pointOfRun any number that runs share exactly when they share a point, such as run / replicates
     * @throws IllegalArgumentException when columns have another length than the runs, there are fewer than
     *     {@value #FEWEST} points, or runs of a point differ in a value
     */
    public static PriorSample of(List<Quantity> byRun, long[] pointOfRun) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] points = new int[pointOfRun.length];
        int[] first = new int[pointOfRun.length];
        for (int i = 0; i < points.length; i++) {
            Integer known = numbers.putIfAbsent(pointOfRun[i], numbers.size());
            points[i] = known == null ? numbers.size() - 1 : known;
            if (known == null) {
                first[points[i]] = i;
            }
        }
        int n = numbers.size();
        if (n < FEWEST) {
            throw new IllegalArgumentException("at least " + FEWEST
                    + " draws of the parameters are needed to estimate what a comparison turns on, not " + n);
        }
        int[] runs = new int[n];
        Arrays.stream(points).forEach(p -> runs[p]++);
        List<Quantity> quantities =
                byRun.stream().map(q -> atPoints(q, points, first, n)).toList();
        return new PriorSample(quantities, points, runs);
    }

    private static Quantity atPoints(Quantity quantity, int[] points, int[] first, int n) {
        if (quantity.size() != points.length) {
            throw new IllegalArgumentException(
                    quantity.key() + " has " + quantity.size() + " values for " + points.length + " runs");
        }
        if (n == points.length) {
            return quantity;
        }
        List<double[]> columns = quantity.columns().stream()
                .map(column -> {
                    double[] values = new double[n];
                    Arrays.setAll(values, p -> column[first[p]]);
                    for (int i = 0; i < points.length; i++) {
                        if (column[i] != values[points[i]]) {
                            throw new IllegalArgumentException("runs of the same point differ in " + quantity.key()
                                    + ": " + values[points[i]] + " and " + column[i]);
                        }
                    }
                    return values;
                })
                .toList();
        return new Quantity(quantity.key(), quantity.label(), columns);
    }

    public int points() {
        return runsOfPoint.length;
    }

    public int runs() {
        return pointOfRun.length;
    }

    /** Whether luck can be measured: at least a tenth of the points have two runs or more. */
    public boolean replicated() {
        return 10 * Arrays.stream(runsOfPoint).filter(r -> r > 1).count() >= points();
    }
}
