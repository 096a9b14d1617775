package org.tumen.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A closed interval of numbers, usually a confidence interval.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record Interval(double low, double high) {
    /** @throws IllegalArgumentException when an end is not a number or the ends are in the wrong order */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval runs from low to high, not from " + low + " to " + high);
        }
    }

    /** The interval of the given half-width around a centre. */
    public static Interval around(double centre, double halfWidth) {
        return new Interval(centre - halfWidth, centre + halfWidth);
    }

    /** The interval between two ends; null where they are none. */
    public static @Nullable Interval orNull(double low, double high) {
        return low <= high ? new Interval(low, high) : null;
    }

    /** That of the number with the other sign. */
    public Interval negated() {
        return new Interval(-high, -low);
    }

    /** The lower end; NaN where there is no interval. */
    public static double lowOf(@Nullable Interval interval) {
        return interval == null ? Double.NaN : interval.low;
    }

    /** The upper end; NaN where there is no interval. */
    public static double highOf(@Nullable Interval interval) {
        return interval == null ? Double.NaN : interval.high;
    }

    /** Whether a value lies in it, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether all of it lies within a distance of zero, the distance included. */
    public boolean within(double distance) {
        return -distance <= low && high <= distance;
    }

    /** Whether zero lies outside, so that the sign is settled. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** Half of the distance between the ends. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
