package org.tumen.analysis.discovery;

/**
 * How patient PRIM is.
 *
 * @param peel the share of the points inside that one peel takes away, between 0 and 0.5; 0.05 to 0.1 is usual
 * @param paste the share that one paste adds, between 0 and 0.5
 * @param leastMass the share of all points below which no box is peeled, between 0 and 1
 */
public record PrimSettings(double peel, double paste, double leastMass) {
    /** @throws IllegalArgumentException when a share is out of range */
    public PrimSettings {
        if (!(peel > 0 && peel < 0.5) || !(paste > 0 && paste < 0.5) || !(leastMass > 0 && leastMass < 1)) {
            throw new IllegalArgumentException("peel and paste lie between 0 and 0.5, the least mass between 0 and 1; "
                    + "given were " + peel + ", " + paste + " and " + leastMass);
        }
    }
}
