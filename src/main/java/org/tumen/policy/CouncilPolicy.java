package org.tumen.policy;

import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.world.Action;
import org.tumen.world.Member;
import org.tumen.world.Vote;

/** A policy of the Council: what the penholder tables and, where the policy says so, how members vote. */
public interface CouncilPolicy extends Policy<CouncilView> {
    /**
     * A member's vote where the policy fixes it.
     *
     * @param view what the penholder knows
     * @param mandate true for a vote on the panel's mandate, false for a draft or statement
     * @return the vote, or null when the member votes by the spatial model
     */
    default @Nullable Vote vote(CouncilView view, Member member, boolean mandate) {
        return null;
    }

    /** How members vote, as {@link CouncilPolicy#vote}. */
    @FunctionalInterface
    interface Votes {
        @Nullable
        Vote vote(CouncilView view, Member member, boolean mandate);
    }

    /** A policy that tables by one rule and votes by another. */
    static CouncilPolicy of(Policy<CouncilView> drafts, Votes votes) {
        return new CouncilPolicy() {
            @Override
            public Action decide(CouncilView view, Choice choice) {
                return drafts.decide(view, choice);
            }

            @Override
            public @Nullable Vote vote(CouncilView view, Member member, boolean mandate) {
                return votes.vote(view, member, mandate);
            }

            @Override
            public void keepNumbers(String path, NumberPlaces numbers) {
                drafts.keepNumbers(path, numbers);
            }
        };
    }
}
