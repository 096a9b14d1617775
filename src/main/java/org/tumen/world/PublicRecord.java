package org.tumen.world;

/** What every actor can see of the world's public side. */
public interface PublicRecord {
    /** Diplomatic pressure from statements, H, 0 to its cap. */
    double heat();

    /** The credibility of the speakers, weighted by their shares of the heat, 0..1; 0 when there is none. */
    double speakersCredibility();

    /** The threat that the heat carries, τ: credibility times heat, the latter cut at 1. */
    double threat();

    /** Offers of dialogue, D, 0..1. */
    double appeal();

    /** Published evidence of a deal, E, 0..1. */
    double evidence();

    /** How publicly suspected a deal is, X, 0..1. */
    double exposure();

    /** Echo of recent missile tests, K, 0 and above. */
    double testHeat();

    /** Regional tension, T, an index 0..100. */
    double tension();

    /** The tension to which the region returns, T̄. */
    double tensionMean();

    /** The seller's missile and nuclear capability, A, an index 0..100. */
    double arsenal();

    /** The standing of the sanctions regime, R, an index 0..100. */
    double integrity();

    /** True while the region is in crisis. */
    boolean crisis();

    /** True while the expert panel's mandate is in force. */
    boolean panelInForce();

    /** True when a missile was tested this week. */
    boolean testThisWeek();

    /** True when a deal is known for certain and shipments go on. */
    boolean shipmentsRevealed();
}
