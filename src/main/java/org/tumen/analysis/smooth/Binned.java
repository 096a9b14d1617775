package org.tumen.analysis.smooth;

import java.util.Arrays;

/**
 * A column sorted into bins of about equal numbers of points, equal values together. Smooth functions of the column are
 * worked out once a bin instead of once a point; with {@value #MOST} bins what is lost is below a thousandth of the range
 * of ranks in the place of a threshold.
 *
 * @param of the bin of each point
 * @param x the mean value of each bin, ascending
 * @param counts the number of points in each bin
 * @param least the least value
 * @param greatest the greatest value
 */
public record Binned(int[] of, double[] x, int[] counts, double least, double greatest) {
    static final int MOST = 200;

    /** Sorts a column of finite values. */
    public static Binned of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double[] upper = new double[MOST];
        int bins = 0;
        for (int b = 1; b <= MOST; b++) {
            double edge = sorted[(int) Math.min(n - 1, Math.max(0, Math.ceil((double) n * b / MOST) - 1))];
            if (bins == 0 || edge > upper[bins - 1]) {
                upper[bins++] = edge;
            }
        }
        int[] of = new int[n];
        double[] sums = new double[bins];
        int[] counts = new int[bins];
        for (int i = 0; i < n; i++) {
            int place = Arrays.binarySearch(upper, 0, bins, values[i]);
            of[i] = place >= 0 ? place : -place - 1;
            sums[of[i]] += values[i];
            counts[of[i]]++;
        }
        for (int b = 0; b < bins; b++) {
            sums[b] /= counts[b];
        }
        return new Binned(of, sums, counts, sorted[0], sorted[n - 1]);
    }

    /** The number of bins; 1 where the column does not vary. */
    public int bins() {
        return x.length;
    }

    /** The value at or below which a share of the points lies, to the accuracy of the bins. */
    public double quantile(double share) {
        double wanted = share * of.length;
        double reached = 0;
        for (int b = 0; b < x.length; b++) {
            reached += counts[b];
            if (reached >= wanted) {
                return x[b];
            }
        }
        return x[x.length - 1];
    }

    /** Sums of a column by part and bin; the value of point i is {@code y[order[i]]}. */
    public double[][] sums(double[] y, int[] order, Folds folds) {
        double[][] sums = new double[folds.count()][x.length];
        int[] fold = folds.of();
        for (int i = 0; i < of.length; i++) {
            sums[fold[i]][of[i]] += y[order[i]];
        }
        return sums;
    }

    /** The number of points by part and bin. */
    public double[][] countsBy(Folds folds) {
        double[][] by = new double[folds.count()][x.length];
        for (int i = 0; i < of.length; i++) {
            by[folds.of()[i]][of[i]]++;
        }
        return by;
    }
}
