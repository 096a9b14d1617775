package org.tumen.analysis.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the expected difference of an arm changes its sign along a parameter.
 *
 * @param quantity the parameter
 * @param curve the difference against the parameter
 * @param values from low to high; empty when the sign does not change within the prior, or a dip beyond 0 cannot be told
 *     from none
 */
public record BreakEvens(Quantity quantity, DifferenceCurve curve, List<BreakEven> values) {
    public BreakEvens {
        values = List.copyOf(values);
    }

    /**
     * Along one parameter.
     *
     * @param quantity a single parameter
     * @param differences the mean difference at each point, arm minus baseline
     * @param level confidence of the intervals
     * @throws IllegalArgumentException for a group of parameters, or one that does not vary
     */
    public static BreakEvens of(Quantity quantity, double[] differences, double level) {
        if (quantity.group()) {
            throw new IllegalArgumentException("break-even values are of one parameter, and " + quantity.key() + " is "
                    + quantity.columns().size());
        }
        double[] parameter = quantity.columns().get(0);
        DifferenceCurve curve = DifferenceCurve.of(parameter, differences);
        return new BreakEvens(quantity, curve, found(curve, parameter, StandardNormal.critical(level)));
    }

    /** The break-even values whose signs are sure on both sides. */
    public List<BreakEven> settled() {
        return values.stream().filter(BreakEven::settled).toList();
    }

    /** One for each stretch of values that cannot be told from 0 and through which the fitted difference changes sign. */
    static List<BreakEven> found(DifferenceCurve curve, double[] parameter, double critical) {
        double[] x = curve.x();
        double[] y = curve.difference();
        double[] sorted = parameter.clone();
        Arrays.sort(sorted);
        List<BreakEven> found = new ArrayList<>();
        int i = 0;
        while (i < x.length) {
            int from = i;
            while (i < x.length && !sure(curve, i, critical)) {
                i++;
            }
            if (i > from && changes(y, from, i)) {
                found.add(breakEven(curve, sorted, critical, from, i - 1));
            } else if (i == from) {
                // Between two grid values, both sure, the sign may change at once.
                if (i + 1 < x.length && sure(curve, i + 1, critical) && y[i] * y[i + 1] < 0) {
                    found.add(breakEven(curve, sorted, critical, i + 1, i));
                }
                i++;
            }
        }
        return found;
    }

    private static boolean sure(DifferenceCurve curve, int i, double critical) {
        return Math.abs(curve.difference()[i]) > critical * curve.error()[i];
    }

    /** Whether the sign before the stretch differs from that after it. */
    private static boolean changes(double[] y, int from, int to) {
        return y[Math.max(0, from - 1)] * y[Math.min(y.length - 1, to)] < 0;
    }

    private static BreakEven breakEven(DifferenceCurve curve, double[] sorted, double critical, int from, int to) {
        double[] x = curve.x();
        double[] y = curve.difference();
        int last = x.length - 1;
        List<Double> zeros = new ArrayList<>();
        for (int i = Math.max(0, from - 1); i < Math.min(last, to + 1); i++) {
            if (y[i] == 0 || y[i] * y[i + 1] < 0) {
                zeros.add(x[i] + (x[i + 1] - x[i]) * y[i] / (y[i] - y[i + 1]));
            }
        }
        double value = zeros.get(zeros.size() / 2);
        boolean openBelow = from == 0;
        boolean openAbove = to == last;
        double low = openBelow ? x[0] : edge(curve, critical, from - 1, from, value);
        double high = openAbove ? x[last] : edge(curve, critical, to + 1, to, value);
        return new BreakEven(
                value,
                Math.min(low, value),
                Math.max(high, value),
                openBelow,
                openAbove,
                shareBelow(sorted, value),
                y[Math.max(0, from - 1)] < 0);
    }

    /** Where the band leaves 0 between two neighbouring grid values, the first of them sure. */
    private static double edge(DifferenceCurve curve, double critical, int sure, int unsure, double value) {
        double outer = Math.abs(curve.difference()[sure]) - critical * curve.error()[sure];
        double inner = Math.abs(curve.difference()[unsure]) - critical * curve.error()[unsure];
        // A stretch that begins and ends between two grid values has no unsure one.
        return inner >= 0 ? value : curve.x()[sure] + (curve.x()[unsure] - curve.x()[sure]) * outer / (outer - inner);
    }

    static double shareBelow(double[] sorted, double value) {
        int below = 0;
        while (below < sorted.length && sorted[below] < value) {
            below++;
        }
        return (double) below / sorted.length;
    }
}
