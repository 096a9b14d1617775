package org.tumen.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.world.Vote;

/** The filter of the record against sums over all hidden paths, on the votes of 2021 to 2024. */
class RecordFilterTest {
    private static final int LEVELS = LevelDistribution.LEVELS;
    private static final List<RollCall> CALLS = RollCall.ofRecord().subList(21, 26);
    private static final VoteWeights WEIGHTS = new VoteWeights(2.4, .3, .5, 6, 1.1, 2.5, .4, .5, .7);

    /** Joint probability of all votes but one (none for -1) and each level on the day of vote {@code at}, by all paths. */
    private static double[] brute(int without, int at) {
        double[] sums = new double[LEVELS];
        int paths = (int) Math.pow(LEVELS, CALLS.size());
        for (int path = 0; path < paths; path++) {
            double p = 1;
            int rest = path;
            int before = -1;
            int kept = -1;
            for (int v = 0; v < CALLS.size(); v++) {
                int level = rest % LEVELS;
                rest /= LEVELS;
                p *= v == 0
                        ? BASE[level]
                        : transition(CALLS.get(v - 1).date(), CALLS.get(v).date(), before, level);
                p *= v == without ? 1 : likelihood(CALLS.get(v), level);
                kept = v == at ? level : kept;
                before = level;
            }
            sums[kept] += p;
        }
        return sums;
    }

    private static final double[] BASE = {.5, .2, .12, .08, .06, .04};
    private static final double[] HIGH = {.02, .06, .12, .2, .3, .3};
    private static final LocalDate INVASION = LocalDate.of(2022, 2, 24);

    private static double transition(LocalDate from, LocalDate to, int before, int after) {
        if (from.isBefore(INVASION) && !to.isBefore(INVASION)) {
            double sum = 0;
            for (int on = 0; on < LEVELS; on++) {
                for (int then = 0; then < LEVELS; then++) {
                    double jump = .5 * HIGH[then] + (on == then ? .5 : 0);
                    sum += drift(from, INVASION, before, on) * jump * drift(INVASION, to, then, after);
                }
            }
            return sum;
        }
        return drift(from, to, before, after);
    }

    private static double drift(LocalDate from, LocalDate to, int before, int after) {
        double k = 1 - Math.exp(-.05 * ChronoUnit.DAYS.between(from, to) / 364.0);
        return k * BASE[after] + (before == after ? 1 - k : 0);
    }

    private static double likelihood(RollCall call, int level) {
        Chamber chamber = new Chamber(call.roster(), Alignment.DEFAULT, "RUS");
        chamber.weigh(WEIGHTS);
        chamber.put(call.strength(), call.provocation(), call.exposure());
        double p = 1;
        for (int i = 0; i < chamber.size(); i++) {
            p *= chamber.probability(i, call.votes().get(i), level);
        }
        return p;
    }

    private static RecordFilter filter() {
        RecordFilter filter = new RecordFilter(VoteAssumptions.STANDARD, CALLS);
        filter.weigh(WEIGHTS);
        return filter;
    }

    @Test
    void theLikelihoodIsTheSumOverHiddenPaths() {
        double all = sum(brute(-1, 0));
        assertThat(filter().likelihood() / all).isCloseTo(1, within(1e-10));
    }

    @Test
    void whatOtherVotesSayIsTheSumOverHiddenPaths() {
        RecordFilter filter = filter();
        filter.smooth();
        double[] target = new double[LEVELS];
        for (int v = 0; v < CALLS.size(); v++) {
            filter.others(v, target);
            double[] expected = brute(v, v);
            for (int j = 0; j < LEVELS; j++) {
                assertThat(target[j] / expected[j]).as("vote %d level %d", v, j).isCloseTo(1, within(1e-10));
            }
        }
    }

    @Test
    void aBeliefOnADayKnowsTheVotesBeforeIt() {
        RecordFilter filter = filter();
        LocalDate last = CALLS.get(4).date();
        Belief morning = filter.on(last);
        double[] earlier = new double[LEVELS];
        filter.earlier(4, earlier);
        for (int j = 0; j < LEVELS; j++) {
            assertThat(morning.probability(j)).isCloseTo(earlier[j] / sum(earlier), within(1e-12));
        }
        assertThat(filter.likelihoodBefore(last) / sum(earlier)).isCloseTo(1, within(1e-12));
        // After the veto of the last draft; the sum over paths gives the level on its day, which a day's drift moves.
        double[] joint = brute(-1, 4);
        double k = 1 - Math.exp(-.05 / 364.0);
        Belief after = filter.on(last.plusDays(1));
        for (int j = 0; j < LEVELS; j++) {
            double expected = (1 - k) * joint[j] / sum(joint) + k * BASE[j];
            assertThat(after.probability(j)).isCloseTo(expected, within(1e-12));
        }
        assertThat(filter.on(CALLS.get(0).date()).mean())
                .isCloseTo(Rivalry.DEFAULT.base().mean(), within(1e-12));
    }

    @Test
    void theRecordIsCodedAsTheModelSays() {
        List<RollCall> record = RollCall.ofRecord();
        assertThat(record).hasSize(26).extracting(RollCall::date).isSorted();
        assertThat(record).filteredOn(c -> c.provocation() == .8).hasSize(12);
        assertThat(record).filteredOn(c -> c.provocation() == .1).hasSize(14).allMatch(c -> c.strength() == .1);
        RollCall last = record.get(25);
        assertThat(last.exposure()).isEqualTo(.9);
        assertThat(last.votes()).filteredOn(v -> v == Vote.YES).hasSize(13);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }
}
