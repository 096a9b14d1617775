package org.tumen.ballot;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tumen.draw.PortableMath;
import org.tumen.world.Clamp;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/**
 * The members of a Council and how they can be expected to vote on the draft put to them.
 *
 * <p>A spatial model with an ordered logit (after M. A. Bailey, A. Strezhnev, E. Voeten, "Estimating dynamic state
 * preferences from United Nations voting data", Journal of Conflict Resolution 61, 2017). At rivalry g and for a draft of
 * strength y, after a provocation K', member i has
 *
 * <pre>zᵢ = intercept + ideal·idealᵢ − (strictness + rivalry·g·alignedᵢ)·y + provocation·K'·(1 − g·alignedᵢ) − [buyer] selfInterest·X
 * P(yes) = Λ((zᵢ − abstention)/scale),  P(no) = Λ((−zᵢ − abstention)/scale),  else abstention</pre>
 *
 * where X is how publicly the trade is suspected. Given g, members vote independently.
 *
 * <p>Only aligned members depend on g. So the distribution of the others' votes is worked out once for a draft, and each
 * of the six levels adds the few aligned ones to it. Exact, by the recursion for the Poisson-binomial distribution (R. E.
 * Barlow, K. D. Heidtmann, "Computing k-out-of-n system reliability", IEEE Transactions on Reliability 33, 1984), with the
 * no of a permanent member taken out of its distribution. Since exp(zᵢ/scale) is a product of the member's own part and
 * one that all unaligned members share, a draft costs few exponentials. What of a draft depends neither on belief nor on
 * exposure is kept: urgencies recur, since they have a least and a greatest value, and so do strengths.
 *
 * <p>Order of use: {@link #weigh}, then {@link #put}, then questions. Nothing after construction allocates. Belongs to
 * one thread.
 */
public final class Chamber {
    private static final int LEVELS = LevelDistribution.LEVELS;
    private static final int MAJORITY = VoteResult.MAJORITY;
    private static final int KEPT_BITS = 5;
    private static final int KEPT = 1 << KEPT_BITS;
    /** An odd number whose products have well-mixed high bits. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    /** Keeps a product of odds finite. */
    private static final double MOST = 1e300;

    private final Member[] members;
    private final Alignment alignment;
    private final int buyer;
    private final boolean[] depends;
    /** Places of the aligned members in the roster, and of the others. */
    private final int[] aligned;

    private final int[] unaligned;

    private VoteWeights weights = VoteWeights.DEFAULT;
    /** How often weights have been set. */
    private int weighing;

    private double width;
    private final double[] own;
    /** How far rivalry turns each member. */
    private final double[] full;

    private final Draft[] kept = new Draft[KEPT];
    /** What was put last. */
    private Draft draft;

    private final double[] scratch = new double[MAJORITY + 1];
    /** Probability of k yes of the aligned without a no of a permanent one. */
    private final double[] alignedFree;

    /** How members stand to a text of one strength at one provocation. */
    private static final class Draft {
        /** The weights to which it belongs. */
        private int weighing;

        private double strength;
        private double provocation;
        /** That to which the buyer's odds belong. */
        private double exposure = Double.NaN;
        /** Odds exp(z/scale) at each level and of each member; of unaligned members at the first level only. */
        private final double[][] odds;
        /** Probability of k yes of the unaligned without a no of a permanent one; the last place is nine or more. */
        private final double[] free = new double[MAJORITY + 1];
        /** Probability of at least k such yes. */
        private final double[] freeAtLeast = new double[MAJORITY + 1];
        /** Probability that none of the unaligned votes no. */
        private double unopposed;
        /** Whether the unaligned have been counted. */
        private boolean counted;

        private Draft(int members) {
            odds = new double[LEVELS][members];
        }
    }

