package org.tumen.analysis.score;

import java.util.Arrays;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/** Naive forecasts that a model has to beat. */
public final class Baselines {
    /** Pseudo-count of Laplace's rule of succession. */
    public static final double LAPLACE = 1;

    /** Pseudo-count of Jeffreys's prior. */
    public static final double JEFFREYS = .5;

    /** Size at and above which a negative binomial is taken for a Poisson distribution. */
    private static final double MAX_SIZE = 1e6;

    private Baselines() {}

    /**
     * The base rate of each category, smoothed: (nₖ + a)/(n + aK).
     *
     * @param counts how often each category happened
     * @param pseudoCount a above 0: {@link #LAPLACE} or {@link #JEFFREYS}
     */
    public static double[] baseRate(int[] counts, double pseudoCount) {
        if (!(pseudoCount > 0)) {
            throw new IllegalArgumentException("without a pseudo-count an unseen category would be called impossible");
        }
        double total = Arrays.stream(counts).sum() + pseudoCount * counts.length;
        return Arrays.stream(counts).mapToDouble(n -> (n + pseudoCount) / total).toArray();
    }

    /**
     * A Poisson distribution about the mean of the last counts; Jeffreys's prior (half an event before the window) keeps
     * a window of zeros from calling an event impossible.
     *
     * @param counts the counts so far, in order of time
     * @param window how many of the last ones are used
     */
    public static PoissonCounts trailingPoisson(int[] counts, int window) {
        int[] last = trailing(counts, window);
        return new PoissonCounts((Arrays.stream(last).sum() + JEFFREYS) / last.length);
    }

    /**
     * A negative binomial by maximum likelihood (the mean's estimate is the sample mean, here with Jeffreys's half
     * event; the size is found by Brent's method on its logarithm), or a Poisson distribution when the likelihood still
     * rises at a size of a million.
     */
    public static CountDistribution negativeBinomialByLikelihood(int[] counts) {
        double mean = smoothedMean(counts);
        double logSize = new BrentOptimizer(1e-8, 1e-10)
                .optimize(
                        new MaxEval(500),
                        GoalType.MAXIMIZE,
                        new SearchInterval(Math.log(1e-3), Math.log(MAX_SIZE)),
                        new UnivariateObjectiveFunction(t -> logLikelihood(counts, mean, Math.exp(t))))
                .getPoint();
        double size = Math.exp(logSize);
        return size > .9 * MAX_SIZE ? new PoissonCounts(mean) : new NegativeBinomialCounts(mean, size);
    }

    private static double logLikelihood(int[] counts, double mean, double size) {
        NegativeBinomialCounts distribution = new NegativeBinomialCounts(mean, size);
        return Arrays.stream(counts).mapToDouble(distribution::logProbability).sum();
    }

    private static double smoothedMean(int[] counts) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("a baseline needs at least one count");
        }
        return (Arrays.stream(counts).sum() + JEFFREYS) / counts.length;
    }

    private static int[] trailing(int[] counts, int window) {
        if (counts.length == 0 || window < 1) {
            throw new IllegalArgumentException("a trailing mean needs a count and a window of at least one");
        }
        return Arrays.copyOfRange(counts, Math.max(0, counts.length - window), counts.length);
    }
}
