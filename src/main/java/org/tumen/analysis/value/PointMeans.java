package org.tumen.analysis.value;

import java.util.Arrays;

/**
 * Differences of paired runs, arm minus baseline, averaged at each point; and what luck does within points.
 *
 * @param means by arm and point
 * @param within covariances of the differences of two arms between runs of a point, pooled; 0 without replicates
 * @param withinSquares sums of squares within each point, by arm and point
 */
record PointMeans(double[][] means, double[][] within, double[][] withinSquares) {
    static PointMeans of(PriorSample sample, double[][] differences) {
        int arms = differences.length;
        int n = sample.points();
        double[][] means = new double[arms][n];
        for (int k = 0; k < arms; k++) {
            for (int i = 0; i < sample.runs(); i++) {
                int p = sample.pointOfRun()[i];
                means[k][p] += differences[k][i] / sample.runsOfPoint()[p];
            }
        }
        double[][] within = new double[arms][arms];
        double[][] squares = new double[arms][n];
        double[] rest = new double[arms];
        for (int i = 0; i < sample.runs(); i++) {
            int p = sample.pointOfRun()[i];
            for (int k = 0; k < arms; k++) {
                rest[k] = differences[k][i] - means[k][p];
                squares[k][p] += rest[k] * rest[k];
                for (int l = 0; l <= k; l++) {
                    within[k][l] += rest[k] * rest[l];
                }
            }
        }
        double freedom = Math.max(1, sample.runs() - n);
        for (int k = 0; k < arms; k++) {
            for (int l = 0; l <= k; l++) {
                within[k][l] /= freedom;
                within[l][k] = within[k][l];
            }
        }
        return new PointMeans(means, within, squares);
    }

    int arms() {
        return means.length;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
