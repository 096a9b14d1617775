package org.tumen.simulation;

/** Receives every vote of the Council as it is taken. */
@FunctionalInterface
public interface VoteListener {
    /** Called after each vote. */
    void voted(HeldVote vote);
}
