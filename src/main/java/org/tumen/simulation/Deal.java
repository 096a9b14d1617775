package org.tumen.simulation;

import org.tumen.world.Action;
import org.tumen.world.Stage;

/** The deal between seller and buyer; at most one is live. */
final class Deal {
    /** The number of no deal. */
    static final int NO_DEAL = 0;

    Stage stage = Stage.NONE;
    Action sellerStance = Action.PROCEED;
    Action buyerStance = Action.PROCEED;

    /** Deals are numbered from 1 in a run. */
    int number;

    /** Weeks after the week of agreement in which both sides proceeded. */
    int preparedWeeks;

    /** Agreed volume and what remains of it, in units of 10,000 containers. */
    double volume;

    double remaining;

    /** Share of the payment made in technology. */
    double technology;

    /** True when the deal is known for certain. */
    boolean revealed;

    /** The lot shipped this week; 0 when none was. */
    double lot;

    void reset(Stage start) {
        number = 0;
        lot = 0;
        technology = 0;
        end();
        if (start == Stage.TALKS) {
            begin();
        }
    }

    void begin() {
        number++;
        stage = Stage.TALKS;
        sellerStance = Action.PROCEED;
        buyerStance = Action.PROCEED;
        preparedWeeks = 0;
        volume = 0;
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

    /** The number of the live deal, or {@link #NO_DEAL}. */
    int liveNumber() {
        return live() ? number : NO_DEAL;
    }

    boolean bothProceed() {
        return sellerStance == Action.PROCEED && buyerStance == Action.PROCEED;
    }
}