    /**
     * A chamber with the default weights.
     *
     * @param buyerIso3 ISO 3166-1 alpha-3 code of the buyer, a member or not
     */
    public Chamber(Roster roster, Alignment alignment, String buyerIso3) {
        members = roster.members().toArray(Member[]::new);
        this.alignment = alignment;
        depends = new boolean[members.length];
        int found = -1;
        for (int i = 0; i < members.length; i++) {
            depends[i] = alignment.concerns(members[i].iso3());
            found = members[i].iso3().equals(buyerIso3) ? i : found;
        }
        buyer = found;
        aligned = IntStream.range(0, members.length).filter(i -> depends[i]).toArray();
        unaligned = IntStream.range(0, members.length).filter(i -> !depends[i]).toArray();
        alignedFree = new double[aligned.length + 1];
        own = new double[members.length];
        Arrays.setAll(kept, k -> new Draft(members.length));
        draft = kept[0];
        full = new double[members.length];
        weigh(VoteWeights.DEFAULT);
        put(0, 0, 0);
    }

    /** Sets the weights; a draft has to be put anew. */
    public void weigh(VoteWeights weights) {
        this.weights = weights;
        width = PortableMath.exp(weights.abstention() / weights.scale());
        for (int i = 0; i < members.length; i++) {
            own[i] = PortableMath.exp((weights.intercept() + weights.ideal() * members[i].ideal()) / weights.scale());
            full[i] = alignment.of(members[i].iso3(), weights);
        }
        weighing++;
    }

    /**
     * Puts a draft to the chamber.
     *
     * @param strength y, 0 to 1
     * @param provocation K', 0 to 1
     * @param exposure X, 0 to 1
     */
    public void put(double strength, double provocation, double exposure) {
        draft = kept[place(strength, provocation)];
        if (draft.weighing != weighing || draft.strength != strength || draft.provocation != provocation) {
            draft.weighing = weighing;
            draft.strength = strength;
            draft.provocation = provocation;
            draft.exposure = Double.NaN;
            draft.counted = false;
            takeOdds();
        }
        if (buyer >= 0 && draft.exposure != exposure) {
            draft.exposure = exposure;
            takeOddsOfBuyer();
        }
    }

    private static int place(double strength, double provocation) {
        long bits = 31 * Double.doubleToRawLongBits(strength) + Double.doubleToRawLongBits(provocation);
        return (int) ((bits * SCATTER) >>> (Long.SIZE - KEPT_BITS));
    }

    private void takeOdds() {
        double shared = shared(0, 0);
        for (int i : unaligned) {
            draft.odds[0][i] = atMost(own[i] * shared);
        }
        for (int i : aligned) {
            for (int j = 0; j < LEVELS && i != buyer; j++) {
                draft.odds[j][i] = atMost(own[i] * shared(LevelDistribution.rivalry(j) * full[i], 0));
            }
        }
    }

    /** The buyer's self-interest weighs with exposure; where it is not aligned it is counted with all others. */
    private void takeOddsOfBuyer() {
        draft.counted &= depends[buyer];
        for (int j = 0; j < (depends[buyer] ? LEVELS : 1); j++) {
            double opposition = depends[buyer] ? LevelDistribution.rivalry(j) * full[buyer] : 0;
            draft.odds[j][buyer] = atMost(own[buyer] * shared(opposition, draft.exposure));
        }
    }

    private static double atMost(double odds) {
        return odds > MOST ? MOST : odds;
    }

    /** The part of exp(z/scale) that does not depend on the member's ideal point. */
    private double shared(double opposition, double exposure) {
        double z = weights.provocation() * draft.provocation * (1 - opposition)
                - (weights.strictness() + weights.rivalry() * opposition) * draft.strength
                - weights.selfInterest() * exposure;
        return PortableMath.exp(z / weights.scale());
    }

    private void countUnaligned() {
        if (draft.counted) {
            return;
        }
        double[] free = draft.free;
        Arrays.fill(free, 0);
        free[0] = 1;
        for (int i : unaligned) {
            add(free, yes(i, 0), permanentNo(i, 0));
        }
        double sum = 0;
        for (int k = MAJORITY; k >= 0; k--) {
            sum += free[k];
            draft.freeAtLeast[k] = sum;
        }
        draft.unopposed = unopposed(unaligned, 0);
        draft.counted = true;
    }

    /** Adds a member to the distribution of the number of yes, leaving out its veto; the last place gathers what is more. */
    private static void add(double[] counts, double yes, double veto) {
        int last = counts.length - 1;
        double rest = Clamp.positivePart(1 - yes - veto);
        counts[last] = counts[last] * (rest + yes) + counts[last - 1] * yes;
        for (int k = last - 1; k > 0; k--) {
            counts[k] = counts[k] * rest + counts[k - 1] * yes;
        }
        counts[0] *= rest;
    }

