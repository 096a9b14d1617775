package org.tumen.world;

/**
 * Keeps states within their ranges: {@link Math#min} and {@link Math#max} with a constant, to the bit (a negative zero
 * becomes zero, not-a-number stays).
 *
 * <p>Why not those: on processors with AVX the virtual machine compiles them to a chain of comparisons and blends that
 * every value has to pass, and states pass them on the way from week to week. A branch is foreseen by the processor.
 */
public final class Clamp {
    private static final double MOST = 100;

    private Clamp() {}

    /** Within 0..1. */
    public static double share(double x) {
        return x <= 0 ? 0 : atMostOne(x);
    }

    /** Within 0..100. */
    public static double index(double x) {
        return x <= 0 ? 0 : x >= MOST ? MOST : x;
    }

    /** The value, or 1 where it is more. */
    public static double atMostOne(double x) {
        return x >= 1 ? 1 : x;
    }

    /** The value, or 0 where it is less. */
    public static double positivePart(double x) {
        return x <= 0 ? 0 : x;
    }

    /** The greater of two values that are numbers other than negative zero. */
    public static double greater(double a, double b) {
        return b > a ? b : a;
    }

    /** The lesser of two values that are numbers other than negative zero. */
    public static double lesser(double a, double b) {
        return b < a ? b : a;
    }
}
