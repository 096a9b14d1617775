package org.tumen.simulation;

/** Keeps states within their ranges. */
final class Clamp {
    private Clamp() {}

    /** Within 0..1. */
    static double share(double x) {
        return Math.min(1, Math.max(0, x));
    }

    /** Within 0..100. */
    static double index(double x) {
        return Math.min(100, Math.max(0, x));
    }
}
