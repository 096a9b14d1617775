package org.tumen.analysis.value;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;

/**
 * The differences that arms would show in each world if its luck were averaged out: empirical Bayes (C. N. Morris,
 * Journal of the American Statistical Association 78 (1983) 47–55, with several arms at once).
 *
 * <p>Given what the surface says of a point without having seen it, m, the expected difference is taken as normal around
 * c + b·m (c, b from the regression of the point means on m) with a covariance Q such that the whole covariance over
 * points is the between-point one: that of the analysis of variance with replicates. A point's own mean over r runs then
 * updates it, its error having the covariance within points over r. Without replicates there is no own mean to add, what
 * the surface does not follow counts as luck, and Q is no more than the error of the surface itself, so that shares of
 * worlds lean to certainty when the surface misses much.
 */
final class ExpectedDifferences {
    /** The expected difference by arm and point. */
    final double[][] means;

    /** Variances between points by arm. */
    final double[] between;

    private final int[] runs;
    private final int[] used;

    /** What stays unknown at a point; by the number of its runs. */
    private final double[][][] spreads;

    /**
     * @param data differences at points
     * @param sample the points
     * @param surface held-out fitted differences by arm and point
     * @param skipped leaves out every point i with {@code i % parts == skipped}; −1 for none
     */
    ExpectedDifferences(PointMeans data, PriorSample sample, double[][] surface, int skipped, int parts) {
        int arms = data.arms();
        int n = sample.points();
        runs = sample.runsOfPoint();
        used = java.util.stream.IntStream.range(0, n)
                .filter(i -> skipped < 0 || i % parts != skipped)
                .toArray();
        boolean replicated = sample.replicated();
        double[][] prior = new double[arms][n];
        double[] explained = new double[arms];
        double[] slopes = new double[arms];
        for (int k = 0; k < arms; k++) {
            double variance = covariance(surface[k], surface[k], used);
            explained[k] = Math.max(0, covariance(data.means()[k], surface[k], used));
            slopes[k] = variance > 0 ? explained[k] / variance : 0;
            double level = mean(data.means()[k], used) - slopes[k] * mean(surface[k], used);
            for (int i = 0; i < n; i++) {
                prior[k][i] = level + slopes[k] * surface[k][i];
            }
        }
        double[][] rest = replicated ? rest(data, prior, used) : errors(data, prior, explained, slopes, used);
        between = new double[arms];
        for (int k = 0; k < arms; k++) {
            between[k] = covariance(prior[k], prior[k], used) + rest[k][k];
        }
        spreads = new double[Arrays.stream(runs).max().orElse(0) + 1][][];
        if (replicated) {
            means = updated(data, prior, rest);
        } else {
            means = prior;
            Arrays.fill(spreads, rest);
        }
    }

    /** The covariance between points that the surface leaves. */
    private double[][] rest(PointMeans data, double[][] prior, int[] used) {
        double inverse = Arrays.stream(used).mapToDouble(i -> 1.0 / runs[i]).sum() / used.length;
        return SmallMatrices.positive(SmallMatrices.of(
                prior.length,
                (k, l) -> covariance(data.means()[k], data.means()[l], used)
                        - inverse * data.within()[k][l]
                        - covariance(prior[k], prior[l], used)));
    }

    /** The covariance of the surface's own errors: what shrinking it by the slope has taken from its variance. */
    private static double[][] errors(
            PointMeans data, double[][] prior, double[] explained, double[] slopes, int[] used) {
        double[][] left = new double[prior.length][];
        Arrays.setAll(left, k -> MathArrays.ebeSubtract(data.means()[k], prior[k]));
        return SmallMatrices.positive(SmallMatrices.of(prior.length, (k, l) -> {
            double size =
                    Math.sqrt(explained[k] * Math.max(0, 1 - slopes[k]) * explained[l] * Math.max(0, 1 - slopes[l]));
            double scale = Math.sqrt(covariance(left[k], left[k], used) * covariance(left[l], left[l], used));
            return scale > 0 ? size * covariance(left[k], left[l], used) / scale : 0;
        }));
    }

