package org.tumen.analysis.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of the variance of an outcome over runs comes from parameters that differ between runs, and how much from chance
 * at given parameters: the law of total variance, Var(Y) = Var(E(Y | parameters)) + E(Var(Y | parameters)).
 *
 * <p>Two estimators. Where several runs share a point of the parameters (replicates), the one-way analysis of variance with
 * random effects, unbiased whatever the outcome's distribution: parameters (MS_between − MS_within)/n₀, chance MS_within
 * (S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, chapter 3, with n₀ for unequal groups); its 95 %
 * interval is that of log(MS_between/MS_within) over points, see {@link LogRatio}, with room on either side for a point
 * further out than all that were drawn, for a sample seldom has the few points that make most of a skewed variance: it covers
 * 95 % or more from 100 points on, however skewed parameters or chance act (measured, IndexCoverageStudy). Where every run has
 * a point of its own, E(Y | parameters) is fitted by least squares with linear and quadratic terms and, when there are twenty
 * runs for every term and these are few enough, products of pairs; the share is the adjusted R². What such a surface cannot
 * follow is counted as chance, so this share tends to be too low. Its interval is that of log(1 − share), the logarithm of the
 * ratio of the sums of squared residuals and deviations over runs, with 2k/n² added to the variance for what chance alone puts
 * into R² of k terms.
 *
 * @param share the parameters' share of the variance; may be a little below 0; NaN when the outcome does not vary
 * @param low the lower end of its 95 % interval
 * @param high the upper end of its 95 % interval
 * @param points how many points of the parameters
 * @param replicated whether by analysis of variance over replicates; otherwise by regression
 */
public record ParameterShare(double share, double low, double high, int points, boolean replicated) {
    private static final int RUNS_A_TERM = 20;
    private static final double DEPENDENT = 1e-9;
    /** The most values of the terms of a fit, 32 MB; with as many it takes seconds. */
    private static final int MOST_VALUES = 4_000_000;

    /**
     * By analysis of variance over replicates.
     *
     * @param values the outcomes of the runs, those of a point together
     * @param ends where each point ends, ascending; at least two points, and one of them with two runs
     * @throws IllegalArgumentException when there are fewer
     */
    public static ParameterShare replicated(double[] values, int[] ends) {
        if (ends.length < 2 || values.length <= ends.length) {
            throw new IllegalArgumentException("two points or more are needed, one of them with two runs or more");
        }
        if (Replicates.constant(values)) {
            return unvaried(ends.length, true);
        }
        double[] means = new double[ends.length];
        double[] within = new double[ends.length];
        double mean = 0;
        for (int point = 0; point < ends.length; point++) {
            int from = point == 0 ? 0 : ends[point - 1];
            double sum = 0;
            for (int i = from; i < ends[point]; i++) {
                sum += values[i];
            }
            means[point] = sum / (ends[point] - from);
            for (int i = from; i < ends[point]; i++) {
                within[point] += (values[i] - means[point]) * (values[i] - means[point]);
            }
            mean += sum / values.length;
        }
        double[] between = new double[ends.length];
        double sizes = 0;
        for (int point = 0; point < ends.length; point++) {
            double size = ends[point] - (point == 0 ? 0 : ends[point - 1]);
            between[point] = size * (means[point] - mean) * (means[point] - mean);
            sizes += size * size;
        }
        double chance = Arrays.stream(within).sum() / (values.length - ends.length);
        double typical = (values.length - sizes / values.length) / (ends.length - 1);
        double byParameters = (Arrays.stream(between).sum() / (ends.length - 1) - chance) / typical;
        LogRatio ratio = new LogRatio(between, within);
        double log = Math.log(1 + typical * byParameters / chance);
        // Without variation within points or at all there is nothing to be unsure of.
        boolean sure = !Double.isFinite(log);
        return new ParameterShare(
                byParameters / (byParameters + chance),
                share(Math.exp(sure ? log : log - ratio.reachBelow()), typical),
                share(Math.exp(sure ? log : log + ratio.reachAbove()), typical),
                ends.length,
                true);
    }

    private static ParameterShare unvaried(int points, boolean replicated) {
        return new ParameterShare(Double.NaN, Double.NaN, Double.NaN, points, replicated);
    }

    /** The share that belongs to a ratio of mean squares in groups of a typical size. */
    private static double share(double ratio, double typical) {
        return Double.isInfinite(ratio) ? 1 : (ratio - 1) / (ratio - 1 + typical);
    }

