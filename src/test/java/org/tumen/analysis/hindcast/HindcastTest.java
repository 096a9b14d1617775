package org.tumen.analysis.hindcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Quantiles;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.score.CountDistribution;
import org.tumen.analysis.score.PoissonCounts;
import org.tumen.analysis.score.SampleCounts;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.ballot.RollCall;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.world.history.History;
import org.tumen.world.history.TradeEstimate;

class HindcastTest {
    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    @Test
    void weeksBelongToTheMonthOfTheirMiddleDay() {
        Periods periods = new Periods(START, 9);
        // Week 4 is 29 September to 5 October, its middle day 2 October; weeks 4 to 8 are of October, and the last ends
        // on 2 November.
        assertThat(periods.month(YearMonth.of(2023, 9), 3)).isZero();
        assertThat(periods.month(YearMonth.of(2023, 9), 4)).isEqualTo(1);
        assertThat(periods.lastMonth()).isEqualTo(YearMonth.of(2023, 10));
        int[][] counts = {{1, 1, 1, 1, 1, 1, 1, 1, 1}, {0, 0, 0, 0, 5, 0, 0, 0, 0}};
        assertThat(periods.byMonth(counts, YearMonth.of(2023, 9), 2)).isDeepEqualTo(new int[][] {{4, 0}, {5, 5}});
        assertThat(periods.week(LocalDate.of(2023, 8, 31))).isEqualTo(-1);
        assertThat(periods.week(LocalDate.of(2024, 3, 28))).isEqualTo(29);
        assertThat(new Periods(START.plusDays(1), 9).firstMonth()).isEqualTo(YearMonth.of(2023, 10));
    }

    @Test
    void crpsAndCoverageOfCountsWorkedOutByHand() {
        // For the sample {0, 2}: F(0) = F(1) = 1/2, F(2) = 1. Outcome 1: (1/2)² + (1/2 − 1)² = 1/2. Outcome 3:
        // 1/4+1/4+1 = 3/2.
        CountDistribution forecast = new SampleCounts(new int[] {0, 2});
        CountTest test = CountTest.of("sample", List.of(forecast, forecast), new int[] {1, 3}, 1);
        assertThat(test.crps()).containsExactly(new double[] {.5, 1.5}, within(1e-12));
        assertThat(test.meanCrps()).isEqualTo(1);
        assertThat(test.wide().hits()).isEqualTo(1);
        assertThat(test.wide().trials()).isEqualTo(2);
        assertThat(test.pit()[0]).isEqualTo(.5);
        assertThat(test.pit()[1]).isEqualTo(1);
        assertThat(test.against(test, 1, .9).low()).isNaN();
        // Of 0 to 20 the quarters end at 5 and 15, the twentieths at 1 and 19.
        CountDistribution even = new SampleCounts(IntStream.rangeClosed(0, 20).toArray());
        CountTest ends = CountTest.of("even", Collections.nCopies(6, even), new int[] {0, 1, 4, 5, 15, 19}, 1);
        assertThat(ends.half().hits()).isEqualTo(2);
        assertThat(ends.wide().hits()).isEqualTo(5);
    }

    /** Fifteen members of whom nothing is known: log 3 and (2/3)² + 2 (1/3)² for each and on average. */
    @Test
    void scoresOfAVoteAreMeansOverItsMembers() {
        RollCall call = RollCall.ofRecord().get(0);
        double[] even = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        VoteForecast forecast =
                new VoteForecast(call, Collections.nCopies(call.votes().size(), even), even, 0);
        VoteScores scores = VoteScores.of(List.of(forecast));
        assertThat(scores.voteLog()).containsExactly(new double[] {Math.log(3)}, within(1e-12));
        assertThat(scores.voteBrier()).containsExactly(new double[] {2 / 3.0}, within(1e-12));
        assertThat(scores.outcomeLog()).containsExactly(new double[] {Math.log(3)}, within(1e-12));
        assertThat(scores.outcomeBrier()).containsExactly(new double[] {2 / 3.0}, within(1e-12));
    }

    /**
     * Twelve months of each of 13 years, whose scores share half of their variance: the interval of 90 % holds a difference of 0
     * in nine cases of ten, four standard deviations of 1,000 trials aside, where months with correlation up to a lag of 11 make
     * it hold in 82 %.
     */
    @Test
    void scoresOfOneOriginAreOneObservation() {
        int trials = 1000;
        int months = 12;
        Stream stream = new Streams().register("test", "origins");
        Draws draws = new Draws();
        CountDistribution any = new SampleCounts(new int[] {0});
        List<CountDistribution> forecasts = Collections.nCopies(13 * months, any);
        CountTest zero = CountTest.of("zero", forecasts, new int[13 * months], 1);
        int held = 0;
        for (int trial = 0; trial < trials; trial++) {
            draws.startRun(10, trial);
            double[] scores = new double[13 * months];
            Arrays.setAll(scores, i -> draws.normal(stream, i) + draws.normal(stream, scores.length + i / months));
            CountTest own =
                    new CountTest("own", forecasts, zero.outcomes(), scores, zero.half(), zero.wide(), zero.pit());
            ScoreComparison told = own.against(zero, months, .9);
            held += told.low() <= 0 && 0 <= told.high() ? 1 : 0;
        }
        assertThat(held / (double) trials).isCloseTo(.9, within(4 * Math.sqrt(.09 / trials)));
        assertThatThrownBy(() -> zero.against(zero, 10, .9)).hasMessageContaining("156 counts");
    }

