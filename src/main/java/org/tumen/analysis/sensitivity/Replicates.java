package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;
import org.tumen.analysis.Clusters;

/**
 * Replicated outcomes: a row a point, a column a replicate; a replicate has the same random numbers at every point.
 * Replicates that share a draw of uncertain parameters are of one cluster, and noise is what varies between clusters. Of a
 * single draw it is what chance does under that draw.
 */
final class Replicates {
    private static final double ROUNDING = 1e-12;

    private Replicates() {}

    /** Refuses ragged rows and fewer than two replicates. */
    static void check(double[][] outcomes) {
        if (outcomes.length == 0 || outcomes[0].length < 2) {
            throw new IllegalArgumentException(
                    "noise can be told from effect with two replicates of each point or more");
        }
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i].length != outcomes[0].length) {
                throw new IllegalArgumentException("every point has as many replicates; point 1 has "
                        + outcomes[0].length + ", point " + (i + 1) + " has " + outcomes[i].length);
            }
        }
    }

    static double[] means(double[][] outcomes) {
        return Arrays.stream(outcomes).mapToDouble(StatUtils::mean).toArray();
    }

    static double meanDifference(double[] a, double[] b) {
        return StatUtils.mean(a) - StatUtils.mean(b);
    }

    /** The estimated variance of the mean of the paired differences; 0 for a single replicate. */
    static double noiseOfDifference(double[] a, double[] b, Clusters clusters) {
        return a.length < 2 ? 0 : noiseOfMean(MathArrays.ebeSubtract(a, b), clusters);
    }

    /**
     * The product of two columns' means, less what noise adds to it: the estimated covariance of these means. Where all of it is
     * noise, as of a single run of many that differs, what rounding leaves is no effect.
     */
    static double product(double[] u, double[] v, Clusters clusters) {
        double noise = u.length < 2
                ? 0
                : (noiseOfMean(MathArrays.ebeAdd(u, v), clusters) - noiseOfMean(MathArrays.ebeSubtract(u, v), clusters))
                        / 4;
        double whole = StatUtils.mean(u) * StatUtils.mean(v);
        return Math.abs(whole - noise) <= ROUNDING * Math.abs(whole) ? 0 : whole - noise;
    }

    /** The estimated variance of the mean of a column: s²/r where each replicate is a cluster. */
    static double noiseOfMean(double[] column, Clusters clusters) {
        double error = (clusters.count() < 2 ? Clusters.single(column.length) : clusters).standardError(column);
        return error * error;
    }

    /** The estimated variance of one replicate: that of the column about its mean, and the noise of that mean. */
    static double variance(double[] column, Clusters clusters) {
        return StatUtils.populationVariance(column) + noiseOfMean(column, clusters);
    }

    /** Whether all values are the same: their mean may then be off by a rounding error, and a variance about it is none. */
    static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == values[0]);
    }
}
