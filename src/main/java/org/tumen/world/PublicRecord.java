package org.tumen.world;

/** What every actor can see of the world's public side. */
public interface PublicRecord {
    /** Diplomatic pressure from statements, H, 0 to its cap, as the trade and the dialogue last took it. */
    double heat();

    /** The credibility of the speakers, weighted by their shares of the heat, 0..1; 0 when there is none. */
    double speakersCredibility();

    /** The threat that the heat carries, τ: credibility times heat, the latter cut at 1. */
    double threat();

    /** Offers of dialogue, D, 0..1. */
    double appeal();

    /** Published evidence of a deal, E, 0..1. */
    double evidence();

    /** How publicly suspected the trade is, X, 0..1. */
    double exposure();

    /** Echo of recent launches, K, 0 and above. */
    double launchHeat();

    /** Mean of the public belief over the rivalry among the Council's permanent members, 0..1. */
    double rivalry();

    boolean dialogueOpen();

    /** Regional tension, T, an index 0..100. */
    double tension();

    /** The tension to which the region returns. */
    double tensionMean();

    /** The seller's missile and nuclear capability, A, an index 0..100. */
    double arsenal();

    /** The standing of the sanctions regime, R, an index 0..100. */
    double integrity();

    /** How far states carry the sanctions regime out, e, 0..1. */
    double enforcement();

    /** True while the region is in crisis. */
    boolean crisis();

    /** True while the expert panel is in force. */
    boolean panelInForce();

    /** True while a monitoring coalition is in force. */
    boolean coalitionInForce();

    /** True when the week has brought news: an announcement, a step of depth, a disclosure, a report, a major launch. */
    boolean news();

    /** True when a missile was launched this week. */
    boolean launchThisWeek();

    /** True when a major one was. */
    boolean majorLaunchThisWeek();

    /** Intensity of the allies' exercises in their seasons, 0..1. */
    double exercises();

    /** True in a week of exercises. */
    boolean exerciseWeek();

    /** True when a deal has been announced in this run. */
    boolean announced();

    /** True when a deal is known for certain and shipments go on. */
    boolean shipmentsRevealed();
}
