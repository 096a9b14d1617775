package org.tumen.analysis.search;

import java.util.Arrays;

/** How the values of a statistic in several worlds become one. */
public enum Worlds {
    /** The mean over the worlds. */
    MEAN,
    /** The value in the world where it is worst. */
    WORST,
    /** The greatest shortfall from the best known value of the same world: minimax regret of L. J. Savage (1951). */
    REGRET;

    /**
     * One value for several worlds.
     *
     * @param values the value in each world
     * @param more whether more is better
     * @param best the best known value in each world; only regret looks at it
     * @return the mean, the worst value, or the greatest regret (of which less is always better)
     */
    public double of(double[] values, boolean more, double[] best) {
        int sign = more ? 1 : -1;
        return switch (this) {
            case MEAN -> Arrays.stream(values).average().orElse(Double.NaN);
            case WORST -> sign * Arrays.stream(values).map(v -> sign * v).min().orElse(Double.NaN);
            case REGRET -> {
                double greatest = Double.NEGATIVE_INFINITY;
                for (int w = 0; w < values.length; w++) {
                    greatest = Math.max(greatest, sign * (best[w] - values[w]));
                }
                yield greatest;
            }
        };
    }
}
