package org.tumen.analysis.discovery;

import java.util.List;

/**
 * Points of a design with their labels: whether the case at the point is of interest (a crisis, a failure of a policy).
 *
 * @param factors the names of the factors, in the order of the columns
 * @param points a row a point
 * @param interesting a label a point
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelledPoints(List<String> factors, double[][] points, boolean[] interesting) {
    /** @throws IllegalArgumentException when sizes do not agree or there is no point */
    public LabelledPoints {
        factors = List.copyOf(factors);
        if (points.length == 0 || points.length != interesting.length) {
            throw new IllegalArgumentException("there must be as many labels as points, at least one; there are "
                    + points.length + " points and " + interesting.length + " labels");
        }
        for (double[] point : points) {
            if (point.length != factors.size()) {
                throw new IllegalArgumentException(
                        "a point has " + point.length + " values where there are " + factors.size() + " factors");
            }
        }
    }

    public int size() {
        return points.length;
    }

    /** How many points are of interest. */
    public int cases() {
        int count = 0;
        for (boolean label : interesting) {
            count += label ? 1 : 0;
        }
        return count;
    }

    /** The share of points that are of interest. */
    public double baseRate() {
        return (double) cases() / size();
    }

    /** Some of the points, in the order given; a row may come twice. */
    public LabelledPoints rows(int[] rows) {
        double[][] some = new double[rows.length][];
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = points[rows[i]];
            labels[i] = interesting[rows[i]];
        }
        return new LabelledPoints(factors, some, labels);
    }

    /** The same points with the labels dealt in another order. */
    LabelledPoints relabelled(int[] order) {
        return new LabelledPoints(factors, points, rows(order).interesting);
    }
}