    private double[][] updated(PointMeans data, double[][] prior, double[][] rest) {
        int arms = prior.length;
        double[][][] weights = new double[spreads.length][][];
        for (int r : Arrays.stream(runs).distinct().toArray()) {
            double[][] whole = SmallMatrices.of(arms, (k, l) -> rest[k][l] + data.within()[k][l] / r);
            double[][] weight = SmallMatrices.product(rest, SmallMatrices.pseudoInverse(whole));
            weights[r] = weight;
            double[][] told = SmallMatrices.product(weight, rest);
            spreads[r] = SmallMatrices.positive(SmallMatrices.of(arms, (k, l) -> rest[k][l] - told[k][l]));
        }
        double[][] means = copy(prior);
        for (int i = 0; i < runs.length; i++) {
            int point = i;
            SmallMatrices.addProduct(means, i, weights[runs[i]], l -> data.means()[l][point] - prior[l][point]);
        }
        return means;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** The standard deviation of what stays unknown of an arm's expected difference at a point. */
    private double deviation(int arm, int point) {
        return Math.sqrt(spreads[runs[point]][arm][arm]);
    }

    /** The share of worlds in which an arm's expected difference is above 0. */
    double shareAbove(int arm) {
        double sum = 0;
        for (int i : used) {
            double deviation = deviation(arm, i);
            double mean = means[arm][i];
            sum += deviation > 0 ? StandardNormal.cumulative(mean / deviation) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
        }
        return sum / used.length;
    }

    /** What knowing the world would gain where one arm alone stands against the baseline; above is better. */
    double gain(int arm) {
        double sum = 0;
        double mean = 0;
        for (int i : used) {
            sum += StandardNormal.expectedGain(means[arm][i], deviation(arm, i));
            mean += means[arm][i];
        }
        return (sum - Math.max(0, mean)) / used.length;
    }

    /**
     * What knowing the world would gain for the choice among all arms, averaged over a draw of each world and its mirror.
     *
     * @param z independent standard normal numbers by arm and point
     */
    double gain(double[][] z) {
        double[][] mirrored = Arrays.stream(z)
                .map(row -> Arrays.stream(row).map(v -> -v).toArray())
                .toArray(double[][]::new);
        double[][] once = draw(z);
        double[][] again = draw(mirrored);
        double sum = 0;
        double[] totals = new double[means.length];
        for (int i : used) {
            double best = 0;
            double mirror = 0;
            for (int k = 0; k < totals.length; k++) {
                best = Math.max(best, once[k][i]);
                mirror = Math.max(mirror, again[k][i]);
                totals[k] += means[k][i];
            }
            sum += (best + mirror) / 2;
        }
        return (sum - Math.max(0, Arrays.stream(totals).max().orElse(0))) / used.length;
    }

    /** A draw of the expected differences of each world, by arm and point, from standard normal numbers. */
    double[][] draw(double[][] z) {
        double[][][] roots = new double[spreads.length][][];
        Arrays.stream(runs).distinct().forEach(r -> roots[r] = SmallMatrices.root(spreads[r]));
        double[][] drawn = copy(means);
        for (int i = 0; i < runs.length; i++) {
            int point = i;
            SmallMatrices.addProduct(drawn, i, roots[runs[i]], l -> z[l][point]);
        }
        return drawn;
    }

    private static double mean(double[] x, int[] used) {
        double sum = 0;
        for (int i : used) {
            sum += x[i];
        }
        return sum / used.length;
    }

    static double covariance(double[] x, double[] y, int[] used) {
        double meanX = mean(x, used);
        double meanY = mean(y, used);
        double sum = 0;
        for (int i : used) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (used.length - 1);
    }
}
