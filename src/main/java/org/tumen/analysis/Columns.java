package org.tumen.analysis;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;

/** Checks and small computations on columns. */
public final class Columns {
    private Columns() {}

    /** Checks that two columns can be paired: as long, of at least two runs, of finite numbers. */
    public static void requirePaired(double[] baseline, double[] arm) {
        if (baseline.length != arm.length) {
            throw new IllegalArgumentException(
                    "paired columns are as long, not " + baseline.length + " and " + arm.length + " runs");
        }
        if (arm.length < 2) {
            throw new IllegalArgumentException("a comparison needs 2 runs or more, not " + arm.length);
        }
        requireFinite(baseline);
        requireFinite(arm);
    }

    public static void requireFinite(double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                throw new IllegalArgumentException("a column holds finite numbers, but run " + i + " has " + column[i]);
            }
        }
    }

    public static double[] differences(double[] baseline, double[] arm) {
        return MathArrays.ebeSubtract(arm, baseline);
    }

    /** Sorted copy in which a negative zero has become zero, so that equal values stand together. */
    public static double[] sorted(double[] x) {
        return Arrays.stream(x).map(v -> v + 0.0).sorted().toArray();
    }

    /** The inverse of the empirical distribution: the smallest value whose share of values at or below reaches p. */
    public static double quantile(double[] sorted, double p) {
        return sorted[rank(sorted.length, p) - 1];
    }

    /** The number of values, at least 1, that reach the share p of n; forgiving of a rounding error in p · n. */
    public static int rank(int n, double p) {
        return Math.min(n, Math.max(1, (int) Math.ceil(p * n - 1e-9)));
    }
}
