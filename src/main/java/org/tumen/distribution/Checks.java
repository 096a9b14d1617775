package org.tumen.distribution;

import java.math.BigDecimal;

/** Checks that return their value, with messages that say what is allowed. */
public final class Checks {
    /** The nearest a unit number comes to 0 or 1 before an unbounded quantile function sees it. */
    private static final double EDGE = 0x1.0p-53;

    private Checks() {}

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, not " + value);
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be above 0 and finite, not " + value);
        }
        return value;
    }

    static void ordered(double lower, double upper) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("from must be below to, and they are " + lower + " and " + upper);
        }
    }

    public static int atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value);
        }
        return value;
    }

    static double unit(double u) {
        if (!(u >= 0 && u <= 1)) {
            throw new IllegalArgumentException("a point of the unit cube has coordinates from 0 to 1, not " + u);
        }
        return u;
    }

    /** A unit number kept off 0 and 1, for quantile functions that are infinite there. */
    static double inside(double u) {
        return Math.max(EDGE, Math.min(1 - EDGE, unit(u)));
    }

    /** A number as files hold it, without an exponent. */
    static String text(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
