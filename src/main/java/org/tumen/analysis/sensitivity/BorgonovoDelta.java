package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Borgonovo's moment-independent importance δ = ½ E|f_Y − f_{Y|X}|: half the mean area between the density of the outcome
 * and its density when the factor is known; 0 for an inert factor, 1 at most.
 *
 * <p>Sources: E. Borgonovo, Reliability Engineering &amp; System Safety 92 (2007) 771–784; the estimator from given data
 * of E. Plischke, E. Borgonovo, C. L. Smith, European Journal of Operational Research 226 (2013) 536–550: classes of the
 * factor with equal numbers of points, their count by the paper's rule n^(2/(7 + tanh((1500 − n)/500))) and at most 48,
 * and bias reduction 2δ̂ − mean of the bootstrap. Densities by Gaussian kernels with Silverman's bandwidth. Deviations:
 * kernels are summed on a grid of 200 cells with linear binning, which reaches three bandwidths past the data; outcomes
 * with at most 20 different values (flags, small counts) are taken as discrete, with their exact shares.
 */
public final class BorgonovoDelta {
    private static final int MOST_CLASSES = 48;
    private static final int MOST_DISCRETE = 20;

    private BorgonovoDelta() {}

    /**
     * The index of a factor.
     *
     * @param x the factor's values
     * @param y the outcomes
     * @param bootstrap for bias reduction, and the confidence that chance alone stays below the noise floor
     * @param permutations for the noise floor, 1 or more
     * @throws IllegalArgumentException when the lengths differ or there are fewer than 20 points
     */
    public static GivenDataIndex of(double[] x, double[] y, Bootstrap bootstrap, int permutations) {
        if (x.length != y.length || x.length < 20) {
            throw new IllegalArgumentException("delta needs 20 points or more, and as many outcomes; there are "
                    + x.length + " points and " + y.length + " outcomes");
        }
        double raw = raw(x, y);
        double[] resampled = Arrays.stream(bootstrap.statistics(x.length, picks ->
                        new double[] {raw(pick(x, picks), pick(y, picks))}))
                .mapToDouble(row -> row[0])
                .toArray();
        double value = resampled.length == 0 ? raw : 2 * raw - StatUtils.mean(resampled);
        return new PermutationNoise(y, permutations, bootstrap.seed(), shuffled -> raw(x, shuffled))
                .index(value, raw, bootstrap.confidence());
    }

    /** The estimate without bias reduction. */
    static double raw(double[] x, double[] y) {
        int[] classes = Classes.of(x, classCount(x.length));
        boolean discrete = Arrays.stream(y).distinct().limit(MOST_DISCRETE + 1L).count() <= MOST_DISCRETE;
        OutcomeDensity density = discrete ? new DiscreteShares(y) : new KernelDensity(y);
        double[] whole = density.of(y);
        double sum = 0;
        for (int m = 0; m < Classes.count(classes); m++) {
            int current = m;
            double[] inside = IntStream.range(0, y.length)
                    .filter(i -> classes[i] == current)
                    .mapToDouble(i -> y[i])
                    .toArray();
            double[] conditional = density.of(inside);
            double area = 0;
            for (int g = 0; g < whole.length; g++) {
                area += Math.abs(whole[g] - conditional[g]);
            }
            sum += area * inside.length / y.length;
        }
        return sum / 2;
    }

    static int classCount(int n) {
        double exponent = 2 / (7 + StrictMath.tanh((1500.0 - n) / 500));
        return Math.min((int) Math.ceil(StrictMath.pow(n, exponent)), MOST_CLASSES);
    }

    private static double[] pick(double[] values, int[] picks) {
        return Arrays.stream(picks).mapToDouble(i -> values[i]).toArray();
    }
}
