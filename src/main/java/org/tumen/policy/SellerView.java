package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.Stage;

/** What the seller knows: the public record, its own economy and campaign, and its own deal. */
public interface SellerView extends View {
    /** Economic hardship, h, 0..1. */
    double hardship();

    /** Pressure of the sanctions in force on the seller, P, 0..1. */
    double pressure();

    /** How far it is in a season of launching, c, in standard deviations. */
    double campaign();

    /** The risk that exposure carries for both sides, ρ_b, 0 and above, as the week began. */
    double risk();

    /** Share of the fear of exposure that the openness of the trade leaves, 0..1. */
    double hidden();

    /** Depth of the trade, 0 (munitions) to 3 (troops). */
    int depth();

    /** The stage of the deal. */
    Stage stage();

    /** The seller's standing stance in the deal: proceed or pause. */
    Action stance();
}
