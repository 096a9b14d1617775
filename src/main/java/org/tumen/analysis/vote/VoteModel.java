package org.tumen.analysis.vote;

import java.util.List;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/**
 * The model's ordered logit: z = intercept + ideal·idealᵢ − (strength + rivalry·r(t)·alignedᵢ)y + tests·K(1 −
 * r(t)·alignedᵢ) − (i is the buyer ? exposure·X : 0); P(yes) = Λ((z − .5)/.5), P(no) = Λ((−z − .5)/.5), else abstention.
 *
 * <p>Differences from the model of the simulation: rivalry is a path in time, r(t) = Λ((t − midpoint)/width), whose
 * height is part of the coefficient; published evidence is left out, for the record holds no measure of it apart from
 * suspicion; scale and threshold stay at their defaults, for the scale is not identified beside the coefficients and
 * three votes that were not in favour cannot identify the threshold.
 */
public final class VoteModel {
    /** Scale of the logit, the simulation's default. */
    public static final double SCALE = .5;

    /** Half the width of the band of abstention, the simulation's default. */
    public static final double THRESHOLD = .5;

    private VoteModel() {}

    /** Rivalry's path in time, 0 to 1. */
    public static double rivalry(double[] parameters, double year) {
        double width = Math.exp(parameters[VoteParameter.LOG_WIDTH.ordinal()]);
        return logistic((year - parameters[VoteParameter.MIDPOINT.ordinal()]) / width);
    }

    /** The latent support of a member for a draft. */
    public static double support(double[] parameters, Draft draft, Member member) {
        return support(parameters, draft, member, rivalry(parameters, draft.year()));
    }

    private static double support(double[] parameters, Draft draft, Member member, double rivalry) {
        double opposition = rivalry * Draft.alignment(member);
        double z = parameters[VoteParameter.INTERCEPT.ordinal()]
                + parameters[VoteParameter.IDEAL.ordinal()] * member.ideal()
                - (parameters[VoteParameter.STRENGTH.ordinal()]
                                + parameters[VoteParameter.RIVALRY.ordinal()] * opposition)
                        * draft.strength()
                + parameters[VoteParameter.TESTS.ordinal()] * draft.testHeat() * (1 - opposition);
        return Draft.isBuyer(member) ? z - parameters[VoteParameter.EXPOSURE.ordinal()] * draft.suspicion() : z;
    }

    /** Probabilities of yes, abstention and no, in the order of {@link Vote}. */
    public static double[] probabilities(double[] parameters, Draft draft, Member member) {
        return probabilities(support(parameters, draft, member));
    }

    private static double[] probabilities(double z) {
        double yes = logistic((z - THRESHOLD) / SCALE);
        double no = logistic((-z - THRESHOLD) / SCALE);
        return new double[] {yes, Math.max(0, 1 - yes - no), no};
    }

    /** Logarithm of the probability of all votes on the drafts. */
    public static double logLikelihood(double[] parameters, List<Draft> drafts) {
        double sum = 0;
        for (Draft draft : drafts) {
            double rivalry = rivalry(parameters, draft.year());
            for (int i = 0; i < draft.members().size(); i++) {
                double[] p =
                        probabilities(support(parameters, draft, draft.members().get(i), rivalry));
                sum += Math.log(
                        Math.max(Double.MIN_NORMAL, p[draft.votes().get(i).ordinal()]));
            }
        }
        return sum;
    }

    /**
     * Probabilities of adopted, vetoed and short, in the order of {@link VoteResult}: exact, members voting
     * independently, by dynamic programming over the number of votes in favour and whether a permanent member said no
     * (a Poisson-binomial distribution with veto).
     */
    public static double[] outcome(double[] parameters, Draft draft) {
        double[][] votes = draft.members().stream()
                .map(member -> probabilities(parameters, draft, member))
                .toArray(double[][]::new);
        return outcome(votes, draft.members());
    }

    static double[] outcome(double[][] votes, List<Member> members) {
        double[] free = new double[Roster.SIZE + 1];
        double[] blocked = new double[Roster.SIZE + 1];
        free[0] = 1;
        for (int i = 0; i < members.size(); i++) {
            double yes = votes[i][Vote.YES.ordinal()];
            double no = votes[i][Vote.NO.ordinal()];
            double veto = members.get(i).permanent() ? no : 0;
            double harmless = 1 - yes - veto;
            for (int k = i + 1; k >= 0; k--) {
                double freeBelow = k > 0 ? free[k - 1] : 0;
                double blockedBelow = k > 0 ? blocked[k - 1] : 0;
                blocked[k] = blocked[k] * (1 - yes) + blockedBelow * yes + free[k] * veto;
                free[k] = free[k] * harmless + freeBelow * yes;
            }
        }
        double[] result = new double[VoteResult.values().length];
        for (int k = 0; k <= Roster.SIZE; k++) {
            result[VoteResult.of(k, 0).ordinal()] += free[k];
            result[VoteResult.of(k, 1).ordinal()] += blocked[k];
        }
        return result;
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
