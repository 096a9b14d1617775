package org.tumen.simulation;

/** Is told of every vote of the Council as it is taken. */
@FunctionalInterface
public interface VoteListener {
    /** Called after each vote. */
    void voted(HeldVote vote);
}
