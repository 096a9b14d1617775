package org.tumen.policy;

/** What the seller knows: the public record, its own economy and campaign, and its own deal. */
public interface SellerView extends PartyView {
    /** Economic hardship, h, 0..1. */
    double hardship();

    /** Pressure of the sanctions in force on the seller, P, 0..1. */
    double pressure();

    /** How far it is in a season of launching, c, in standard deviations. */
    double campaign();

    /** Share of the fear of exposure that the openness of the trade leaves, 0..1. */
    double hidden();
}
