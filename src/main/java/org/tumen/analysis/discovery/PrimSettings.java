package org.tumen.analysis.discovery;

/**
 * How patient PRIM is.
 *
 * @param peel the share of the points inside that one peel takes away, between 0 and 0.5; 0.05 to 0.1 is usual
 * @param paste the share that one paste adds, between 0 and 0.5
 * @param leastMass the share of all points below which no box is peeled, between 0 and 1
 * @param objective what the best peel is
 */
public record PrimSettings(double peel, double paste, double leastMass, Objective objective) {
    /** What the best peel is. */
    public enum Objective {
        /** The highest density of what is left: Friedman and Fisher's first choice. */
        DENSITY,
        /**
         * The highest gain of density per point taken away: fairer to factors with few values, whose peels are large
         * (their section on categorical variables, and the default of the EMA Workbench in kind).
         */
        GAIN_PER_POINT
    }

    /** Five per cent peels and pastes, at least five per cent of the points, gain per point. */
    public static final PrimSettings USUAL = new PrimSettings(0.05, 0.05, 0.05, Objective.GAIN_PER_POINT);

    /** @throws IllegalArgumentException when a share is out of range */
    public PrimSettings {
        if (!(peel > 0 && peel < 0.5) || !(paste > 0 && paste < 0.5) || !(leastMass > 0 && leastMass < 1)) {
            throw new IllegalArgumentException("peel and paste lie between 0 and 0.5, the least mass between 0 and 1; "
                    + "given were " + peel + ", " + paste + " and " + leastMass);
        }
    }
}
