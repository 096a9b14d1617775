package org.tumen.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

class ChamberTest {
    private static final Roster ROSTER = CouncilMembership.of(2023);

    @Provide
    Arbitrary<Roster> rosters() {
        return Rosters.any();
    }

    @Provide
    Arbitrary<VoteWeights> weights() {
        return Rosters.weights();
    }

    @Provide
    Arbitrary<Alignment> alignments() {
        return Rosters.alignments();
    }

    /** What is kept of a draft that was put before is that draft's: strengths, urgencies and exposures in any order. */
    @Property(tries = 200)
    void draftsThatComeAgainAreThemselves(
            @ForAll("rosters") Roster roster,
            @ForAll("weights") VoteWeights w,
            @ForAll("alignments") Alignment alignment,
            @ForAll List<@IntRange(min = 0, max = 26) Integer> drafts) {
        Chamber chamber = new Chamber(roster, alignment, "RUS");
        for (int n = 0; n < drafts.size(); n++) {
            if (n == drafts.size() / 2) {
                chamber.weigh(w);
            }
            Chamber fresh = new Chamber(roster, alignment, "RUS");
            fresh.weigh(n < drafts.size() / 2 ? VoteWeights.DEFAULT : w);
            int draft = drafts.get(n);
            for (Chamber each : List.of(chamber, fresh)) {
                each.put(draft % 3 / 2.0, draft / 3 % 3 / 2.0, draft / 9 / 2.0);
            }
            for (int j = 0; j < LevelDistribution.LEVELS; j++) {
                assertThat(chamber.unopposed(j)).isEqualTo(fresh.unopposed(j));
                assertThat(chamber.adoption(j)).isEqualTo(fresh.adoption(j));
                for (VoteResult result : VoteResult.values()) {
                    assertThat(chamber.probability(result, j)).isEqualTo(fresh.probability(result, j));
                }
            }
        }
    }

    /** The equation as the model page has it, member by member. */
    @Property(tries = 200)
    void probabilitiesFollowTheEquation(
            @ForAll("rosters") Roster roster,
            @ForAll("weights") VoteWeights w,
            @ForAll("alignments") Alignment alignment,
            @ForAll @DoubleRange(min = 0, max = 1) double y,
            @ForAll @DoubleRange(min = 0, max = 1) double k,
            @ForAll @DoubleRange(min = 0, max = 1) double x) {
        Chamber chamber = new Chamber(roster, alignment, "RUS");
        chamber.weigh(w);
        chamber.put(y, k, x);
        for (int i = 0; i < chamber.size(); i++) {
            Member member = chamber.member(i);
            double al = alignment.full().contains(member.iso3())
                    ? 1
                    : alignment.partial().contains(member.iso3()) ? w.partialAlignment() : 0;
            for (int j = 0; j < LevelDistribution.LEVELS; j++) {
                double g = j / 5.0;
                double z = w.intercept()
                        + w.ideal() * member.ideal()
                        - (w.strictness() + w.rivalry() * g * al) * y
                        + w.provocation() * k * (1 - g * al)
                        - (member.iso3().equals("RUS") ? w.selfInterest() * x : 0);
                double yes = 1 / (1 + Math.exp(-(z - w.abstention()) / w.scale()));
                double no = 1 / (1 + Math.exp(-(-z - w.abstention()) / w.scale()));
                assertThat(chamber.yes(i, j)).isCloseTo(yes, within(1e-12));
                assertThat(chamber.no(i, j)).isCloseTo(no, within(1e-12));
                assertThat(chamber.probability(i, Vote.ABSTAIN, j)).isCloseTo(1 - yes - no, within(1e-12));
            }
        }
    }

