package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;
import org.tumen.analysis.Clusters;

/**
 * The variance of an outcome over points of a design and replicates, split into what the parameters do and what chance
 * does. With replicate r sharing its luck over all points the model is y_ir = μ + p_i + c_r + e_ir, random effects of a
 * two-way layout with one observation a cell:
 *
 * <pre>
 *   parameters   (MS_points − MS_residual)/R      var of p
 *   common luck  (MS_replicates − MS_residual)/N  var of c: luck that strikes all points alike
 *   interaction  MS_residual                      var of e: luck that strikes points differently
 * </pre>
 *
 * and total = parameters + chance, chance = common luck + interaction: the law of total variance. When the replicates are
 * independent instead, the common luck estimates 0 and the rest stays right. Where some replicates share a draw of uncertain
 * parameters, the mean squares are put right by the errors of means over clusters. Negative estimates are kept: they say
 * "about nothing". Source: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, chapter 4.
 *
 * @param parameters variance of the outcome's mean over the points
 * @param commonLuck variance between replicates common to all points
 * @param interaction variance of points with replicates
 * @param noiseOfMeans the variance that noise adds to differences between the mean outcomes of two points, halved:
 *     interaction/R where no replicates share a draw
 */
public record VarianceSplit(double parameters, double commonLuck, double interaction, double noiseOfMeans) {

    /**
     * Splits.
     *
     * @param outcomes a row a point, a column a replicate; at least two of each
     * @param clusters which replicates share a draw of uncertain parameters
     * @throws IllegalArgumentException when there are fewer, or the rows have different lengths
     */
    public static VarianceSplit of(double[][] outcomes, Clusters clusters) {
        Replicates.check(outcomes);
        int n = outcomes.length;
        int r = outcomes[0].length;
        if (n < 2) {
            throw new IllegalArgumentException("a variance over points needs two points or more");
        }
        if (Replicates.constant(
                Arrays.stream(outcomes).flatMapToDouble(Arrays::stream).toArray())) {
            return new VarianceSplit(0, 0, 0, 0);
        }
        double[] pointMeans = Replicates.means(outcomes);
        double[] replicateMeans = new double[r];
        for (double[] row : outcomes) {
            for (int j = 0; j < r; j++) {
                replicateMeans[j] += row[j] / n;
            }
        }
        double interaction = 0;
        double noise = 0;
        for (double[] row : outcomes) {
            double[] residual = MathArrays.ebeSubtract(row, replicateMeans);
            interaction += Replicates.variance(residual, clusters) / (n - 1);
            noise += Replicates.noiseOfMean(residual, clusters) / (n - 1);
        }
        return new VarianceSplit(
                StatUtils.variance(pointMeans) - noise,
                Replicates.variance(replicateMeans, clusters) - interaction / n,
                interaction,
                noise);
    }

    /** The variance by chance at a point: common luck and interaction. */
    public double chance() {
        return commonLuck + interaction;
    }

    /** The whole variance of a run at a random point with random luck. */
    public double total() {
        return parameters + chance();
    }

    /**
     * The share of a part in the whole. Parts that are estimated below 0 count as none, so that the three shares add up to 1.
     *
     * @param part one of the three
     * @return from 0 to 1; NaN where nothing varies
     */
    public double share(double part) {
        return Math.max(0, part) / (Math.max(0, parameters) + Math.max(0, commonLuck) + interaction);
    }
}