    private double permanentNo(int i, int level) {
        return members[i].permanent() ? no(i, level) : 0;
    }

    public int size() {
        return members.length;
    }

    /** A member, by its place in the roster. */
    public Member member(int i) {
        return members[i];
    }

    /** Whether a member's vote depends on rivalry; where not, all levels give the same. */
    public boolean dependsOnRivalry(int i) {
        return depends[i];
    }

    /** The probability that a member votes yes, at a level of rivalry. */
    public double yes(int i, int level) {
        double o = draft.odds[depends[i] ? level : 0][i];
        return o / (o + width);
    }

    /** The probability that a member votes no, at a level of rivalry. */
    public double no(int i, int level) {
        return 1 / (1 + draft.odds[depends[i] ? level : 0][i] * width);
    }

    /** The probability of a member's vote, at a level of rivalry. */
    public double probability(int i, Vote vote, int level) {
        return switch (vote) {
            case YES -> yes(i, level);
            case NO -> no(i, level);
            case ABSTAIN -> Clamp.positivePart(1 - yes(i, level) - no(i, level));
        };
    }

    /** A member's vote at a uniform draw: yes at the low end, no at the high end. */
    public Vote vote(int i, int level, double uniform) {
        if (uniform < yes(i, level)) {
            return Vote.YES;
        }
        return uniform >= 1 - no(i, level) ? Vote.NO : Vote.ABSTAIN;
    }

    /** The probability of the votes of the aligned members, at a level of rivalry. */
    public double alignedLikelihood(Vote[] votes, int level) {
        double product = 1;
        for (int i : aligned) {
            product *= probability(i, votes[i], level);
        }
        return product;
    }

    /** The probability of the votes of all other members, whatever the rivalry. */
    public double unalignedLikelihood(Vote[] votes) {
        double product = 1;
        for (int i : unaligned) {
            product *= probability(i, votes[i], 0);
        }
        return product;
    }

    /** The exact probability of adoption at a level of rivalry: at least nine yes and no permanent no. */
    public double adoption(int level) {
        countUnaligned();
        if (aligned.length == 0) {
            return draft.free[MAJORITY];
        }
        Arrays.fill(alignedFree, 0);
        alignedFree[0] = 1;
        for (int i : aligned) {
            add(alignedFree, yes(i, level), permanentNo(i, level));
        }
        double adopted = 0;
        for (int k = 0; k < alignedFree.length; k++) {
            adopted += alignedFree[k] * draft.freeAtLeast[Math.max(0, MAJORITY - k)];
        }
        return adopted;
    }

    /** p̄, the probability of adoption averaged over a belief. */
    public double adoption(Belief belief) {
        double mean = 0;
        for (int j = 0; j < LEVELS; j++) {
            mean += belief.probability(j) * adoption(j);
        }
        return mean;
    }

    /** The probability that nobody votes no, at a level of rivalry: a statement is agreed. */
    public double unopposed(int level) {
        countUnaligned();
        return draft.unopposed * unopposed(aligned, level);
    }

    private double unopposed(int[] places, int level) {
        double nobody = 1;
        for (int i : places) {
            nobody *= 1 - no(i, level);
        }
        return nobody;
    }

    /** The probability that nobody votes no, averaged over a belief. */
    public double unopposed(Belief belief) {
        double mean = 0;
        for (int j = 0; j < LEVELS; j++) {
            mean += belief.probability(j) * unopposed(aligned, j);
        }
        countUnaligned();
        return mean * draft.unopposed;
    }

    /** The probability of a result of the vote, at a level of rivalry. */
    public double probability(VoteResult result, int level) {
        double adopted = adoption(level);
        if (result == VoteResult.ADOPTED) {
            return adopted;
        }
        Arrays.fill(scratch, 0);
        scratch[0] = 1;
        for (int i = 0; i < members.length; i++) {
            add(scratch, yes(i, level), 0);
        }
        double enough = scratch[MAJORITY];
        return Clamp.positivePart(result == VoteResult.SHORT ? 1 - enough : enough - adopted);
    }
}