    /** All 3^15 ways to vote, each judged by the Charter. */
    @Test
    void resultsAreThoseOfAllWaysToVote() {
        Chamber chamber = new Chamber(ROSTER, Alignment.DEFAULT, "RUS");
        chamber.weigh(new VoteWeights(.9, .5, 1, 2, .5, .5, .4, .5, .7));
        chamber.put(.7, .3, .4);
        for (int level : new int[] {0, 3}) {
            double[] brute = new double[4];
            enumerate(chamber, level, 0, 1, new int[3], brute);
            for (VoteResult result : VoteResult.values()) {
                assertThat(brute[result.ordinal()]).as("a case worth a test").isGreaterThan(.01);
                assertThat(chamber.probability(result, level)).isCloseTo(brute[result.ordinal()], within(1e-10));
            }
            assertThat(chamber.adoption(level)).isCloseTo(brute[0], within(1e-10));
            assertThat(chamber.unopposed(level)).isCloseTo(brute[3], within(1e-10));
        }
    }

    /** Counts hold the yes, the no and the no of permanent members so far. */
    private static void enumerate(Chamber chamber, int level, int i, double p, int[] counts, double[] sums) {
        if (i == chamber.size()) {
            sums[VoteResult.of(counts[0], counts[2]).ordinal()] += p;
            sums[3] += counts[1] == 0 ? p : 0;
            return;
        }
        double yes = chamber.yes(i, level);
        double no = chamber.no(i, level);
        int permanent = chamber.member(i).permanent() ? 1 : 0;
        counts[0]++;
        enumerate(chamber, level, i + 1, p * yes, counts, sums);
        counts[0]--;
        counts[1]++;
        counts[2] += permanent;
        enumerate(chamber, level, i + 1, p * no, counts, sums);
        counts[1]--;
        counts[2] -= permanent;
        enumerate(chamber, level, i + 1, p * (1 - yes - no), counts, sums);
    }

    /** All 2^15 sets of members in favour; the others abstain or, unless a veto would follow, vote no. */
    @Property(tries = 60)
    void adoptionIsThatOfAllSetsOfMembersInFavour(
            @ForAll("rosters") Roster roster,
            @ForAll("weights") VoteWeights w,
            @ForAll("alignments") Alignment alignment,
            @ForAll @DoubleRange(min = 0, max = 1) double y,
            @ForAll @IntRange(max = 5) int level) {
        Chamber chamber = new Chamber(roster, alignment, "RUS");
        chamber.weigh(w);
        chamber.put(y, .4, .6);
        double adopted = 0;
        double enough = 0;
        for (int set = 0; set < 1 << Roster.SIZE; set++) {
            if (Integer.bitCount(set) < VoteResult.MAJORITY) {
                continue;
            }
            double any = 1;
            double free = 1;
            for (int i = 0; i < Roster.SIZE; i++) {
                double yes = chamber.yes(i, level);
                boolean inFavour = (set >> i & 1) == 1;
                any *= inFavour ? yes : 1 - yes;
                free *= inFavour ? yes : 1 - yes - (chamber.member(i).permanent() ? chamber.no(i, level) : 0);
            }
            adopted += free;
            enough += any;
        }
        assertThat(chamber.adoption(level)).isCloseTo(adopted, within(1e-10));
        assertThat(chamber.probability(VoteResult.VETOED, level)).isCloseTo(enough - adopted, within(1e-10));
        assertThat(chamber.probability(VoteResult.SHORT, level)).isCloseTo(1 - enough, within(1e-10));
    }

