package org.tumen.ballot;

import java.time.LocalDate;
import java.util.List;
import org.tumen.world.Roster;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import org.tumen.world.history.CouncilVote;
import org.tumen.world.history.History;

/**
 * A recorded vote in the terms of the model.
 *
 * @param strength y of the draft, 0 to 1
 * @param provocation K' before it, 0 to 1
 * @param exposure X, how publicly the trade was suspected, 0 to 1
 * @param votes how members voted, in the order of the roster
 */
public record RollCall(
        String symbol,
        LocalDate date,
        Roster roster,
        double strength,
        double provocation,
        double exposure,
        List<Vote> votes,
        VoteResult result) {
    /** K' of a draft of sanctions, which answers a major launch, and of a renewal. */
    private static final double PROVOKED = .8;

    private static final double UNPROVOKED = .1;

    /** @throws IllegalArgumentException when there is not one vote for each member */
    public RollCall {
        votes = List.copyOf(votes);
        if (votes.size() != roster.members().size()) {
            throw new IllegalArgumentException(symbol + ": " + votes.size() + " votes");
        }
    }

    /** The votes of the public record, in order of date. */
    public static List<RollCall> ofRecord() {
        return History.votes().stream().map(RollCall::of).toList();
    }

    private static RollCall of(CouncilVote vote) {
        return new RollCall(
                vote.symbol(),
                vote.date(),
                vote.roster(),
                vote.strength(),
                vote.kind() == CouncilVote.Kind.SANCTIONS ? PROVOKED : UNPROVOKED,
                vote.suspicion(),
                vote.roster().members().stream().map(vote::of).toList(),
                vote.result());
    }
}
