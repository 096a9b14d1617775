package org.tumen.draw;

/**
 * Elementary functions whose last bit is the same on every virtual machine and processor.
 *
 * <p>{@link Math#exp} and {@link Math#log} may be replaced by intrinsics that differ in the last bit; {@link StrictMath}
 * is specified to return the results of fdlibm exactly.
 */
public final class PortableMath {
    private PortableMath() {}

    /** e to the power x. */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /** The natural logarithm. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** x to the power y. */
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /** The logistic function 1/(1 + e⁻ˣ). */
    public static double logistic(double x) {
        return 1 / (1 + exp(-x));
    }
}
