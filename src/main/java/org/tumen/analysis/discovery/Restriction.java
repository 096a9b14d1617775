package org.tumen.analysis.discovery;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a box asks of one factor: an interval, or for a categorical factor a set of values.
 *
 * @param lower the least value inside, −∞ for no limit
 * @param upper the greatest value inside, +∞ for no limit
 * @param allowed the values inside, for a restricted categorical factor; else null
 */
public record Restriction(
        double lower, double upper, @Nullable Set<Double> allowed) {
    /** No restriction. */
    public static final Restriction NONE = new Restriction(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, null);

    /** Only these values. */
    public static Restriction to(Set<Double> allowed) {
        return new Restriction(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, new TreeSet<>(allowed));
    }

    /** The same with another lower limit. */
    public Restriction above(double limit) {
        return new Restriction(limit, upper, allowed);
    }

    /** The same with another upper limit. */
    public Restriction below(double limit) {
        return new Restriction(lower, limit, allowed);
    }

    /** What both restrictions allow. */
    public Restriction and(Restriction other) {
        Set<Double> both = allowed;
        if (other.allowed != null) {
            both = new TreeSet<>(other.allowed);
            if (allowed != null) {
                both.retainAll(allowed);
            }
        }
        return new Restriction(Math.max(lower, other.lower), Math.min(upper, other.upper), both);
    }

    /** Whether a value is inside. */
    public boolean contains(double value) {
        return value >= lower && value <= upper && (allowed == null || allowed.contains(value));
    }

    /** Whether it restricts anything. */
    public boolean restricts() {
        return lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY || allowed != null;
    }
}
