package org.tumen.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.scenario.Council;
import org.tumen.scenario.VotingParameters;
import org.tumen.world.Clamp;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.VoteResult;

/**
 * One roster of the Council: how its members can be expected to vote on a draft of strength y.
 *
 * <p>A spatial model with an ordered logit (after M. A. Bailey, A. Strezhnev, E. Voeten, "Estimating dynamic state
 * preferences from United Nations voting data", Journal of Conflict Resolution 61, 2017). Member i has
 *
 * <pre>zᵢ = intercept + ideal·idealᵢ − (strength + rivalry·alignedᵢ)·y + evidence·E + tests·min(1, K)·(1 − rivalry₀·alignedᵢ) − [buyer] exposure·X
 * P(yes) = Λ((zᵢ − threshold)/scale),  P(no) = Λ((−zᵢ − threshold)/scale),  else abstention</pre>
 *
 * where rivalry = rivalry₀ times the weight of rivalry. Since zᵢ is a sum of a part of the member's own and a part shared
 * by all of the same alignment, exp(zᵢ/scale) is a product, and an exponential is needed only for each group of equal
 * alignment. The ranges of the parameters keep every factor finite.
 */
final class Chamber {
    private static final double MOST = 1e300;

    private final VotingParameters voting;
    private double rivalry;
    private final Member[] members;
    private final Stream[][] streams;
    private final double[] own;
    private final int[] group;
    private final double[] alignments;
    private final boolean[] buyers;
    private final double[] shared;
    private final double width;
    private final boolean[] permanent;
    private final double[] odds = new double[Roster.SIZE];
    private final double[] tally = new double[VoteResult.MAJORITY + 1];

    Chamber(Roster roster, Council council, String buyerIso3, Stream[][] streams) {
        voting = council.voting();
        rivalry = council.rivalry();
        members = roster.members().toArray(Member[]::new);
        this.streams = streams;
        own = new double[members.length];
        permanent = new boolean[members.length];
        group = new int[members.length];
        width = PortableMath.exp(voting.threshold() / voting.scale());
        List<Double> alignment = new ArrayList<>();
        List<Boolean> isBuyer = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            Member member = members[i];
            permanent[i] = member.permanent();
            own[i] = PortableMath.exp((voting.intercept() + voting.ideal() * member.ideal()) / voting.scale());
            double aligned = council.alignment().getOrDefault(member.iso3(), 0.0);
            boolean buyer = member.iso3().equals(buyerIso3);
            group[i] = groupOf(aligned, buyer, alignment, isBuyer);
        }
        alignments = alignment.stream().mapToDouble(d -> d).toArray();
        buyers = new boolean[alignments.length];
        for (int g = 0; g < buyers.length; g++) {
            buyers[g] = isBuyer.get(g);
        }
        shared = new double[alignments.length];
    }

    private static int groupOf(double aligned, boolean buyer, List<Double> alignments, List<Boolean> buyers) {
        for (int g = 0; g < alignments.size(); g++) {
            if (alignments.get(g) == aligned && buyers.get(g) == buyer) {
                return g;
            }
        }
        alignments.add(aligned);
        buyers.add(buyer);
        return alignments.size() - 1;
    }

    /** Sets the rivalry among the permanent members, which stands until it is set again. */
    void rivalry(double value) {
        rivalry = value;
    }

    /** Works out each member's odds, from which its probabilities of yes and no follow. */
    void expect(double strength, double evidence, double testHeat, double exposure) {
        double tests = voting.tests() * Clamp.atMostOne(testHeat);
        for (int g = 0; g < shared.length; g++) {
            double aligned = rivalry * alignments[g];
            double z = voting.evidence() * evidence
                    - (voting.strength() + voting.rivalry() * aligned) * strength
                    + tests * (1 - aligned)
                    - (buyers[g] ? voting.exposure() * exposure : 0);
            shared[g] = PortableMath.exp(z / voting.scale());
        }
        for (int i = 0; i < own.length; i++) {
            odds[i] = Math.min(MOST, own[i] * shared[group[i]]);
        }
    }

    /**
     * The exact probability of adoption under the expectations: at least nine yes and no permanent no, by the recursion for
     * the Poisson-binomial distribution (R. E. Barlow, K. D. Heidtmann, "Computing k-out-of-n system reliability", IEEE
     * Transactions on Reliability 33, 1984), with the no of a permanent member taken out of its distribution. Of the counts
     * of yes only those are carried along that the members so far can have reached and that can still come to nine.
     */
    double adoption() {
        double[] atLeast = tally;
        Arrays.fill(atLeast, 0);
        atLeast[0] = 1;
        int top = VoteResult.MAJORITY;
        int last = odds.length - 1;
        for (int i = 0; i < own.length; i++) {
            double y = yes(i);
            double rest = permanent[i] ? Clamp.positivePart(1 - y - no(i)) : 1 - y;
            int most = Math.min(top - 1, i + 1);
            int least = Math.max(0, top - (last - i));
            // The last place gathers nine and more.
            atLeast[top] = atLeast[top] * (rest + y) + atLeast[top - 1] * y;
            for (int k = most; k >= Math.max(1, least); k--) {
                atLeast[k] = atLeast[k] * rest + atLeast[k - 1] * y;
            }
            if (least == 0) {
                atLeast[0] *= rest;
            }
        }
        return atLeast[top];
    }

    /** The exact probability that nobody votes no. */
    double unopposed() {
        double nobody = 1;
        for (int i = 0; i < odds.length; i++) {
            nobody *= 1 - no(i);
        }
        return nobody;
    }

    int size() {
        return members.length;
    }

    Member member(int i) {
        return members[i];
    }

    Stream stream(int i, CouncilState.Ballot ballot) {
        return streams[i][ballot.ordinal()];
    }

    double yes(int i) {
        return odds[i] / (odds[i] + width);
    }

    double no(int i) {
        return 1 / (1 + odds[i] * width);
    }
}