    /** Under the right forecast the transforms are uniform: Kolmogorov–Smirnov at level .001 is 1.95/√n. */
    @Test
    void transformsOfRightForecastsAreUniform() {
        int n = 2000;
        Stream stream = new Streams().register("test", "count");
        Draws draws = new Draws();
        draws.startRun(5, 0);
        PoissonCounts poisson = new PoissonCounts(1.3);
        int[] outcomes = new int[n];
        Arrays.setAll(outcomes, i -> poisson.quantile(Math.max(1e-12, draws.uniform(stream, i))));
        CountTest test = CountTest.of("right", CountTest.fromOneOrigin(new int[0], n, past -> poisson), outcomes, 7);
        double[] sorted = test.pit().clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.max((i + 1.0) / n - sorted[i], sorted[i] - (double) i / n));
        }
        assertThat(largest).isLessThan(1.95 / Math.sqrt(n));
        assertThat(Arrays.stream(test.randomisedHeights(5)).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void oneAheadSeesWhatCameBeforeAndOneOriginDoesNot() {
        int[] history = {1, 1};
        int[] outcomes = {9, 9};
        List<CountDistribution> ahead =
                CountTest.oneAhead(history, outcomes, past -> Baselines.trailingPoisson(past, 1));
        assertThat(ahead.get(0).mean()).isEqualTo(1.5);
        assertThat(ahead.get(1).mean()).isEqualTo(9.5);
        List<CountDistribution> fixed = CountTest.fromOneOrigin(history, 2, past -> Baselines.trailingPoisson(past, 1));
        assertThat(fixed.get(1).mean()).isEqualTo(1.5);
    }

    @Test
    void estimatesAreHeldAgainstTheShareOfRuns() {
        TradeEstimate about = History.containers().stream()
                .filter(e -> e.date().equals(LocalDate.of(2024, 2, 27)))
                .findFirst()
                .orElseThrow();
        EstimateCheck check = EstimateCheck.of(about, 25, new double[] {.1, .6, .7, 2}, 10_000);
        // About 6,700, 15 % either way: .5695 to .7705 units.
        assertThat(check.low()).isCloseTo(.5695, within(1e-9));
        assertThat(check.high()).isCloseTo(.7705, within(1e-9));
        assertThat(check.below()).isEqualTo(.25);
        assertThat(check.above()).isEqualTo(.25);
        assertThat(check.inside()).isEqualTo(.5);
        assertThat(EstimateCheck.of(about, 25, new double[] {.1, .2}, 10_000).compatible())
                .isFalse();
        TradeEstimate bound = History.containers().get(0);
        assertThat(EstimateCheck.of(bound, 6, new double[] {.2, .3}, 10_000).above())
                .isZero();
    }

    @Test
    void delaysOfRunsWithoutTheStepCountAsNever() {
        DelayCheck check = DelayCheck.of("a to b", 2, new double[] {1, 2, 2, Double.NaN, 9});
        assertThat(check.earlier()).isEqualTo(.2);
        assertThat(check.same()).isEqualTo(.4);
        assertThat(check.never()).isCloseTo(.2, within(1e-12));
        assertThat(check.later()).isCloseTo(.2, within(1e-12));
        assertThat(check.quantile(.5)).isEqualTo(2);
        assertThatThrownBy(() -> DelayCheck.of("none", 2, new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Quantiles of type 7: of 1..4 the quartiles are 1.75, 2.5 and 3.25 (as R's quantile gives them). */
    @Test
    void quantilesAreThoseOfTypeSeven() {
        double[] values = {4, 1, 3, 2};
        assertThat(Quantiles.of(values, .25)).isEqualTo(1.75);
        assertThat(Quantiles.of(values, .5)).isEqualTo(2.5);
    }

    @Test
    void classesAreRootsOfCameo() {
        assertThat(EventClass.root("1312")).hasValue("13");
        assertThat(EventClass.root("Threaten")).hasValue("13");
        assertThat(EventClass.root("SOMETHING")).isEmpty();
        assertThat(EventClass.ofModel()).containsKeys("07", "13", "16").doesNotContainKey("18");
    }
}
