package org.tumen.policy;

import org.jspecify.annotations.Nullable;
import org.tumen.world.Member;
import org.tumen.world.Vote;

/** A policy of the Council: what the penholder tables and, where the policy says so, how members vote. */
public interface CouncilPolicy extends Policy<CouncilView> {
    /**
     * A member's vote where the policy fixes it.
     *
     * @param view what the penholder knows
     * @param member who votes
     * @param mandate true for a vote on the panel's mandate, false for a draft or statement
     * @return the vote, or null when the member votes by the spatial model
     */
    default @Nullable Vote vote(CouncilView view, Member member, boolean mandate) {
        return null;
    }
}
