package org.tumen.simulation;

import java.util.ArrayList;
import java.util.List;
import org.tumen.ballot.Belief;
import org.tumen.ballot.Chamber;
import org.tumen.ballot.LevelDistribution;
import org.tumen.ballot.VoteWeights;
import org.tumen.scenario.Council;
import org.tumen.scenario.VotingParameters;
import org.tumen.world.Clamp;
import org.tumen.world.Roster;
import org.tumen.world.Vote;

/**
 * What a scenario's Council makes of a vote outside a run: its weights, averaged over what is believed of rivalry at the
 * start.
 */
public final class CouncilOdds {
    private final Council council;
    private final String buyerIso3;
    private final Belief belief;

    /**
     * The votes of a Council.
     *
     * @param council its parameters; its own roster is not used
     * @param buyerIso3 ISO 3166-1 alpha-3 code of the buyer
     */
    public CouncilOdds(Council council, String buyerIso3) {
        this.council = council;
        this.buyerIso3 = buyerIso3;
        belief = new Belief(council.rivalry().startBelief());
    }

    /**
     * What is known of a vote before it.
     *
     * @param roster who sits on the Council
     * @param strength of the text, 0 to 1
     * @param provocation urgency, K'; cut at 1
     * @param exposure how publicly the trade is suspected, 0 to 1
     */
    public record Text(Roster roster, double strength, double provocation, double exposure) {}

    /** For each member, in the order of the roster, the probabilities of yes, abstention and no. */
    public List<double[]> of(Text text) {
        Chamber chamber = put(text);
        List<double[]> votes = new ArrayList<>();
        for (int i = 0; i < chamber.size(); i++) {
            votes.add(new double[] {
                mean(chamber, i, Vote.YES), mean(chamber, i, Vote.ABSTAIN), mean(chamber, i, Vote.NO)
            });
        }
        return votes;
    }

    private double mean(Chamber chamber, int member, Vote vote) {
        double mean = 0;
        for (int level = 0; level < LevelDistribution.LEVELS; level++) {
            mean += belief.probability(level) * chamber.probability(member, vote, level);
        }
        return mean;
    }

    /** The exact probability of adoption, as the penholder weighs it. */
    public double adoption(Text text) {
        return put(text).adoption(belief);
    }

    private Chamber put(Text text) {
        Chamber chamber = new Chamber(text.roster, council.alignment(), buyerIso3);
        chamber.weigh(weights(council.voting()));
        chamber.put(text.strength, Clamp.share(text.provocation), text.exposure);
        return chamber;
    }

    private static VoteWeights weights(VotingParameters v) {
        return new VoteWeights(
                v.intercept(),
                v.ideal(),
                v.strictness(),
                v.rivalry(),
                v.provocation(),
                v.selfInterest(),
                v.abstention(),
                v.scale(),
                v.partialAlignment());
    }
}
