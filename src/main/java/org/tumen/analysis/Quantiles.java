package org.tumen.analysis;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician
 * 50 (1996) 361–365: linear interpolation between the order statistics k and k+1 with (n−1)p = k−1 + rest.
 *
 * <p>Two outcomes in three are whole numbers of few different values. Their order statistics are read off a table of
 * counts that one pass fills; all others are left to the selection algorithm of Commons Math. Both give the same numbers.
 */
final class Quantiles {
    /** Whole numbers over a wider range than this are not counted: the table would be slower than selection. */
    private static final int MOST_COUNTED = 1 << 16;

    private final int n;
    private final double least;
    private final int[] upTo;
    private final @Nullable Percentile selection;

    private Quantiles(int n, double least, int[] upTo, @Nullable Percentile selection) {
        this.n = n;
        this.least = least;
        this.upTo = upTo;
        this.selection = selection;
    }

    /**
     * Quantiles of a column.
     *
     * @param values finite values, at least one; not changed, and not to be changed as long as quantiles are asked for
     * @param min the least of them
     * @param max the greatest of them
     */
    static Quantiles of(double[] values, double min, double max) {
        int[] upTo = max - min < MOST_COUNTED ? counted(values, min, max) : new int[0];
        return new Quantiles(values.length, min, upTo, upTo.length == 0 ? selection(values) : null);
    }

    /** Commons Math's selection algorithm (no full sort), set to type 7. */
    private static Percentile selection(double[] values) {
        Percentile percentile =
                new Percentile().withEstimationType(EstimationType.R_7).withNaNStrategy(NaNStrategy.FIXED);
        percentile.setData(values);
        return percentile;
    }

    /** How many values are at most the least, the least + 1, ...; empty when one is no whole number. */
    private static int[] counted(double[] values, double min, double max) {
        if (Math.rint(min) != min) {
            return new int[0];
        }
        int[] counts = new int[(int) (max - min) + 1];
        for (double value : values) {
            double above = value - min;
            int bin = (int) above;
            if (bin != above) {
                return new int[0];
            }
            counts[bin]++;
        }
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
        return counts;
    }

    /**
     * The value below which a share of the column lies.
     *
     * @param percent above 0, at most 100
     */
    double at(double percent) {
        if (selection != null) {
            return selection.evaluate(percent);
        }
        // From 1, as there: a place that counts from 0 would round its fraction otherwise.
        double place = 1 + (n - 1) * (percent / 100);
        double floor = Math.floor(place);
        double low = order((int) floor - 1);
        return floor >= n ? low : low + (place - floor) * (order((int) floor) - low);
    }

    /** The order statistic of a rank that counts from 0. */
    private double order(int rank) {
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
        return least + low;
    }
}
