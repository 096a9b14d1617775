package org.tumen.ballot;

import org.tumen.draw.PortableMath;

/**
 * How the hidden rivalry g among the permanent members moves: at a constant rate a year it is drawn anew from a base
 * distribution, and else it stands. A Markov process in continuous time on six levels, whose transition over any gap
 * is exact: with probability 1 − exp(−rate · years) at least one draw fell into it, and the last decides.
 *
 * @param base π⁰, from which it is drawn
 * @param rate κ, draws a year, 0 or more
 */
public record Rivalry(LevelDistribution base, double rate) {
    /** Weeks that a year has on the model's calendar. */
    public static final double WEEKS_A_YEAR = 52;

    /** The model's defaults: π⁰ = (.5, .2, .12, .08, .06, .04), .05 a year. */
    public static final Rivalry DEFAULT = new Rivalry(LevelDistribution.of(.5, .2, .12, .08, .06, .04), .05);

    /** @throws IllegalArgumentException when the rate is negative or not finite */
    public Rivalry {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a rate is 0 or more, not " + rate);
        }
    }

    /** The probability k that rivalry is drawn anew within so many weeks, 0 or more. */
    public double moved(double weeks) {
        return 1 - PortableMath.exp(-rate * weeks / WEEKS_A_YEAR);
    }
}
