package org.tumen.analysis.vote;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.tumen.world.Member;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import org.tumen.world.history.CouncilVote;
import org.tumen.world.history.History;
import org.tumen.world.history.Launch;

/**
 * A draft with what the model needs to know of it, and how members voted.
 *
 * @param symbol document symbol
 * @param year date as a calendar year with fraction
 * @param strength strength of the draft, 0 to 1
 * @param testHeat heat of recent tests, 0 to 1
 * @param suspicion public suspicion of the deal, 0 to 1
 * @param members the members
 * @param votes their votes, in the same order
 * @param result what the vote came to
 */
public record Draft(
        String symbol,
        double year,
        double strength,
        double testHeat,
        double suspicion,
        List<Member> members,
        List<Vote> votes,
        VoteResult result) {
    /** What a test adds to the heat, as in the model's default. */
    private static final double HEAT_OF_A_TEST = .25;

    /** What is left of the heat after a week, as in the model's default. */
    private static final double WEEKLY_DECAY = .85;

    private static final Map<String, Double> ALIGNMENT = Map.of("RUS", 1.0, "CHN", .9);
    private static final String BUYER = "RUS";

    /** Copies its lists. */
    public Draft {
        members = List.copyOf(members);
        votes = List.copyOf(votes);
    }

    /** The drafts of the public record, in order of date. */
    public static List<Draft> ofRecord() {
        return History.votes().stream().map(Draft::of).toList();
    }

    private static Draft of(CouncilVote vote) {
        List<Member> members = vote.roster().members();
        double year = vote.date().getYear()
                + (vote.date().getDayOfYear() - 1.0) / vote.date().lengthOfYear();
        return new Draft(
                vote.symbol(),
                year,
                vote.strength(),
                testHeat(History.launches(), vote.date()),
                vote.suspicion(),
                members,
                members.stream().map(vote::of).toList(),
                vote.result());
    }

    /**
     * Heat of recent tests on a day: .25 for each launch event or nuclear test before it, worn down by 15 % a week, cut
     * at 1. The model counts one test a week at most; the record may hold several.
     */
    public static double testHeat(List<Launch> launches, LocalDate day) {
        double heat = 0;
        for (Launch launch : launches) {
            long days = ChronoUnit.DAYS.between(launch.date(), day);
            if (days > 0 && launch.kind() != Launch.Kind.OTHER) {
                heat += HEAT_OF_A_TEST * Math.pow(WEEKLY_DECAY, days / 7.0);
            }
        }
        return Math.min(1, heat);
    }

    /** How far a member sides with the buyer: Russia 1, China .9, others 0, as in the model. */
    public static double alignment(Member member) {
        return ALIGNMENT.getOrDefault(member.iso3(), 0.0);
    }

    /** Whether the member is the buyer. */
    public static boolean isBuyer(Member member) {
        return member.iso3().equals(BUYER);
    }
}