    /**
     * By regression, for runs that have a point each.
     *
     * @param basis the terms of the parameters of these runs, made by {@link #basis}
     * @param outcome the outcome of each run
     */
    public static ParameterShare fitted(double[][] basis, double[] outcome) {
        int n = outcome.length;
        if (Replicates.constant(outcome)) {
            return unvaried(n, false);
        }
        double mean = Arrays.stream(outcome).average().orElse(0);
        double total = Arrays.stream(outcome).map(v -> (v - mean) * (v - mean)).sum();
        double[] residuals = Arrays.stream(outcome).map(v -> v - mean).toArray();
        double explained = 0;
        for (double[] term : basis) {
            double projection = 0;
            for (int i = 0; i < n; i++) {
                projection += term[i] * (outcome[i] - mean);
            }
            for (int i = 0; i < n; i++) {
                residuals[i] -= projection * term[i];
            }
            explained += projection * projection;
        }
        int k = basis.length;
        double plain = explained / total;
        double share = 1 - (1 - plain) * (n - 1.0) / (n - k - 1.0);
        double[] squares = Arrays.stream(residuals).map(e -> e * e).toArray();
        double[] deviations =
                Arrays.stream(outcome).map(v -> (v - mean) * (v - mean)).toArray();
        LogRatio ratio = new LogRatio(squares, deviations);
        double spread = ratio.standardError();
        double reach = ratio.critical() * Math.sqrt(spread * spread + 2.0 * k / n / n);
        return new ParameterShare(
                share,
                Math.max(0, 1 - (1 - share) * Math.exp(reach)),
                Math.min(1, 1 - (1 - share) * Math.exp(-reach)),
                n,
                false);
    }

    /**
     * How many of so many runs a fit uses: all, or as many as {@value #MOST_VALUES} values of its terms stand for, more of
     * which would take long and tell little more; 0 when there are not {@value #RUNS_A_TERM} runs for every linear and
     * quadratic term.
     */
    public static int fittedRuns(int parameters, int runs) {
        int used = Math.min(runs, MOST_VALUES / Math.max(1, terms(parameters, runs)));
        return used < RUNS_A_TERM * 2 * parameters ? 0 : used;
    }

    /** How many terms are fitted: with products of pairs where the runs allow and suffice. */
    private static int terms(int parameters, int runs) {
        long all = 2L * parameters + parameters * (parameters - 1L) / 2;
        return runs >= RUNS_A_TERM * all && RUNS_A_TERM * all * all <= MOST_VALUES ? (int) all : 2 * parameters;
    }

    /**
     * Linear and quadratic terms of parameters, and products of pairs where the runs allow, made orthonormal (modified
     * Gram–Schmidt), each orthogonal to the constant; terms that say nothing new are left out.
     *
     * @param parameters a row a parameter, a column a run, of as many runs as {@link #fittedRuns} says
     * @throws IllegalArgumentException when those are too few
     */
    public static double[][] basis(double[][] parameters) {
        int n = parameters.length == 0 ? 0 : parameters[0].length;
        int p = parameters.length;
        if (fittedRuns(p, n) == 0) {
            throw new IllegalArgumentException(
                    "a fit on " + p + " parameters needs " + RUNS_A_TERM * 2 * p + " runs or more, not " + n);
        }
        double[][] scaled =
                Arrays.stream(parameters).map(ParameterShare::scaled).toArray(double[][]::new);
        List<double[]> terms = new ArrayList<>(List.of(scaled));
        boolean pairs = terms(p, n) > 2 * p;
        for (int i = 0; i < p; i++) {
            for (int j = i; j < (pairs ? p : i + 1); j++) {
                terms.add(product(scaled[i], scaled[j]));
            }
        }
        List<double[]> basis = new ArrayList<>();
        for (double[] term : terms) {
            double[] fresh = scaled(term);
            for (double[] known : basis) {
                double along = 0;
                for (int i = 0; i < n; i++) {
                    along += known[i] * fresh[i];
                }
                for (int i = 0; i < n; i++) {
                    fresh[i] -= along * known[i];
                }
            }
            double length = Math.sqrt(Arrays.stream(fresh).map(v -> v * v).sum());
            if (length > DEPENDENT) {
                basis.add(Arrays.stream(fresh).map(v -> v / length).toArray());
            }
        }
        return basis.toArray(double[][]::new);
    }

    /** Centred, and of length one unless it does not vary. */
    private static double[] scaled(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double length = Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum());
        return Arrays.stream(values)
                .map(v -> length > 0 ? (v - mean) / length : 0)
                .toArray();
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }
}
