package org.tumen.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Vote;

class BeliefTest {
    private static final int LEVELS = LevelDistribution.LEVELS;
    private static final int STEPS = 5;

    @Provide
    Arbitrary<double[]> likelihoods() {
        return Arbitraries.doubles()
                .between(.001, 1)
                .ofScale(9)
                .array(double[].class)
                .ofSize(STEPS * LEVELS);
    }

    /** The filter against the sum over all 6^5 hidden paths. */
    @Property(tries = 50)
    void theFilterIsTheSumOverHiddenPaths(
            @ForAll("likelihoods") double[] seen, @ForAll @DoubleRange(min = 0, max = 600) double weeks) {
        Rivalry rivalry = Rivalry.DEFAULT;
        LevelDistribution start = LevelDistribution.of(.1, .3, .2, .1, .2, .1);
        Belief belief = new Belief(start);
        double evidence = 1;
        for (int t = 0; t < STEPS; t++) {
            belief.redraw(rivalry.moved(weeks), rivalry.base());
            double[] likelihood = new double[LEVELS];
            System.arraycopy(seen, t * LEVELS, likelihood, 0, LEVELS);
            evidence *= belief.learn(likelihood);
        }
        double k = 1 - Math.exp(-.05 * weeks / 52);
        double[] base = {.5, .2, .12, .08, .06, .04};
        double[] joint = new double[LEVELS];
        double[] before = {.1, .3, .2, .1, .2, .1};
        for (int first = 0; first < LEVELS; first++) {
            walk(0, first, before[first], k, base, seen, joint);
        }
        double all = 0;
        for (double p : joint) {
            all += p;
        }
        assertThat(evidence / all).isCloseTo(1, within(1e-10));
        for (int j = 0; j < LEVELS; j++) {
            assertThat(belief.probability(j)).isCloseTo(joint[j] / all, within(1e-12));
        }
    }

    private static void walk(int t, int from, double p, double k, double[] base, double[] seen, double[] joint) {
        if (t == STEPS) {
            joint[from] += p;
            return;
        }
        for (int to = 0; to < LEVELS; to++) {
            double step = k * base[to] + (to == from ? 1 - k : 0);
            walk(t + 1, to, p * step * seen[t * LEVELS + to], k, base, seen, joint);
        }
    }

    @Property(tries = 100)
    void itSumsToOne(@ForAll("likelihoods") double[] seen) {
        Belief belief = new Belief(Rivalry.DEFAULT.base());
        for (int t = 0; t < STEPS; t++) {
            double[] likelihood = new double[LEVELS];
            System.arraycopy(seen, t * LEVELS, likelihood, 0, LEVELS);
            belief.redraw(Rivalry.DEFAULT.moved(1), Rivalry.DEFAULT.base());
            belief.learn(likelihood);
            double sum = 0;
            double mean = 0;
            for (int j = 0; j < LEVELS; j++) {
                sum += belief.probability(j);
                mean += belief.probability(j) * j / 5;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(belief.mean()).isCloseTo(mean, within(1e-12));
        }
    }

    @Property(tries = 100)
    void driftOverTwoGapsIsDriftOverTheirSum(
            @ForAll @DoubleRange(min = 0, max = 300) double first,
            @ForAll @DoubleRange(min = 0, max = 300) double second) {
        Rivalry rivalry = Rivalry.DEFAULT;
        Belief twice = new Belief(LevelDistribution.certain(5));
        twice.redraw(rivalry.moved(first), rivalry.base());
        twice.redraw(rivalry.moved(second), rivalry.base());
        Belief once = new Belief(LevelDistribution.certain(5));
        once.redraw(rivalry.moved(first + second), rivalry.base());
        for (int j = 0; j < LEVELS; j++) {
            assertThat(twice.probability(j)).isCloseTo(once.probability(j), within(1e-12));
        }
    }

    /** Bayes by hand over the votes of all fifteen: what the unaligned do cancels. */
    @Test
    void aRollCallTeachesByTheVotesOfTheAligned() {
        Chamber chamber = new Chamber(CouncilMembership.of(2024), Alignment.DEFAULT, "RUS");
        chamber.put(.1, .1, .9);
        Vote[] votes = Rosters.unanimous();
        votes[0] = Vote.ABSTAIN;
        votes[2] = Vote.NO;
        double[] before = {.1, .1, .1, .2, .2, .3};
        Belief belief = new Belief(LevelDistribution.of(before));
        belief.learn(chamber, votes);
        double[] joint = new double[LEVELS];
        double all = 0;
        for (int j = 0; j < LEVELS; j++) {
            joint[j] = before[j];
            for (int i = 0; i < chamber.size(); i++) {
                joint[j] *= chamber.probability(i, votes[i], j);
            }
            all += joint[j];
        }
        for (int j = 0; j < LEVELS; j++) {
            assertThat(belief.probability(j)).isCloseTo(joint[j] / all, within(1e-12));
        }
        assertThat(belief.mean()).isGreaterThan(LevelDistribution.of(before).mean());
    }

    @Test
    void whatIsImpossibleTeachesNothing() {
        Belief belief = new Belief(LevelDistribution.certain(0));
        assertThat(belief.learn(new double[] {0, 1, 1, 1, 1, 1})).isZero();
        assertThat(belief.probability(0)).isEqualTo(1);
    }

    @Test
    void aLevelIsDrawnByTheDistributionFunction() {
        LevelDistribution d = LevelDistribution.of(.25, 0, .25, 0, .25, .25);
        assertThat(d.draw(0)).isZero();
        assertThat(d.draw(.25)).isEqualTo(2);
        assertThat(d.draw(.4999)).isEqualTo(2);
        assertThat(d.draw(.74)).isEqualTo(4);
        assertThat(d.draw(.9999999)).isEqualTo(5);
        assertThat(d.mean()).isCloseTo(.55, within(1e-15));
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> LevelDistribution.of(.5, .5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LevelDistribution.of(.5, .5, .5, 0, 0, 0)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> LevelDistribution.of(1.2, -.2, 0, 0, 0, 0)).hasMessageContaining("-0.2");
        assertThatThrownBy(() -> new Rivalry(Rivalry.DEFAULT.base(), -1)).isInstanceOf(IllegalArgumentException.class);
        // Rounded to three digits, as a file may give them.
        assertThat(LevelDistribution.of(.037, .015, .032, .145, .346, .427).probability(0))
                .isCloseTo(.037 / 1.002, within(1e-12));
    }
}
