package org.tumen.simulation;

import java.util.Map;
import org.tumen.ballot.Chamber;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.policy.CouncilPolicy;
import org.tumen.policy.CouncilView;
import org.tumen.words.Texts;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/** The members of one roster, each with its draws; holds the votes of the last roll call. */
final class Bench {
    /** What the members vote on; each has draws of its own. */
    enum Ballot {
        MANDATE,
        DRAFT
    }

    /** A member's draws, the same on every roster on which it sits. */
    record Seat(Stream mandate, Stream draft) {
        private static Seat of(String iso3, Streams streams) {
            return new Seat(register(iso3, Ballot.MANDATE, streams), register(iso3, Ballot.DRAFT, streams));
        }

        private static Stream register(String iso3, Ballot ballot, Streams streams) {
            return streams.register("member " + iso3, Texts.key(ballot) + "_vote");
        }

        Stream of(Ballot ballot) {
            return ballot == Ballot.MANDATE ? mandate : draft;
        }
    }

    final Chamber chamber;
    final Vote[] votes;
    private final Seat[] seats;

    /** The place of a permanent member that voted no, the first of several; -1 where none did. */
    private int vetoer;

    Bench(Chamber chamber, Streams streams, Map<String, Seat> known) {
        this.chamber = chamber;
        seats = new Seat[chamber.size()];
        votes = new Vote[chamber.size()];
        for (int i = 0; i < seats.length; i++) {
            String iso3 = chamber.member(i).iso3();
            seats[i] = known.computeIfAbsent(iso3, k -> Seat.of(k, streams));
            votes[i] = Vote.ABSTAIN;
        }
    }

    /** A roll call on the text that was put: members vote as the policy fixes it, else by the model at the true level. */
    VoteResult call(Ballot ballot, CouncilPolicy policy, CouncilView view, int level, Draws draws) {
        int yes = 0;
        int permanentNo = 0;
        vetoer = -1;
        for (int i = 0; i < votes.length; i++) {
            Vote fixed = policy.vote(view, chamber.member(i), ballot == Ballot.MANDATE);
            votes[i] = fixed != null ? fixed : chamber.vote(i, level, draws.uniform(seats[i].of(ballot), view.week()));
            if (votes[i] == Vote.YES) {
                yes++;
            } else if (votes[i] == Vote.NO && chamber.member(i).permanent()) {
                permanentNo++;
                vetoer = vetoer < 0 ? i : vetoer;
            }
        }
        return VoteResult.of(yes, permanentNo);
    }

    /** The permanent member that vetoed. */
    String vetoer() {
        if (vetoer < 0) {
            throw new IllegalStateException("nobody vetoed");
        }
        return chamber.member(vetoer).iso3();
    }
}
