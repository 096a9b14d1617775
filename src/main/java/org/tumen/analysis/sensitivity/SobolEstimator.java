package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.design.SaltelliDesign;

/** The sums of {@link SobolIndices} over a choice of base rows. */
final class SobolEstimator {
    private final int k;
    private final double[] a;
    private final double[] b;
    /** What a row adds to each numerator, noise taken off: of first order, total, then second order. */
    private final double[][] terms;

    private final double noiseOfMeans;

    SobolEstimator(SaltelliDesign design, double[][] outcomes, Clusters clusters, double noiseOfMeans) {
        k = design.factors();
        this.noiseOfMeans = noiseOfMeans;
        double[][] y = centred(outcomes);
        int n = design.rows();
        a = new double[n];
        b = new double[n];
        terms = new double[2 * k + (design.secondOrder() ? k * (k - 1) / 2 : 0)][n];
        for (int i = 0; i < n; i++) {
            double[] rowA = y[design.a(i)];
            double[] rowB = y[design.b(i)];
            a[i] = StatUtils.mean(rowA);
            b[i] = StatUtils.mean(rowB);
            for (int j = 0; j < k; j++) {
                double[] difference = MathArrays.ebeSubtract(y[design.ab(i, j)], rowA);
                terms[j][i] = Replicates.product(rowB, difference, clusters);
                terms[k + j][i] = Replicates.product(difference, difference, clusters) / 2;
            }
            double both = terms.length == 2 * k ? 0 : Replicates.product(rowA, rowB, clusters);
            for (int j = 0, column = 2 * k; column < terms.length; j++) {
                for (int l = j + 1; l < k; l++) {
                    terms[column++][i] = Replicates.product(y[design.ba(i, j)], y[design.ab(i, l)], clusters) - both;
                }
            }
        }
    }

    /** Each replicate about its mean over the design: what strikes all points alike is in no product. */
    private static double[][] centred(double[][] outcomes) {
        double[] centre = new double[outcomes[0].length];
        for (double[] row : outcomes) {
            Arrays.setAll(centre, r -> centre[r] + row[r] / outcomes.length);
        }
        return Arrays.stream(outcomes)
                .map(row -> MathArrays.ebeSubtract(row, centre))
                .toArray(double[][]::new);
    }

    /** First-order indices, then total, then second-order by pairs (0, 1), (0, 2), … when the design has them. */
    double[] statistics(int[] rows) {
        double variance = variance(rows);
        double[] values = new double[terms.length];
        for (int s = 0; s < values.length; s++) {
            double sum = 0;
            for (int i : rows) {
                sum += terms[s][i];
            }
            values[s] = sum / rows.length / variance;
        }
        for (int j = 0, column = 2 * k; column < values.length; j++) {
            for (int l = j + 1; l < k; l++) {
                values[column++] -= values[j] + values[l];
            }
        }
        return values;
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