    @Property(tries = 100)
    void rivalryOnlyEverHindersAndABeliefAverages(
            @ForAll("rosters") Roster roster,
            @ForAll("weights") VoteWeights w,
            @ForAll @DoubleRange(min = .05, max = 1) double y) {
        Chamber chamber = new Chamber(roster, Alignment.DEFAULT, "RUS");
        chamber.weigh(w);
        chamber.put(y, .5, .5);
        Belief belief = new Belief(LevelDistribution.of(.1, .2, .3, .1, .1, .2));
        double adopted = 0;
        double unopposed = 0;
        for (int j = 0; j < LevelDistribution.LEVELS; j++) {
            if (j > 0) {
                assertThat(chamber.adoption(j)).isLessThanOrEqualTo(chamber.adoption(j - 1) + 1e-12);
                assertThat(chamber.unopposed(j)).isLessThanOrEqualTo(chamber.unopposed(j - 1) + 1e-12);
            }
            adopted += belief.probability(j) * chamber.adoption(j);
            unopposed += belief.probability(j) * chamber.unopposed(j);
        }
        assertThat(chamber.adoption(belief)).isCloseTo(adopted, within(1e-14));
        assertThat(chamber.unopposed(belief)).isCloseTo(unopposed, within(1e-14));
    }

    @Test
    void aVoteFollowsItsUniformDraw() {
        Chamber chamber = new Chamber(ROSTER, Alignment.DEFAULT, "RUS");
        chamber.put(.6, .1, .9);
        int russia = 2;
        assertThat(chamber.member(russia).iso3()).isEqualTo("RUS");
        int level = 1;
        double yes = chamber.yes(russia, level);
        double no = chamber.no(russia, level);
        assertThat(chamber.vote(russia, level, yes - 1e-9)).isEqualTo(Vote.YES);
        assertThat(chamber.vote(russia, level, yes + 1e-9)).isEqualTo(Vote.ABSTAIN);
        assertThat(chamber.vote(russia, level, 1 - no - 1e-9)).isEqualTo(Vote.ABSTAIN);
        assertThat(chamber.vote(russia, level, 1 - no + 1e-9)).isEqualTo(Vote.NO);
    }

    @Test
    void likelihoodsOfARollCallFactorByAlignment() {
        Chamber chamber = new Chamber(ROSTER, Alignment.DEFAULT, "RUS");
        chamber.put(.1, .1, .9);
        Vote[] votes = Rosters.unanimous();
        votes[0] = Vote.ABSTAIN;
        votes[2] = Vote.NO;
        double all = 1;
        for (int i = 0; i < chamber.size(); i++) {
            all *= chamber.probability(i, votes[i], 4);
        }
        assertThat(chamber.alignedLikelihood(votes, 4) * chamber.unalignedLikelihood(votes))
                .isCloseTo(all, within(1e-15));
        assertThat(chamber.alignedLikelihood(votes, 4))
                .isCloseTo(chamber.probability(0, Vote.ABSTAIN, 4) * chamber.probability(2, Vote.NO, 4), within(1e-15));
    }

    @Test
    void extremeWeightsStayProbabilities() {
        Chamber chamber = new Chamber(ROSTER, Alignment.DEFAULT, "RUS");
        for (double sign : new double[] {1, -1}) {
            chamber.weigh(new VoteWeights(10 * sign, 5, -10 * sign, 20 * sign, 10 * sign, -20 * sign, 5, .1, 1));
            chamber.put(1, 1, 1);
            for (int j = 0; j < LevelDistribution.LEVELS; j++) {
                assertThat(chamber.adoption(j)).isBetween(0.0, 1.0);
                assertThat(chamber.unopposed(j)).isBetween(0.0, 1.0);
            }
        }
    }

    @Property(tries = 20)
    void weightsAreTheirValuesInTheOrderOfTheirNames(@ForAll("weights") VoteWeights w) {
        assertThat(VoteWeights.of(w.toArray())).isEqualTo(w);
        assertThat(w.toArray()[VoteWeights.NAMES.indexOf("self_interest")]).isEqualTo(w.selfInterest());
        assertThat(w.toArray()[VoteWeights.NAMES.indexOf("partial_alignment")]).isEqualTo(w.partialAlignment());
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new VoteWeights(2, .4, .6, 7, 1, 3, .4, 0, .8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale");
        assertThatThrownBy(() -> new VoteWeights(2, .4, .6, 7, 1, 3, .4, .4, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Alignment(Set.of("RUS"), Set.of("RUS", "CHN")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RUS");
    }
}
