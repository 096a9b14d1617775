package org.tumen.world;

/** How a member of the Council votes. */
public enum Vote {
    /** For the draft. */
    YES,
    /** Neither for nor against; no veto. */
    ABSTAIN,
    /** Against the draft; a veto when a permanent member casts it. */
    NO
}
