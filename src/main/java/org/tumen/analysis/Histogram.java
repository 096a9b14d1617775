package org.tumen.analysis;

import java.util.Arrays;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * Counts of values in bins of equal width. The arrays are not copied and not to be changed.
 *
 * @param edges the edges of the bins, ascending, one more than there are bins; a bin holds its lower edge and the last
 *     one both
 * @param counts the number of values in each bin
 * @param discrete whether a bin stands for a whole number, its centre
 * @param censored for kind TIME the number of runs without the event, which are in no bin; else 0
 */
public record Histogram(double[] edges, long[] counts, boolean discrete, long censored) {
    /** The most bins of a picture: more than this and the eye sees noise. */
    public static final int MAX_BINS = 100;

    /** Whole numbers over a wider range than this are binned by several. */
    private static final int MAX_WHOLE_NUMBERS = 70;

    /**
     * Counts a column by the rule that suits its kind: whole numbers for counts and flags; whole weeks for times, the
     * censored apart; Freedman and Diaconis for continuous outcomes.
     *
     * @param outcome what the column holds
     * @param values one finite value a run; not changed
     * @param horizon the number of weeks of a run, at which times are censored
     * @return the histogram
     * @throws IllegalArgumentException when there are no values or one of them is not finite
     */
    public static Histogram of(Outcome outcome, double[] values, double horizon) {
        OutcomeSummary.requireFinite(values);
        if (outcome.kind() == Kind.CONTINUOUS) {
            return freedmanDiaconis(values);
        }
        return wholeNumbers(values, outcome.kind() == Kind.TIME ? horizon : Double.POSITIVE_INFINITY);
    }

    /**
     * Bins of width 2 IQR n^(−1/3): D. Freedman and P. Diaconis, "On the histogram as a density estimator: L₂ theory",
     * Zeitschrift für Wahrscheinlichkeitstheorie 57 (1981) 453–476. At most {@link #MAX_BINS} bins; where the quartiles
     * coincide, ⌈log₂ n⌉ + 1 bins (Sturges 1926); equal values get one bin of width 1.
     *
     * @param values finite values, at least one; not changed
     * @return the histogram
     */
    public static Histogram freedmanDiaconis(double[] values) {
        return freedmanDiaconis(values, Spread.of(values));
    }

    /** For a caller who knows the spread of the values, and so that they are finite. */
    static Histogram freedmanDiaconis(double[] values, Spread spread) {
        double min = spread.min();
        double max = spread.max();
        if (min == max) {
            return new Histogram(new double[] {min - 0.5, min + 0.5}, new long[] {values.length}, false, 0);
        }
        double width = 2 * spread.quartileRange() / Math.cbrt(values.length);
        double wanted =
                width > 0 ? Math.ceil((max - min) / width) : Math.ceil(Math.log(values.length) / Math.log(2)) + 1;
        int bins = (int) Math.max(1, Math.min(MAX_BINS, wanted));
        return count(values, Double.POSITIVE_INFINITY, min, (max - min) / bins, bins, false, 0);
    }

    /**
     * One bin for each whole number from the least to the greatest, or for several of them where the range is wide; values from
     * a limit on count as censored.
     */
    private static Histogram wholeNumbers(double[] values, double limit) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long censored = 0;
        for (double value : values) {
            if (value < limit) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            } else {
                censored++;
            }
        }
        if (censored == values.length) {
            return new Histogram(new double[] {-0.5, 0.5}, new long[1], true, censored);
        }
        min = Math.rint(min);
        max = Math.rint(max);
        double each = groupSize(max - min + 1);
        double from = Math.floor(min / each) * each - 0.5;
        int bins = (int) Math.max(1, Math.ceil((max + 0.5 - from) / each));
        return count(values, limit, from, each, bins, each == 1, censored);
    }

    /** How many whole numbers share a bin: the least of 1, 2, 4, 5 times a power of ten that leaves few enough bins. */
    private static double groupSize(double numbers) {
        for (double power = 1; ; power *= 10) {
            for (double factor : new double[] {1, 2, 4, 5}) {
                if (numbers / (factor * power) <= MAX_WHOLE_NUMBERS) {
                    return factor * power;
                }
            }
        }
    }

    private static Histogram count(
            double[] values, double limit, double from, double width, int bins, boolean discrete, long censored) {
        long[] counts = new long[bins];
        for (double value : values) {
            if (value < limit) {
                counts[Math.max(0, Math.min(bins - 1, (int) ((value - from) / width)))]++;
            }
        }
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> from + i * width);
        return new Histogram(edges, counts, discrete, censored);
    }

    /** The number of values, the censored included. */
    public long total() {
        return Arrays.stream(counts).sum() + censored;
    }

    public double width() {
        return edges[1] - edges[0];
    }
}
