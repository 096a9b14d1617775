package org.tumen.world;

import org.tumen.words.Texts;

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
    /** The seller launches nothing. */
    REFRAIN,
    /** The seller launches a missile. */
    LAUNCH,
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
    /** A warner announces sanctions of its own and prepares them. */
    SANCTION,
    /** An ally keeps what it saw of the deal to itself. */
    WITHHOLD,
    /** An ally discloses what it saw of the deal. */
    DISCLOSE,
    /** An ally imposes no sanctions of its own. */
    STAND_BY,
    /** An ally imposes a package of sanctions of its own. */
    IMPOSE,
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
        return Texts.key(this);
    }
}
