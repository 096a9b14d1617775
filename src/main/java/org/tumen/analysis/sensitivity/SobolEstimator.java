package org.tumen.analysis.sensitivity;

import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.design.SaltelliDesign;

/** The sums of {@link SobolIndices} over a choice of base rows. */
final class SobolEstimator {
    private final int k;
    private final boolean secondOrder;
    private final double[] a;
    private final double[] b;
    private final double[][] ab;
    private final double[][] ba;
    private final double[][] noise;
    private final double noiseOfMeans;

    SobolEstimator(SaltelliDesign design, double[] outcomes, double[][] noise, double noiseOfMeans) {
        k = design.factors();
        secondOrder = design.secondOrder();
        int n = design.rows();
        double centre = StatUtils.mean(outcomes);
        a = new double[n];
        b = new double[n];
        ab = new double[k][n];
        ba = new double[k][n];
        for (int i = 0; i < n; i++) {
            a[i] = outcomes[design.a(i)] - centre;
            b[i] = outcomes[design.b(i)] - centre;
            for (int j = 0; j < k; j++) {
                ab[j][i] = outcomes[design.ab(i, j)] - centre;
                if (secondOrder) {
                    ba[j][i] = outcomes[design.ba(i, j)] - centre;
                }
            }
        }
        this.noise = noise;
        this.noiseOfMeans = noiseOfMeans;
    }

    /** First-order indices, then total, then second-order by pairs (0, 1), (0, 2), … when the design has them. */
    double[] statistics(int[] rows) {
        double variance = variance(rows);
        double[] values = new double[2 * k + (secondOrder ? k * (k - 1) / 2 : 0)];
        for (int j = 0; j < k; j++) {
            double first = 0;
            double total = 0;
            for (int i : rows) {
                double difference = ab[j][i] - a[i];
                first += b[i] * difference;
                total += difference * difference - noise[j][i];
            }
            values[j] = first / rows.length / variance;
            values[k + j] = total / 2 / rows.length / variance;
        }
        if (secondOrder) {
            second(rows, variance, values);
        }
        return values;
    }

    private void second(int[] rows, double variance, double[] values) {
        int column = 2 * k;
        for (int j = 0; j < k; j++) {
            for (int l = j + 1; l < k; l++) {
                double sum = 0;
                for (int i : rows) {
                    sum += ba[j][i] * ab[l][i] - a[i] * b[i];
                }
                values[column++] = sum / rows.length / variance - values[j] - values[l];
            }
        }
    }

    /** The variance of A and B together (divided by 2n, as SALib has it), noise taken off. */
    double variance(int[] rows) {
        double sum = 0;
        for (int i : rows) {
            sum += a[i] + b[i];
        }
        double mean = sum / (2 * rows.length);
        double squares = 0;
        for (int i : rows) {
            squares += (a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean);
        }
        return squares / (2 * rows.length) - noiseOfMeans;
    }
}
