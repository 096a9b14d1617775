package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.tumen.analysis.Quantiles;
import org.tumen.draw.DrawSequence;

/**
 * The bootstrap: resamples of units drawn with replacement, each from its own key, and percentile intervals.
 *
 * <p>Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 *
 * @param resamples how many, 0 for no intervals (they are then NaN)
 * @param confidence the coverage wished, between 0 and 1
 * @param seed the seed of the draws
 */
public record Bootstrap(int resamples, double confidence, long seed) {
    /** @throws IllegalArgumentException when a number is out of range */
    public Bootstrap {
        if (resamples < 0) {
            throw new IllegalArgumentException("resamples must be 0 or more, not " + resamples);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, not " + confidence);
        }
    }

    /** The statistics of every resample: a row a resample. */
    double[][] statistics(int units, Function<int[], double[]> statistic) {
        DrawSequence draws = new DrawSequence(seed, "bootstrap");
        double[][] rows = new double[resamples][];
        Arrays.setAll(rows, b -> statistic.apply(draws.startAt(b).resample(units)));
        return rows;
    }

    /**
     * The interval around a value, from one column of statistics, cut at the {@link #tail}.
     *
     * @param fewest the fewest units of which resamples tell an interval; NaN of fewer
     */
    Estimate interval(double value, double[][] statistics, int column, int units, int fewest) {
        if (resamples == 0 || units < fewest) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        double tail = tail(confidence, units);
        double[] sorted = Arrays.stream(statistics)
                .mapToDouble(row -> row[column])
                .sorted()
                .toArray();
        return new Estimate(value, Quantiles.ofSorted(sorted, tail), Quantiles.ofSorted(sorted, 1 - tail));
    }

    /**
     * Which share of resamples an interval leaves out at either end: the less the fewer units there are, as Student's t is wider
     * than the normal distribution (the expanded percentile interval of T. C. Hesterberg, "What teachers should know about the
     * bootstrap", The American Statistician 69 (2015) 371–386).
     *
     * @param confidence the coverage wished, between 0 and 1
     * @param units how many are resampled, 2 or more
     */
    public static double tail(double confidence, int units) {
        double t = new TDistribution(null, Math.max(1, units - 1.0)).inverseCumulativeProbability((1 - confidence) / 2);
        return new NormalDistribution(null, 0, 1).cumulativeProbability(t * Math.sqrt(units / (units - 1.0)));
    }

    /** 0 to n − 1: the units as they are. */
    static int[] identity(int n) {
        return IntStream.range(0, n).toArray();
    }
}
