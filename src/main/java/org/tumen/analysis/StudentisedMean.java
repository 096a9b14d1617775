package org.tumen.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean over runs with its standard error over clusters, and its studentised deviations under resampling of whole
 * clusters, (mean* − mean)/error*: the bootstrap-t of P. Hall, "Theoretical comparison of bootstrap confidence intervals",
 * Ann. Statist. 16 (1988) 927–953, in its symmetric form, which is the most accurate for skewed values.
 */
public final class StudentisedMean {
    /** Fewest clusters that differ before a mean of differences is judged; below, they give no variance to rely on. */
    public static final int FEWEST_DIFFERING = 20;

    private final Clusters of;
    private final int clusters;
    private final int differing;
    private final double mean;
    private final double standardError;
    private final boolean alike;

    /**
     * A mean. It keeps no values, for a comparison has many of many runs.
     *
     * @param values one a run; not changed
     * @param clusters of these runs
     */
    public StudentisedMean(double[] values, Clusters clusters) {
        of = clusters;
        this.clusters = clusters.count();
        differing = clusters.nonZero(values);
        mean = StatUtils.mean(values);
        standardError = clusters.standardError(values);
        alike = reliable() && clusters.variesRarely(values);
    }

    public double mean() {
        return mean;
    }

    public double standardError() {
        return standardError;
    }

    public int clusters() {
        return clusters;
    }

    /** The number of clusters in which a value is not 0. */
    public int differing() {
        return differing;
    }

    /** Whether so many clusters differ that the standard error can be relied on, unless they are {@link #alike}. */
    public boolean reliable() {
        return differing >= FEWEST_DIFFERING && standardError > 0;
    }

    /**
     * Whether all but fewer than {@value #FEWEST_DIFFERING} clusters differ by the same, so that resamples may not vary
     * ({@link Clusters#variesRarely}).
     */
    public boolean alike() {
        return alike;
    }

    /** Whether enough clusters differ, and all by the same. */
    public boolean constant() {
        return differing >= FEWEST_DIFFERING && differing == clusters && standardError == 0;
    }

    /** |mean|/error, against the hypothesis of a mean of zero. */
    public double statistic() {
        return Math.abs(mean) / standardError;
    }

    /**
     * The size of the studentised deviation in each resample of the clusters; ∞ where a resample does not vary.
     *
     * @param values those of the mean
     */
    public double[] deviations(double[] values, Resamples resamples) {
        Clusters units = resamples.units(of);
        double[] totals = units.totals(Arrays.stream(values).map(v -> v - mean).toArray());
        double[] sizes = units.areSingle() ? new double[0] : units.sizes();
        double[] result = new double[resamples.count()];
        for (int b = 0; b < result.length; b++) {
            byte[] occurrences = resamples.occurrences(b);
            result[b] = sizes.length == 0 ? single(occurrences, totals) : clustered(occurrences, totals, sizes);
        }
        return result;
    }

    /** The critical value of a mean by itself: the quantile of its deviations, and at least Student's t. */
    public double criticalValue(double[] values, double level, Resamples resamples) {
        double[] sorted = deviations(values, resamples);
        Arrays.sort(sorted);
        int rank = Math.min(sorted.length, (int) Math.ceil(level * (sorted.length + 1) - 1e-9));
        return Math.max(Distributions.tCritical(level, clusters - 1.0), sorted[rank - 1]);
    }

    private double single(byte[] occurrences, double[] totals) {
        double sum = 0;
        double squares = 0;
        for (int c = 0; c < totals.length; c++) {
            double part = occurrences[c] * totals[c];
            sum += part;
            squares += part * totals[c];
        }
        return deviation(sum, squares - sum * sum / totals.length, totals.length, totals.length);
    }

    private double clustered(byte[] occurrences, double[] totals, double[] sizes) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        double products = 0;
        double sizeSquares = 0;
        for (int c = 0; c < totals.length; c++) {
            double weight = occurrences[c];
            n += weight * sizes[c];
            sum += weight * totals[c];
            squares += weight * totals[c] * totals[c];
            products += weight * totals[c] * sizes[c];
            sizeSquares += weight * sizes[c] * sizes[c];
        }
        double shift = sum / n;
        return deviation(sum, squares - 2 * shift * products + shift * shift * sizeSquares, n, totals.length);
    }

    /** The total of the deviations over the root of the scaled sum of squares: the number of runs cancels out. */
    private double deviation(double sum, double squares, double n, double units) {
        // What rounding leaves of a sum of squares that is zero is no variance.
        if (squares <= 1e-12 * n * standardError * standardError) {
            return sum == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(sum) / Math.sqrt(squares * units / (units - 1));
    }
}
