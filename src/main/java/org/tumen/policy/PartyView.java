package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.Stage;

/** What a party to the deal knows of it, whichever side it is on. */
public interface PartyView extends View {
    /** The risk that exposure carries for both sides, ρ_b, 0 and above, as the week began. */
    double risk();

    /** Depth of the trade, 0 (munitions) to 3 (troops). */
    int depth();

    Stage stage();

    /** Its own standing stance in the deal: proceed or pause. */
    Action stance();
}
