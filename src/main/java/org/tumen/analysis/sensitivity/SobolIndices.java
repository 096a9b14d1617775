package org.tumen.analysis.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.design.SaltelliDesign;

/**
 * Sobol indices from Saltelli's cross-sampling.
 *
 * <p>With f_A, f_B, f_AB the outcomes of the rows, V the variance of f_A and f_B together, and outcomes centred on their
 * mean over the whole design:
 *
 * <pre>
 *   S_j  = mean(f_B (f_ABj − f_A)) / V                                 Saltelli et al. 2010
 *   T_j  = mean((f_A − f_ABj)²) / 2V                                   Jansen 1999
 *   S_jl = mean(f_BAj f_ABl − f_A f_B) / V − S_j − S_l                 Saltelli 2002
 * </pre>
 *
 * <p>Sources: A. Saltelli et al., Computer Physics Communications 181 (2010) 259–270; M. J. W. Jansen, same journal 117
 * (1999) 35–43; A. Saltelli, same journal 145 (2002) 280–297. These are the estimators of SALib 1.3, and the tests hold
 * them against figures it printed.
 *
 * <p>The factors must be independent: for correlated ones there is the value of knowing them (analysis.value).
 *
 * <p>Noise. With replicated outcomes the rows are means over R replicates on common random numbers, and noise enters V
 * and every product of outcomes: T_j squared, the others where luck strikes the points of a row alike, as luck that acts
 * the more the greater a factor is. All are freed of it without bias: products by the covariance of what is multiplied
 * ({@link Replicates#product}), V by that of means in {@link VarianceSplit}. What is taken off T_j is reported as its floor:
 * the total index that a factor would show if it did nothing but reshuffle luck. The intervals resample the base rows.
 *
 * @param indices an index a factor
 * @param second second-order indices, [j][l] for j below l; elsewhere, and without second order, null
 * @param variance V, the variance that the factors cause; where it is 0 or below, for all of it is noise, indices are NaN
 */
@SuppressWarnings("ArrayRecordComponent")
public record SobolIndices(
        List<SobolIndex> indices, @Nullable Estimate[][] second, double variance) {
    /**
     * Fewest rows for intervals: of 32 rows 95 % intervals hold Ishigami's and Sobol's functions in 92 % of designs or more,
     * of 16 in as few as 87 %.
     */
    public static final int FEWEST_ROWS = 32;

    /**
     * For outcomes without noise.
     *
     * @param outcomes an outcome a point of the design
     */
    public static SobolIndices of(SaltelliDesign design, double[] outcomes, Bootstrap bootstrap) {
        check(design, outcomes.length);
        double[][] single =
                Arrays.stream(outcomes).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
        return estimate(design, single, new double[design.factors()][design.rows()], Clusters.single(1), 0, bootstrap);
    }

    /**
     * For replicated outcomes.
     *
     * @param outcomes a row a point of the design, a column a replicate; two columns or more
     * @param clusters which replicates share a draw of uncertain parameters
     */
    public static SobolIndices ofReplicated(
            SaltelliDesign design, double[][] outcomes, Clusters clusters, Bootstrap bootstrap) {
        Replicates.check(outcomes);
        check(design, outcomes.length);
        double[][] noise = new double[design.factors()][design.rows()];
        double[][] base = new double[2 * design.rows()][];
        for (int i = 0; i < design.rows(); i++) {
            base[2 * i] = outcomes[design.a(i)];
            base[2 * i + 1] = outcomes[design.b(i)];
            for (int j = 0; j < design.factors(); j++) {
                noise[j][i] = Replicates.noiseOfDifference(outcomes[design.a(i)], outcomes[design.ab(i, j)], clusters);
            }
        }
        double noiseOfMeans = VarianceSplit.of(base, clusters).noiseOfMeans();
        return estimate(design, outcomes, noise, clusters, noiseOfMeans, bootstrap);
    }

    private static void check(SaltelliDesign design, int outcomes) {
        if (outcomes != design.points().length) {
            throw new IllegalArgumentException(
                    "the design has " + design.points().length + " points, but there are " + outcomes + " outcomes");
        }
    }

    private static SobolIndices estimate(
            SaltelliDesign design,
            double[][] outcomes,
            double[][] noise,
            Clusters clusters,
            double noiseOfMeans,
            Bootstrap bootstrap) {
        SobolEstimator estimator = new SobolEstimator(design, outcomes, clusters, noiseOfMeans);
        int k = design.factors();
        double[] values = estimator.statistics(Bootstrap.identity(design.rows()));
        double[][] resampled = bootstrap.statistics(design.rows(), estimator::statistics);
        double variance = estimator.variance(Bootstrap.identity(design.rows()));
        List<SobolIndex> indices = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            Estimate first = index(bootstrap, design.rows(), variance, values, resampled, j);
            Estimate total = index(bootstrap, design.rows(), variance, values, resampled, k + j);
            double floor = variance > 0 ? StatUtils.mean(noise[j]) / 2 / variance : Double.NaN;
            indices.add(new SobolIndex(first, total, floor, first.lower() > 0, total.lower() > 0));
        }
        return new SobolIndices(indices, second(design, variance, values, resampled, bootstrap), variance);
    }

    /** Without a variance above the noise there is nothing of which to be a share. */
    private static Estimate index(
            Bootstrap bootstrap, int rows, double variance, double[] values, double[][] resampled, int column) {
        return variance > 0
                ? bootstrap.interval(values[column], resampled, column, rows, FEWEST_ROWS)
                : new Estimate(Double.NaN, Double.NaN, Double.NaN);
    }

    private static @Nullable Estimate[][] second(
            SaltelliDesign design, double variance, double[] values, double[][] resampled, Bootstrap bootstrap) {
        int k = design.factors();
        @Nullable Estimate[][] second = new @Nullable Estimate[k][k];
        int column = 2 * k;
        for (int j = 0; j < k && values.length > 2 * k; j++) {
            for (int l = j + 1; l < k; l++) {
                second[j][l] = index(bootstrap, design.rows(), variance, values, resampled, column);
                column++;
            }
        }
        return second;
    }
}
