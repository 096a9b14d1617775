package org.tumen.analysis.smooth;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;

/**
 * Chooses how smooth a penalised fit is, by restricted maximum likelihood (P. T. Reiss, R. T. Ogden, Journal of the Royal
 * Statistical Society B 71 (2009) 505–523): the scores of the rough functions are taken as normal with variance σ²/(λ ·
 * roughness) besides their error σ²/n, the constant and the line as fixed. λ is chosen on a grid of half powers of ten, on
 * which the criterion is flat. It undersmooths less often than generalised cross-validation and needs no refits.
 */
public final class Smoothing {
    private static final int GRID = 29;
    private static final double LEAST = -6;

    private final double[][] factors;
    private final double[] logs;

    /** For functions of some roughness, the straight line first. */
    public Smoothing(double[] roughness) {
        factors = new double[GRID][roughness.length];
        logs = new double[GRID];
        for (int g = 0; g < GRID; g++) {
            double lambda = Math.pow(10, LEAST + 0.5 * g);
            for (int j = 0; j < roughness.length; j++) {
                factors[g][j] = 1 / (1 + lambda * roughness[j]);
                logs[g] -= j == 0 ? 0 : Math.log(1 - factors[g][j]);
            }
        }
    }

    /**
     * The factors by which to shrink the scores.
     *
     * @param scores means of function times outcome
     * @param square the mean square of the outcome around its mean
     * @param n the number of points
     */
    public double[] factors(double[] scores, double square, double n) {
        double[] criteria = criteria(scores, square, n);
        int chosen = 0;
        for (int g = 1; g < GRID; g++) {
            chosen = criteria[g] < criteria[chosen] ? g : chosen;
        }
        return factors[chosen];
    }

    /** The factors at each λ of the grid, ascending; not to be changed. */
    public double[][] factors() {
        return factors;
    }

    /** How plausible each λ of the grid is by the same points: its share of the restricted likelihood of all. */
    public double[] plausibility(double[] scores, double square, double n) {
        double[] criteria = criteria(scores, square, n);
        double best = StatUtils.min(criteria);
        // Where nothing varies all are minus infinity.
        return MathArrays.normalizeArray(
                Arrays.stream(criteria)
                        .map(c -> c == best ? 1 : Math.exp((best - c) / 2))
                        .toArray(),
                1);
    }

    /** Minus twice the logarithm of the restricted likelihood at each λ, but for a constant. */
    private double[] criteria(double[] scores, double square, double n) {
        double rest = square;
        for (double score : scores) {
            rest -= score * score;
        }
        double[] criteria = new double[GRID];
        for (int g = 0; g < GRID; g++) {
            double left = Math.max(rest, 1e-12 * square);
            for (int j = 1; j < scores.length; j++) {
                left += scores[j] * scores[j] * (1 - factors[g][j]);
            }
            criteria[g] = (n - 2) * Math.log(left) + logs[g];
        }
        return criteria;
    }
}
