package org.tumen.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tumen.draw.Stream;
import org.tumen.scenario.Council;
import org.tumen.world.Roster;

/**
 * What the Council step expects of a vote outside a run: the same arithmetic as in a week, for a roster, a day and a state
 * of the public record that the caller names.
 */
public final class CouncilOdds {
    private final Council council;
    private final String buyerIso3;

    /**
     * The votes of a Council.
     *
     * @param council its parameters; its own roster is not used
     * @param buyerIso3 ISO 3166-1 alpha-3 code of the buyer
     */
    public CouncilOdds(Council council, String buyerIso3) {
        this.council = council;
        this.buyerIso3 = buyerIso3;
    }

    /**
     * What is known of a vote before it.
     *
     * @param roster who sits on the Council
     * @param day the day, on which the rivalry depends where it has a path through the years
     * @param strength of the text, 0 to 1
     * @param evidence published, 0 to 1
     * @param testHeat heat of recent tests; cut at 1
     * @param exposure how publicly the deal is suspected, 0 to 1
     */
    public record Vote(
            Roster roster, LocalDate day, double strength, double evidence, double testHeat, double exposure) {}

    /** For each member, in the order of the roster, the probabilities of yes, abstention and no. */
    public List<double[]> of(Vote vote) {
        Chamber chamber = expect(vote);
        List<double[]> votes = new ArrayList<>();
        for (int i = 0; i < chamber.size(); i++) {
            double yes = chamber.yes(i);
            double no = chamber.no(i);
            votes.add(new double[] {yes, Math.max(0, 1 - yes - no), no});
        }
        return votes;
    }

    /** The exact probability of adoption, as the penholder weighs it. */
    public double adoption(Vote vote) {
        return expect(vote).adoption();
    }

    private Chamber expect(Vote vote) {
        Stream[][] none = new Stream[Roster.SIZE][0];
        Chamber chamber = new Chamber(vote.roster, council, buyerIso3, none);
        chamber.rivalry(council.rivalryOn(vote.day));
        chamber.expect(vote.strength, vote.evidence, vote.testHeat, vote.exposure);
        return chamber;
    }
}
