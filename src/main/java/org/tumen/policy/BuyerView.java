package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.Stage;

/** What the buyer knows: the public record, its own need and its own deal. */
public interface BuyerView extends View {
    /** Need of munitions, n, 0..1. */
    double need();

    /** Pressure of the unilateral sanctions in force on the buyer, Q, 0..1. */
    double pressure();

    /** The stage of the deal. */
    Stage stage();

    /** The buyer's standing stance in the deal: proceed or pause. */
    Action stance();
}
