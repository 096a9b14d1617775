package org.tumen.analysis.hindcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.score.PoissonCounts;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.world.history.History;
import org.tumen.world.history.Launch;

class LaunchCampaignTest {
    private static final int PATHS = 40_000;

    private static double mean(int[][] paths, int week) {
        return Arrays.stream(paths).mapToInt(p -> p[week]).average().orElseThrow();
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Without a season windows are coins, and two levels are weighed by the binomial likelihood. */
    @Test
    void candidatesAreWeighedByBayesRule() {
        List<LaunchCampaign> two = List.of(new LaunchCampaign(-2, 0, .9, 3), new LaunchCampaign(0, 0, .9, 3));
        int[] history = {1, 0, 2, 1, 1};
        double[] p = {logistic(-2), logistic(0)};
        double[] weight = new double[2];
        for (int i = 0; i < 2; i++) {
            weight[i] = Math.pow(p[i], 5) * Math.pow(1 - p[i], 10);
        }
        double expected = 3 * (weight[0] * p[0] + weight[1] * p[1]) / (weight[0] + weight[1]);
        // A week's count lies in 0..3, so that its standard deviation is below 1.5.
        assertThat(mean(LaunchCampaign.paths(two, history, 2, PATHS, 3), 1))
                .isCloseTo(expected, within(4 * 1.5 / Math.sqrt(PATHS)));
    }

    /** Three fair coins a week, each its own; more launches than windows fill them all. */
    @Test
    void windowsFireApart() {
        List<LaunchCampaign> coins = List.of(new LaunchCampaign(0, 0, .9, 3));
        int[][] paths = LaunchCampaign.paths(coins, new int[0], 1, PATHS, 5);
        double all = Arrays.stream(paths).filter(p -> p[0] == 3).count() / (double) PATHS;
        assertThat(all).isCloseTo(1 / 8.0, within(4 * Math.sqrt(7 / 64.0 / PATHS)));
        List<LaunchCampaign> two = List.of(new LaunchCampaign(-2, 1, .9, 3), new LaunchCampaign(0, 1, .9, 3));
        assertThat(LaunchCampaign.paths(two, new int[] {7, 0}, 3, 20, 5))
                .isDeepEqualTo(LaunchCampaign.paths(two, new int[] {3, 0}, 3, 20, 5));
    }

    /** Each week by itself, from the eve of an origin back; what falls on the origin is not known yet, and no test is a launch. */
    @Test
    void weeksBeforeAnOriginEndOnItsEve() {
        for (Launch origin : History.launches().subList(30, 60)) {
            int[] weeks = RollingOrigins.weeksBefore(origin.date());
            for (int back = 0; back < weeks.length; back++) {
                LocalDate to = origin.date().minusWeeks(back);
                LocalDate from = to.minusWeeks(1);
                assertThat((long) weeks[weeks.length - 1 - back])
                        .isEqualTo(History.launches().stream()
                                .filter(l -> l.kind().isLaunch())
                                .filter(l ->
                                        !l.date().isBefore(from) && l.date().isBefore(to))
                                .count());
            }
        }
    }

    /** The season after some weeks, by the filter and by weighing simulated seasons with the likelihood of these weeks. */
    @Test
    void theSeasonIsFilteredAsByImportanceSampling() {
        LaunchCampaign campaign = new LaunchCampaign(-1.5, 1, .9, 3);
        int[] history = {0, 2, 3, 1};
        SplittableRandom random = new SplittableRandom(4);
        int n = 200_000;
        double sum = 0;
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double c = normal(random);
            double weight = 1;
            for (int count : history) {
                c = .9 * c + Math.sqrt(1 - .81) * normal(random);
                double p = logistic(-1.5 + c);
                weight *= Math.pow(p, count) * Math.pow(1 - p, 3 - count);
            }
            c = .9 * c + Math.sqrt(1 - .81) * normal(random);
            sum += weight * 3 * logistic(-1.5 + c);
            weights += weight;
            squares += weight * weight;
        }
        double effective = weights * weights / squares;
        double allowed = 4 * 1.5 * Math.sqrt(1 / effective + 1.0 / PATHS) + .005;
        assertThat(mean(LaunchCampaign.paths(List.of(campaign), history, 1, PATHS, 8), 0))
                .isCloseTo(sum / weights, within(allowed));
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Test
    void rightIntervalsOfCountsHoldMoreThanTheirNominalShare() {
        PoissonCounts rare = new PoissonCounts(.3);
        CountTest test = CountTest.of("rare", List.of(rare, rare), new int[] {0, 1}, 1);
        // Its 5 % and 95 % quantiles are 0 and 1: e^-.3 · 1.3.
        assertThat(test.expectedCoverage(.05)).isCloseTo(1.3 * Math.exp(-.3), within(1e-12));
    }

    /** Of counts forecast from one origin the means are compared, and of fewer than eight nothing but the difference is told. */
    @Test
    void countsOfAnOriginAreComparedByTheirMean() {
        int[] outcomes = {0, 3, 1, 0, 2, 5, 1, 1, 0, 4, 2, 0, 1, 3, 0, 2};
        CountTest low = CountTest.of("low", Collections.nCopies(16, new PoissonCounts(.8)), outcomes, 1);
        CountTest high = CountTest.of("high", Collections.nCopies(16, new PoissonCounts(1.9)), outcomes, 1);
        double[] first = new double[8];
        double[] second = new double[8];
        for (int i = 0; i < 8; i++) {
            first[i] = (low.crps()[2 * i] + low.crps()[2 * i + 1]) / 2;
            second[i] = (high.crps()[2 * i] + high.crps()[2 * i + 1]) / 2;
        }
        ScoreComparison told = low.against(high, 2, .9);
        ScoreComparison expected = ScoreComparison.inTime(first, second, .9);
        assertThat(told.difference()).isCloseTo(expected.difference(), within(1e-12));
        assertThat(told.low()).isCloseTo(expected.low(), within(1e-12));
        assertThat(told.high()).isCloseTo(expected.high(), within(1e-12));
        assertThat(low.against(high, 1, .9)).isEqualTo(ScoreComparison.inTime(low.crps(), high.crps(), .9));
        assertThat(low.against(high, 4, .9).difference()).isCloseTo(low.meanCrps() - high.meanCrps(), within(1e-12));
        assertThat(low.against(high, 4, .9).interval()).isNull();
        assertThatThrownBy(() -> low.against(high, 3, .9)).hasMessageContaining("16 counts are not origins of 3 each");
        assertThatThrownBy(() -> CountTest.of("none", List.of(), new int[0], 1)).hasMessageContaining("at least one");
    }

    /** Thirteen years of twelve months, each forecast seen by all forecasters, which see the same record. */
    @Test
    void yearsAreForecastFromTheirFirstDay() {
        RollingOrigins all = RollingOrigins.of(new LaunchCampaign(-2.83, 1, .953, 3), 2012, 2024, 1);
        assertThat(all.monthly())
                .hasSize(5)
                .allSatisfy(t -> assertThat(t.outcomes()).hasSize(156));
        assertThat(all.yearly().get(0).outcomes()).containsExactly(3, 4, 16, 10, 19, 16, 0, 10, 5, 7, 37, 24, 17);
        for (int year = 0; year < 13; year++) {
            // Months and years are of the same paths.
            double sum = 0;
            for (int month = 12 * year; month < 12 * year + 12; month++) {
                sum += all.monthly().get(0).forecasts().get(month).mean();
            }
            assertThat(all.yearly().get(0).forecasts().get(year).mean()).isCloseTo(sum, within(1e-9));
            // A year before is known, with half a launch more (Jeffreys), and nothing of the year itself.
            if (year > 0) {
                assertThat(all.monthly().get(2).name()).isEqualTo("Poisson, mean of 12 months");
                assertThat(all.monthly().get(2).forecasts().get(12 * year + 5).mean())
                        .isCloseTo((all.yearly().get(0).outcomes()[year - 1] + .5) / 12, within(1e-12));
            }
        }
        // The quiet of 2018 is seen from 2019, the rush of 2022 from 2023.
        CountTest fitted = all.yearly().get(0);
        assertThat(fitted.forecasts().get(7).mean())
                .isLessThan(fitted.forecasts().get(6).mean());
        assertThat(fitted.forecasts().get(11).mean())
                .isGreaterThan(fitted.forecasts().get(10).mean());
    }

    /** Two crises in nine years: 1 − (9/12)^2.5 for three years of the same rate. */
    @Test
    void theRateOfCrisesIsThatOfTheRecord() {
        CrisisCheck check = CrisisCheck.of(156, 36, 100);
        assertThat(check.crises()).isEqualTo(2);
        // From September 2014 to September 2023 are 3,287 days, and 156 weeks have 1,092.
        assertThat(check.mean()).isCloseTo(1 - Math.pow(3_287 / (3_287.0 + 1_092), 2.5), within(1e-12));
        // The rate is gamma: chi-squared with 5 degrees of freedom, whose 5 % and 95 % quantiles are 1.1455 and
        // 11.0705, over twice 3,287.
        assertThat(check.low()).isCloseTo(1 - Math.exp(-1_092 * 1.1454762 / 2 / 3_287), within(1e-6));
        assertThat(check.high()).isCloseTo(1 - Math.exp(-1_092 * 11.0704977 / 2 / 3_287), within(1e-6));
        assertThat(CrisisCheck.of(156, 90, 100).compatible()).isFalse();
        assertThat(CrisisCheck.of(156, 10, 100).compatible()).isFalse();
        assertThat(check.compatible()).isTrue();
    }
}
