package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.Stage;

/** What the seller knows: the public record, its own economy, its own deal, and how divided the Council is. */
public interface SellerView extends View {
    /** Economic hardship, h, 0..1. */
    double hardship();

    /** Pressure of the sanctions in force on the seller, P, 0..1. */
    double pressure();

    /** Rivalry among the Council's permanent members, 0..1. */
    double rivalry();

    /** The stage of the deal. */
    Stage stage();

    /** The seller's standing stance in the deal: proceed or pause. */
    Action stance();
}
