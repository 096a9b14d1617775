package org.tumen.simulation;

import org.tumen.world.Action;
import org.tumen.world.Stage;

/** The deal between seller and buyer; at most one is live. Depth, openness and technology share outlast it. */
final class Deal {
    /** The number of no deal. */
    static final int NO_DEAL = 0;

    /** The last step of depth: troops. */
    static final int DEEPEST = 3;

    private static final double GRAINS_PER_UNIT = 0x1.0p20;

    Stage stage = Stage.NONE;
    Action sellerStance = Action.PROCEED;
    Action buyerStance = Action.PROCEED;

    /** Deals are numbered from 1 in a run. */
    int number;

    /** The week of agreement; shipping begins later. */
    int agreedWeek;

    /** What remains of the volume, in units of volume. */
    double remaining;

    /** Share of the payment made in technology, x. */
    double technology;

    /** What the trade can carry in this run, Z. */
    double capacity;

    /** L: munitions, ballistic missiles, treaty, troops. */
    int depth;

    /** O, 0..1. */
    double openness;

    /** True once a deal has been announced in this run. */
    boolean announced;

    /** True when the deal is known for certain. */
    boolean revealed;

    /** The lot shipped this week; 0 when none was. */
    double lot;

    /** A volume in multiples of 2⁻²⁰, so that sums of lots are exact. */
    static double exact(double volume) {
        return Math.rint(volume * GRAINS_PER_UNIT) / GRAINS_PER_UNIT;
    }

    void reset() {
        number = 0;
        lot = 0;
        technology = 0;
        depth = 0;
        openness = 0;
        announced = false;
        end();
    }

    void begin() {
        number++;
        stage = Stage.TALKS;
        sellerStance = Action.PROCEED;
        buyerStance = Action.PROCEED;
        remaining = 0;
        revealed = false;
    }

    void end() {
        stage = Stage.NONE;
        revealed = false;
        remaining = 0;
    }

    boolean live() {
        return stage != Stage.NONE;
    }

    /** Whether terms stand. */
    boolean standing() {
        return stage == Stage.AGREED || stage == Stage.SHIPPING;
    }

    /** The number of the live deal, or {@link #NO_DEAL}. */
    int liveNumber() {
        return live() ? number : NO_DEAL;
    }

    boolean bothProceed() {
        return sellerStance == Action.PROCEED && buyerStance == Action.PROCEED;
    }
}
