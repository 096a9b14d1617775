package org.tumen.analysis.score;

/**
 * The score of a central prediction interval: its width, and 2/α times the distance by which it misses. Proper.
 *
 * <p>Sources: R. L. Winkler, "A decision-theoretic approach to interval estimation", Journal of the American Statistical
 * Association 67 (1972) 187–191; Gneiting &amp; Raftery (2007), equation 43.
 */
public final class IntervalScore {
    private IntervalScore() {}

    /**
     * The score, in the unit of the outcome.
     *
     * @param low lower end, the quantile at α/2
     * @param high upper end, the quantile at 1 − α/2
     * @param alpha the probability that the interval should miss, between 0 and 1
     * @param outcome what happened
     */
    public static double of(double low, double high, double alpha, double outcome) {
        if (!(low <= high && alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high + ", alpha " + alpha);
        }
        return high - low + 2 / alpha * Math.max(0, Math.max(low - outcome, outcome - high));
    }
}
