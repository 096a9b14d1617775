package org.tumen.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.KthSelector;

/**
 * Quantiles of type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician
 * 50 (1996) 361–365: linear interpolation between the order statistics k and k+1 with (n−1)p = k−1 + rest.
 *
 * <p>Order statistics are exact, and found by counting instead of sorting or selecting in a copy, for a column of many
 * millions has no room for one: values are counted in bins of equal width, and only those in the bin of the wanted rank are
 * looked at again. Where they are all equal, as for outcomes that are whole numbers, the first count suffices.
 */
public final class Quantiles {
    private static final int MOST_BINS = 1 << 16;

    /** So few values are sorted. */
    private static final int FEW = 4096;

    private final double[] values;
    private final double least;
    private final double scale;

    /** The number of values in a bin and all below it. */
    private final int[] upTo;

    /** The first value of each bin, and whether another is different. */
    private final double[] first;

    private final boolean[] mixed;

    private Quantiles(double[] values, double min, double max) {
        this.values = values;
        int bins = Math.min(MOST_BINS, values.length);
        upTo = new int[bins];
        first = new double[bins];
        mixed = new boolean[bins];
        least = min;
        // A range of ∞ leaves all values in the first bin.
        scale = max > min ? (bins - 1) / (max - min) : 0;
        for (double value : values) {
            int bin = bin(value);
            if (upTo[bin]++ == 0) {
                first[bin] = value;
            } else if (value != first[bin]) {
                mixed[bin] = true;
            }
        }
        for (int i = 1; i < bins; i++) {
            upTo[i] += upTo[i - 1];
        }
    }

    /**
     * Quantiles of a column.
     *
     * @param values finite values, at least one; not changed, and not to be changed as long as quantiles are asked for
     * @param min the least of them
     * @param max the greatest of them
     */
    static Quantiles of(double[] values, double min, double max) {
        return new Quantiles(values, min, max);
    }

    /**
     * A quantile of a few values.
     *
     * @param values in any order, none of them NaN; not changed
     * @param p between 0 and 1
     * @return NaN of no values
     */
    public static double of(double[] values, double p) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] split = values.clone();
        double place = p * (split.length - 1);
        int below = (int) place;
        double low = new KthSelector().select(split, null, below);
        if (place == below) {
            return low;
        }
        // What follows the selected one is not less.
        double high = StatUtils.min(split, below + 1, split.length - below - 1);
        return low + (place - below) * (high - low);
    }

    /** As {@link #of(double[], double)}, of one value or more in ascending order. */
    public static double ofSorted(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The bin of a value; of two values the greater is never in a lower bin. */
    private int bin(double value) {
        return (int) Math.min((value - least) * scale, upTo.length - 1);
    }

    /**
     * The value below which a share of the column lies.
     *
     * @param percent from 0 to 100
     */
    double at(double percent) {
        double place = 1 + (values.length - 1) * (percent / 100);
        double floor = Math.floor(place);
        double low = order((int) floor - 1);
        return floor >= values.length ? low : low + (place - floor) * (order((int) floor) - low);
    }

    /** The order statistic of a rank that counts from 0. */
    private double order(int rank) {
        int bin = binOf(rank);
        if (!mixed[bin]) {
            return first[bin];
        }
        int below = bin == 0 ? 0 : upTo[bin - 1];
        double[] inside = new double[upTo[bin] - below];
        int n = 0;
        for (double value : values) {
            if (bin(value) == bin) {
                inside[n++] = value;
            }
        }
        if (n > FEW && n < values.length) {
            return of(inside, StatUtils.min(inside), StatUtils.max(inside)).order(rank - below);
        }
        Arrays.sort(inside);
        return inside[rank - below];
    }

    private int binOf(int rank) {
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
