package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.Stage;

/** What the buyer knows: the public record, its own need and its own deal. */
public interface BuyerView extends View {
    /** Need of munitions, n, 0..1. */
    double need();

    /** The risk that exposure carries for both sides, ρ_b, 0 and above, as the week began. */
    double risk();

    /** Depth of the trade, 0 (munitions) to 3 (troops). */
    int depth();

    /** The stage of the deal. */
    Stage stage();

    /** The buyer's standing stance in the deal: proceed or pause. */
    Action stance();
}
