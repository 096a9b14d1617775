package org.tumen.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The empirical distribution function of a column, thinned to a grid, with a band that holds everywhere at once: Dvoretzky,
 * Kiefer and Wolfowitz with the constant of P. Massart, "The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality",
 * Ann. Probab. 18 (1990) 1269–1283, half-width √(ln(2/α) / 2C), C being
 * the number of independent clusters of runs: the function of all runs is the mean of functions of one run a cluster.
 * Arrays are not to be changed.
 *
 * @param x ascending, at most {@value #MOST_POINTS} points of the data
 * @param share of the runs at or below each x
 * @param halfWidth of the band
 */
public record EmpiricalDistribution(double[] x, double[] share, double halfWidth) {
    /** Most points that are kept. */
    public static final int MOST_POINTS = 256;

    /**
     * The distribution of a column of one value or more.
     *
     * @param clusters of its runs
     * @param level confidence of the band
     */
    public static EmpiricalDistribution of(double[] column, Clusters clusters, double level) {
        // A negative zero becomes zero, so that equal values stand together.
        double[] sorted = Arrays.stream(column).map(v -> v + 0.0).sorted().toArray();
        int n = sorted.length;
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] x = distinct;
        if (distinct.length > MOST_POINTS) {
            x = IntStream.range(0, MOST_POINTS)
                    .mapToDouble(i -> sorted[(int) ((long) i * (n - 1) / (MOST_POINTS - 1))])
                    .distinct()
                    .toArray();
        }
        double[] share = new double[x.length];
        int below = 0;
        for (int i = 0; i < x.length; i++) {
            while (below < n && sorted[below] <= x[i]) {
                below++;
            }
            share[i] = (double) below / n;
        }
        return new EmpiricalDistribution(x, share, Math.sqrt(Math.log(2 / (1 - level)) / (2.0 * clusters.count())));
    }

    /** The same up to an end, where it stays as high as it was before: of waiting times those that ended earlier. */
    public EmpiricalDistribution before(double end) {
        int earlier = (int) Arrays.stream(x).filter(v -> v < end).count();
        double[] places = Arrays.copyOf(x, earlier + 1);
        double[] shares = Arrays.copyOf(share, earlier + 1);
        places[earlier] = end;
        shares[earlier] = earlier == 0 ? 0 : share[earlier - 1];
        return new EmpiricalDistribution(places, shares, halfWidth);
    }

    /** The lower end of the band. */
    public double[] low() {
        return Arrays.stream(share).map(s -> Math.max(0, s - halfWidth)).toArray();
    }

    /** The upper end of the band. */
    public double[] high() {
        return Arrays.stream(share).map(s -> Math.min(1, s + halfWidth)).toArray();
    }
}
