package org.tumen.world.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/**
 * A recorded vote of the Council. Members' positions follow from the tally, from the members that the sources name as
 * voting against or abstaining, and from the membership of the year.
 *
 * @param symbol United Nations document symbol of the resolution or the draft
 * @param kind renewal of the expert panel's mandate, or sanctions
 * @param strength the program's coding of the draft's strength, 0 to 1
 * @param suspicion the program's coding of the public suspicion of the deal with Russia, 0 to 1
 * @param tally the votes as the source counts them
 * @param roster the members of the year
 * @param triggered the day of the test that set the draft off; null for a scheduled renewal
 */
public record CouncilVote(
        String symbol,
        LocalDate date,
        Kind kind,
        double strength,
        double suspicion,
        Tally tally,
        Set<String> noes,
        Set<String> abstentions,
        Roster roster,
        @Nullable LocalDate triggered,
        Provenance provenance) {
    /** What a draft asks. */
    public enum Kind {
        /** Renewal of the Panel of Experts. */
        RENEWAL,
        /** Condemnation, listings or sanctions. */
        SANCTIONS
    }

    /** A count of votes. */
    public record Tally(int yes, int no, int abstain) {}

    /** @throws IllegalArgumentException when the tally disagrees with the members named, or a name is no member */
    public CouncilVote {
        if (tally.yes() + tally.no() + tally.abstain() != Roster.SIZE
                || tally.no() != noes.size()
                || tally.abstain() != abstentions.size()) {
            throw new IllegalArgumentException(symbol + ": the tally disagrees with the members named");
        }
        List<String> members = roster.members().stream().map(Member::iso3).toList();
        if (!members.containsAll(noes) || !members.containsAll(abstentions)) {
            throw new IllegalArgumentException(symbol + ": a member named did not sit on the Council that year");
        }
    }

    /** How a member voted. */
    public Vote of(Member member) {
        if (noes.contains(member.iso3())) {
            return Vote.NO;
        }
        return abstentions.contains(member.iso3()) ? Vote.ABSTAIN : Vote.YES;
    }

    /** What the vote came to. */
    public VoteResult result() {
        int vetoes = (int) roster.members().stream()
                .filter(member -> member.permanent() && noes.contains(member.iso3()))
                .count();
        return VoteResult.of(tally.yes(), vetoes);
    }
}
