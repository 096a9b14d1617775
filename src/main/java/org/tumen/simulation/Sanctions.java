package org.tumen.simulation;

import java.util.Arrays;
import org.tumen.world.Clamp;

/** The measures in force, and the pressure that they put on seller and buyer together. */
final class Sanctions {
    private double[] severity = new double[16];
    private double[] enforcement = new double[16];
    private boolean[] alsoOnBuyer = new boolean[16];
    private int count;
    private double onSeller;
    private double onBuyer;

    void clear() {
        count = 0;
    }

    /**
     * Adds a measure on the seller.
     *
     * @param itLiesOnBuyer true for a unilateral measure, which lies on the buyer too
     */
    void add(double itsSeverity, double itsEnforcement, boolean itLiesOnBuyer) {
        if (count == severity.length) {
            severity = Arrays.copyOf(severity, 2 * count);
            enforcement = Arrays.copyOf(enforcement, 2 * count);
            alsoOnBuyer = Arrays.copyOf(alsoOnBuyer, 2 * count);
        }
        severity[count] = clamp(itsSeverity);
        enforcement[count] = clamp(itsEnforcement);
        alsoOnBuyer[count] = itLiesOnBuyer;
        count++;
    }

    /** Evasion wears every measure down by the same factor. */
    void wear(double factor) {
        for (int i = 0; i < count; i++) {
            enforcement[i] *= factor;
        }
    }

    /** Takes P and Q: one minus the product of what each measure on the seller, or on the buyer, leaves. */
    void takePressure() {
        double leftToSeller = 1;
        double leftToBuyer = 1;
        for (int i = 0; i < count; i++) {
            double left = 1 - severity[i] * enforcement[i];
            leftToSeller *= left;
            if (alsoOnBuyer[i]) {
                leftToBuyer *= left;
            }
        }
        onSeller = 1 - leftToSeller;
        onBuyer = 1 - leftToBuyer;
    }

    /** P as last taken. */
    double onSeller() {
        return onSeller;
    }

    /** Q as last taken. */
    double onBuyer() {
        return onBuyer;
    }

    private static double clamp(double x) {
        return Clamp.share(x);
    }
}
