package org.tumen.simulation;

import java.util.Arrays;

/** The measures in force, and the pressure that they put on seller and buyer together. */
final class Sanctions {
    private double[] severity = new double[16];
    private double[] enforcement = new double[16];
    private boolean[] onBuyer = new boolean[16];
    private int count;

    void clear() {
        count = 0;
    }

    /**
     * Adds a measure on the seller.
     *
     * @param alsoOnBuyer true for a unilateral measure, which lies on the buyer too
     */
    void add(double itsSeverity, double itsEnforcement, boolean alsoOnBuyer) {
        if (count == severity.length) {
            severity = Arrays.copyOf(severity, 2 * count);
            enforcement = Arrays.copyOf(enforcement, 2 * count);
            onBuyer = Arrays.copyOf(onBuyer, 2 * count);
        }
        severity[count] = clamp(itsSeverity);
        enforcement[count] = clamp(itsEnforcement);
        onBuyer[count] = alsoOnBuyer;
        count++;
    }

    /** Evasion wears every measure down by the same factor. */
    void wear(double factor) {
        for (int i = 0; i < count; i++) {
            enforcement[i] *= factor;
        }
    }

    /** P: one minus the product of what each measure leaves. */
    double pressureOnSeller() {
        double left = 1;
        for (int i = 0; i < count; i++) {
            left *= 1 - severity[i] * enforcement[i];
        }
        return 1 - left;
    }

    /** Q: the same over the measures that lie on the buyer. */
    double pressureOnBuyer() {
        double left = 1;
        for (int i = 0; i < count; i++) {
            if (onBuyer[i]) {
                left *= 1 - severity[i] * enforcement[i];
            }
        }
        return 1 - left;
    }

    private static double clamp(double x) {
        return Clamp.share(x);
    }
}
