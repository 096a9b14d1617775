package org.tumen.world;

import java.util.Locale;

/** What an actor can answer to a {@link Question}. */
public enum Action {
    /** The seller makes no offer. */
    WAIT,
    /** The seller offers arms. */
    PROPOSE,
    /** The buyer turns an offer down. */
    DECLINE,
    /** The buyer takes an offer up: talks begin. */
    ACCEPT,
    /** A side of a deal goes on with it. */
    PROCEED,
    /** A side of a deal holds it up. */
    PAUSE,
    /** A side of a deal leaves it. */
    QUIT,
    /** The seller launches nothing this week. */
    REFRAIN,
    /** The seller tests a missile. */
    TEST,
    /** A warner says nothing. */
    HOLD,
    /** A warner appeals for dialogue. */
    APPEAL,
    /** A warner states its concern. */
    CONCERN,
    /** A warner threatens consequences. */
    WARN,
    /** A warner refers the matter to the Council. */
    REFER,
    /** A warner imposes unilateral sanctions. */
    SANCTION,
    /** The Council's penholder tables nothing. */
    TABLE_NOTHING,
    /** The penholder seeks a presidential statement. */
    TABLE_STATEMENT,
    /** The penholder tables a mild draft resolution. */
    TABLE_MILD,
    /** The penholder tables a firm draft resolution. */
    TABLE_FIRM,
    /** The penholder tables a strong draft resolution. */
    TABLE_STRONG;

    /** The name as scenario files and tables write it, in snake_case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
