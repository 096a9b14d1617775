package org.tumen.world;

import org.jspecify.annotations.Nullable;
import org.tumen.words.Texts;

/**
 * The kinds of events, with their codes in CAMEO (Conflict and Mediation Event Observations) and weights on the
 * Goldstein scale (-10 most hostile, +10 most cooperative).
 *
 * <p>Sources: P. A. Schrodt, "CAMEO: Conflict and Mediation Event Observations, Event and Actor Codebook", version
 * 1.1b3 (2012), for codes and their descriptions; the intensity values published with the ICEWS event data
 * (doi:10.7910/DVN/28075) for the weights, and for code 150, which that sample lacks, the Goldstein table that GDELT
 * publishes. Kinds without a code are acts of the model that event data do not record as such.
 */
public enum EventKind {
    /** Seller and buyer begin to talk. */
    TALKS("046", "Engage in negotiation", 7.0),
    /** Seller and buyer agree on terms. */
    AGREEMENT("050", "Engage in diplomatic cooperation", 3.5),
    /** Seller and buyer strike terms again before the volume runs out. */
    EXTENSION("050", "Engage in diplomatic cooperation", 3.5),
    /** Seller and buyer announce their deal. */
    ANNOUNCEMENT("057", "Sign formal agreement", 8.0),
    /** A lot is delivered. */
    SHIPMENT("072", "Provide military aid", 8.3),
    /** The trade deepens to ballistic missiles. */
    MISSILES("072", "Provide military aid", 8.3),
    /** The trade deepens to a treaty. */
    TREATY("057", "Sign formal agreement", 8.0),
    /** The trade deepens to troops. */
    TROOPS("072", "Provide military aid", 8.3),
    /** The last lot has been delivered: the deal is completed. */
    COMPLETION(null, "Complete deal", 0),
    /** One side leaves the talks. */
    TALKS_ENDED(null, "Leave talks", 0),
    /** One side leaves an agreed deal. */
    ABANDONMENT("160", "Reduce relations", -4.0),
    /** A missile of lesser reach is launched. */
    MINOR_LAUNCH("150", "Demonstrate military power", -7.2),
    /** An intercontinental missile or a satellite is launched, or a nuclear device tested. */
    MAJOR_LAUNCH("150", "Demonstrate military power", -7.2),
    /** An ally discloses what it saw of the deal. */
    DISCLOSURE("090", "Investigate", -2.0),
    /** The panel or the coalition reports on the deal. */
    REPORT("090", "Investigate", -2.0),
    /** The deal becomes known for certain. */
    REVELATION("090", "Investigate", -2.0),
    /** A warner appeals for dialogue. */
    APPEAL("022", "Appeal for diplomatic cooperation", 3.4),
    /** A warner states concern. */
    CONCERN("111", "Criticize or denounce", -2.0),
    /** A warner warns. */
    WARNING("1312", "Threaten with sanctions", -5.8),
    /** A warner refers the matter to the Council. */
    REFERRAL(null, "Refer to the Security Council", 0),
    /** A warner puts a package of sanctions in preparation. */
    PREPARATION(null, "Prepare sanctions", 0),
    /** A warner executes a package of sanctions. */
    PACKAGE("163", "Impose embargo, boycott, or sanctions", -8.0),
    /** An ally executes a package of sanctions. */
    ALLY_PACKAGE("163", "Impose embargo, boycott, or sanctions", -8.0),
    /** The Council adopts a resolution with sanctions. */
    RESOLUTION("163", "Impose embargo, boycott, or sanctions", -8.0),
    /** A permanent member vetoes a draft resolution. */
    VETO("129", "Veto", -5.0),
    /** A draft resolution falls short of nine votes. */
    SHORT_VOTE(null, "Draft falls short of nine votes", 0),
    /** The Council agrees a presidential statement. */
    STATEMENT(null, "Agree presidential statement", 0),
    /** A presidential statement is blocked. */
    STATEMENT_BLOCKED(null, "Block presidential statement", 0),
    /** The Council deliberates and tables nothing. */
    NOTHING_TABLED(null, "Table nothing", 0),
    /** The expert panel's mandate is renewed. */
    MANDATE_RENEWED(null, "Renew mandate of the expert panel", 0),
    /** The renewal of the expert panel's mandate fails. */
    MANDATE_FAILED(null, "Fail to renew mandate of the expert panel", 0),
    /** The expert panel ends. */
    PANEL_ENDED(null, "Expert panel ends", 0),
    /** States form a coalition that monitors in its place. */
    COALITION_FORMED(null, "Form monitoring coalition", 0),
    /** A dialogue opens. */
    DIALOGUE_OPENED("040", "Consult", 1.0),
    /** The dialogue ends. */
    DIALOGUE_ENDED("160", "Reduce relations", -4.0),
    /** A shock to regional tension from outside the model. */
    SHOCK(null, "External shock to tension", 0),
    /** An armed incident during a crisis. */
    INCIDENT("190", "Use conventional military force", -10.0);

    private final String cameo;
    private final String description;
    private final double goldstein;

    EventKind(@Nullable String cameo, String description, double goldstein) {
        this.cameo = cameo == null ? "" : cameo;
        this.description = description;
        this.goldstein = goldstein;
    }

    /** The CAMEO code, or an empty string where the kind has none. */
    public String cameo() {
        return cameo;
    }

    /** CAMEO's description of the code, or the model's of the kind. */
    public String description() {
        return description;
    }

    /** The Goldstein weight, -10 to 10; 0 where the kind has no code. */
    public double goldstein() {
        return goldstein;
    }

    /** The name as tables write it. */
    public String key() {
        return Texts.key(this);
    }
}
