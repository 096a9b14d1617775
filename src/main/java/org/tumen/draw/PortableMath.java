package org.tumen.draw;

import org.apache.commons.math3.util.FastMath;

/**
 * Elementary functions whose last bit is the same on every virtual machine and processor.
 *
 * <p>{@link Math#exp} and {@link Math#log} may be replaced by intrinsics that differ in the last bit. {@link StrictMath} is
 * specified to the bit, and Commons Math's FastMath is written in plain Java arithmetic; both are portable. The
 * exponential, which the model calls most, has a table-driven form of its own that costs about a third of StrictMath's.
 */
public final class PortableMath {
    private static final int STEPS = 64;
    private static final double STEPS_PER_LN2 = STEPS / 0.6931471805599453;
    /** ln 2 / 64 in two parts; the first has enough trailing zeros for its products with step counts to be exact. */
    private static final double STEP_HIGH =
            Double.longBitsToDouble(Double.doubleToRawLongBits(0.6931471805599453 / STEPS) & 0xFFFFFFFFF8000000L);

    private static final double STEP_LOW = (0.6931471805599453 / STEPS - STEP_HIGH) + 2.3190468138462996e-17 / STEPS;
    /** Adding and subtracting it rounds a small number to the nearest integer. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double SAFE = 700;
    private static final long[] POWERS = powersOfTwo();

    private PortableMath() {}

    private static long[] powersOfTwo() {
        long[] powers = new long[STEPS];
        for (int j = 0; j < STEPS; j++) {
            powers[j] = Double.doubleToRawLongBits(StrictMath.pow(2, (double) j / STEPS));
        }
        return powers;
    }

    /**
     * e to the power x, within two units in the last place of StrictMath.
     *
     * <p>Source: P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point
     * arithmetic", ACM Transactions on Mathematical Software 15 (1989) 144–157: x = (64m + j)·ln2/64 + r, and eˣ = 2ᵐ ·
     * 2^(j/64) · eʳ with a polynomial for eʳ − 1. Deviations: 64 steps instead of 32, a Taylor polynomial of fifth degree
     * (its remainder is below 5·10⁻¹⁷), table entries without a correction term. Beyond ±700, StrictMath.
     */
    public static double exp(double x) {
        if (!(Math.abs(x) < SAFE)) {
            return StrictMath.exp(x);
        }
        double rounded = x * STEPS_PER_LN2 + ROUNDER;
        long steps = Double.doubleToRawLongBits(rounded);
        double count = rounded - ROUNDER;
        double r = (x - count * STEP_HIGH) - count * STEP_LOW;
        double square = r * r;
        double growth = r + square * (0.5 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120));
        // The low bits of the rounded double hold the step count; its upper part is the power of two.
        int k = (int) steps;
        double scale = Double.longBitsToDouble(POWERS[k & (STEPS - 1)] + ((long) (k >> 6) << 52));
        return scale + scale * growth;
    }

    /** The natural logarithm (FastMath). */
    public static double log(double x) {
        return FastMath.log(x);
    }

    /** x to the power y (FastMath). */
    public static double pow(double x, double y) {
        return FastMath.pow(x, y);
    }

    /** The logistic function 1/(1 + e⁻ˣ). */
    public static double logistic(double x) {
        return 1 / (1 + exp(-x));
    }
}
