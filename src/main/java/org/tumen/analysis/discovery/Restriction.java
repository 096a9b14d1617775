package org.tumen.analysis.discovery;

/**
 * What a box asks of one factor.
 *
 * @param lower the least value inside, −∞ for no limit
 * @param upper the greatest value inside, +∞ for no limit
 */
public record Restriction(double lower, double upper) {
    public static final Restriction NONE = new Restriction(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The same with another lower limit. */
    public Restriction above(double limit) {
        return new Restriction(limit, upper);
    }

    /** The same with another upper limit. */
    public Restriction below(double limit) {
        return new Restriction(lower, limit);
    }

    /** What both restrictions allow. */
    public Restriction and(Restriction other) {
        return new Restriction(Math.max(lower, other.lower), Math.min(upper, other.upper));
    }

    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    public boolean restricts() {
        return lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY;
    }
}
