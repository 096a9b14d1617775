package org.tumen.analysis.smooth;

/**
 * The B-spline functions of degree 3 (less where values are few) on knots at quantiles of a column, with clamped ends (C.
 * de Boor, A Practical Guide to Splines, 1978). Values are scaled to 0..1 inside.
 */
public final class BSplines {
    /** Inner knots where a fit is repeated thousands of times. */
    public static final int FEW_KNOTS = 9;

    /** Inner knots where a fit is made once and abrupt changes are to be followed. */
    public static final int MANY_KNOTS = 27;

    /**
     * Share of the column's range that knots lie apart at least. The roughness of a function between two of them goes with
     * the inverse cube of their distance, and beside 10¹⁵ rounding hides what is smooth.
     */
    private static final double NEAREST = 1e-4;

    private static final double GAUSS = Math.sqrt(1.0 / 3);

    private final double[] knots;
    private final int degree;
    private final double from;
    private final double width;

    /**
     * @param column a column of two different values or more
     * @param most inner knots at most
     */
    public BSplines(Binned column, int most) {
        int bins = column.bins();
        from = column.least();
        width = column.greatest() - from;
        degree = Math.min(3, bins - 1);
        int inner = Math.max(0, Math.min(most, bins - degree - 2));
        double[] places = new double[inner];
        int kept = 0;
        for (int k = 1; k <= inner; k++) {
            double place = (column.quantile((double) k / (inner + 1)) - from) / width;
            double before = kept == 0 ? 0 : places[kept - 1];
            if (place > before + NEAREST && place < 1 - NEAREST) {
                places[kept++] = place;
            }
        }
        knots = new double[kept + 2 * (degree + 1)];
        System.arraycopy(places, 0, knots, degree + 1, kept);
        for (int k = 0; k <= degree; k++) {
            knots[knots.length - 1 - k] = 1;
        }
    }

    int size() {
        return knots.length - degree - 1;
    }

    /** All functions at a value; beyond the ends, those of the end. */
    double[] at(double value) {
        return functions(Math.max(0, Math.min(1, (value - from) / width)), degree);
    }

    /** The recursion of Cox and de Boor from degree 0 upwards. */
    private double[] functions(double u, int upTo) {
        int last = knots.length - 1;
        double[] b = new double[last];
        int span = degree;
        while (span < last - degree - 1 && u >= knots[span + 1]) {
            span++;
        }
        b[span] = 1;
        for (int d = 1; d <= upTo; d++) {
            for (int i = span - d; i <= span; i++) {
                double left = i >= 0 && knots[i + d] > knots[i] ? (u - knots[i]) / (knots[i + d] - knots[i]) : 0;
                double right = knots[i + d + 1] > knots[i + 1]
                        ? (knots[i + d + 1] - u) / (knots[i + d + 1] - knots[i + 1])
                        : 0;
                b[i] = left * b[i] + right * b[i + 1];
            }
        }
        return java.util.Arrays.copyOf(b, knots.length - upTo - 1);
    }

    /** The coefficients of the straight line through (0, 0) and (1, 1) of the scaled value: Greville's places. */
    double[] line() {
        double[] places = new double[size()];
        for (int i = 0; i < places.length; i++) {
            for (int d = 1; d <= degree; d++) {
                places[i] += knots[i + d] / degree;
            }
        }
        return places;
    }

    /** ∫ f″g″ over the scaled values for all pairs of functions; exact, for f″g″ is a quadratic between knots. */
    double[][] roughness() {
        int k = size();
        double[][] penalty = new double[k][k];
        if (degree < 2) {
            return penalty;
        }
        for (int i = degree; i < knots.length - degree - 1; i++) {
            double half = (knots[i + 1] - knots[i]) / 2;
            for (int side = -1; side <= 1; side += 2) {
                double[] bend = bends(knots[i] + half * (1 + side * GAUSS));
                for (int a = 0; a < k; a++) {
                    for (int b = 0; b < k; b++) {
                        penalty[a][b] += half * bend[a] * bend[b];
                    }
                }
            }
        }
        return penalty;
    }

    /** The second derivatives of all functions: two differences of the functions of two degrees less. */
    private double[] bends(double u) {
        double[] low = functions(u, degree - 2);
        double[] once = differences(low, degree - 1);
        return differences(once, degree);
    }

    private double[] differences(double[] lower, int d) {
        double[] result = new double[lower.length - 1];
        for (int i = 0; i < result.length; i++) {
            double left = knots[i + d] > knots[i] ? lower[i] / (knots[i + d] - knots[i]) : 0;
            double right = knots[i + d + 1] > knots[i + 1] ? lower[i + 1] / (knots[i + d + 1] - knots[i + 1]) : 0;
            result[i] = d * (left - right);
        }
        return result;
    }
}
