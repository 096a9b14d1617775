package org.tumen.analysis.score;

/**
 * Scores of a forecast over categories; all are losses and strictly proper (the ranked probability score for ordered
 * categories).
 *
 * <p>Source: T. Gneiting, A. E. Raftery, "Strictly proper scoring rules, prediction, and estimation", Journal of the
 * American Statistical Association 102 (2007) 359–378, with the sign turned.
 */
public final class CategoricalScores {
    private static final double TOLERANCE = 1e-9;

    private CategoricalScores() {}

    /**
     * Logarithmic score, −ln p(outcome), in nats. Infinite when the outcome was called impossible.
     *
     * @param forecast probabilities of the categories
     * @param outcome index of the category that happened
     * @throws IllegalArgumentException when the forecast is no probability distribution or the index is none of its own
     */
    public static double logScore(double[] forecast, int outcome) {
        check(forecast, outcome);
        return -Math.log(forecast[outcome]);
    }

    /**
     * Brier score in Brier's original form, Σₖ(pₖ − oₖ)², between 0 and 2; for two categories it is twice
     * {@link #binaryBrier}.
     *
     * @param forecast probabilities of the categories
     * @param outcome index of the category that happened
     */
    public static double brier(double[] forecast, int outcome) {
        check(forecast, outcome);
        double sum = 0;
        for (int k = 0; k < forecast.length; k++) {
            double error = forecast[k] - (k == outcome ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }

    /** Brier score of the probability of one event, (p − o)², between 0 and 1. */
    public static double binaryBrier(double probability, boolean happened) {
        double error = probability - (happened ? 1 : 0);
        return error * error;
    }

    private static void check(double[] forecast, int outcome) {
        if (outcome < 0 || outcome >= forecast.length) {
            throw new IllegalArgumentException("category " + outcome + " of " + forecast.length);
        }
        double sum = 0;
        for (double p : forecast) {
            if (!(p >= 0 && p <= 1 + TOLERANCE)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1, not " + p);
            }
            sum += p;
        }
        if (Math.abs(sum - 1) > TOLERANCE * forecast.length) {
            throw new IllegalArgumentException("probabilities add up to 1, not " + sum);
        }
    }
}
