package org.tumen.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

class BaselinesTest {
    private static final Stream LUCK = new Streams().register("test", "luck");

    @Test
    void baseRatesAreSmoothed() {
        assertThat(Baselines.baseRate(new int[] {24, 2}, Baselines.LAPLACE))
                .containsExactly(new double[] {25 / 28.0, 3 / 28.0}, within(1e-12));
        assertThat(Baselines.baseRate(new int[] {3, 0}, Baselines.JEFFREYS)[1]).isCloseTo(.125, within(1e-12));
    }

    @Test
    void theTrailingMeanUsesItsWindow() {
        assertThat(Baselines.trailingPoisson(new int[] {9, 9, 1, 2}, 2).mean()).isCloseTo(1.75, within(1e-12));
        assertThat(Baselines.trailingPoisson(new int[] {0, 0}, 12).mean()).isCloseTo(.25, within(1e-12));
    }

    @Test
    void negativeBinomialsAreRecovered() {
        NegativeBinomialCounts truth = new NegativeBinomialCounts(4, 2);
        int[] counts = new int[4000];
        Draws draws = new Draws();
        for (int i = 0; i < counts.length; i++) {
            draws.startRun(7, i);
            counts[i] = truth.quantile(draws.uniform(LUCK, 0));
        }
        // Sd of the mean: √(12/4000) = .055. The size's standard error at this n is about .1 by the Fisher information;
        // four of each.
        NegativeBinomialCounts fitted = (NegativeBinomialCounts) Baselines.negativeBinomialByLikelihood(counts);
        assertThat(fitted.mean()).isCloseTo(4, within(.22));
        assertThat(fitted.size()).isCloseTo(2, within(.4));
    }

    @Test
    void countsWithoutOverdispersionGiveAPoisson() {
        int[] even = {2, 3, 2, 3, 2, 3};
        assertThat(Baselines.negativeBinomialByLikelihood(even)).isInstanceOf(PoissonCounts.class);
    }

    @Test
    void theDieboldMarianoTestKeepsItsLevel() {
        int rejections = 0;
        int trials = 2000;
        Draws draws = new Draws();
        for (int trial = 0; trial < trials; trial++) {
            draws.startRun(8, trial);
            double[] first = new double[30];
            double[] second = new double[30];
            for (int i = 0; i < 30; i++) {
                first[i] = draws.normal(LUCK, 2 * i);
                second[i] = draws.normal(LUCK, 2 * i + 1);
            }
            rejections += ScoreComparison.dieboldMariano(first, second, 0, .9).p() < .1 ? 1 : 0;
        }
        // Binomial(2000, .1): four standard deviations. With lag 0 the statistic is Student's t up to nothing.
        assertThat(rejections / (double) trials).isCloseTo(.1, within(4 * Math.sqrt(.09 / trials)));
    }

    @Test
    void aBetterForecasterIsFoundAndBlocksWidenTheInterval() {
        double[] first = new double[60];
        double[] second = new double[60];
        int[] blocks = new int[60];
        Draws draws = new Draws();
        draws.startRun(9, 0);
        for (int i = 0; i < 60; i++) {
            blocks[i] = i / 10;
            first[i] = .5 * draws.normal(LUCK, 100 + blocks[i]);
            second[i] = 2;
        }
        ScoreComparison single = ScoreComparison.bootstrap(first, second, ScoreComparison.single(60), 2000, 1, .9);
        ScoreComparison blocked = ScoreComparison.bootstrap(first, second, blocks, 2000, 1, .9);
        assertThat(single.high()).isLessThan(0);
        assertThat(single.p()).isLessThan(.01);
        assertThat(blocked.high() - blocked.low()).isGreaterThan(1.5 * (single.high() - single.low()));
        assertThat(ScoreComparison.bootstrap(first, second, blocks, 2000, 1, .9))
                .isEqualTo(blocked);
    }
}
