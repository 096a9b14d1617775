package org.tumen.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiFunction;
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

    /** Of 16 independent pairs, as many as drafts are forecast, an interval of 90 % holds the difference in nine cases of ten. */
    @Test
    void intervalsOfIndependentPairsHoldAsOftenAsTheyState() {
        assertThat(held(16, 0, (first, second) -> ScoreComparison.independent(first, second, .9)))
                .isCloseTo(.9, within(DEVIATIONS));
    }

    /**
     * Of 28 months one by one as well; where each has half of the one before, in 88 % (200,000 series), where weights that fall to
     * a lag of three make it 81 %.
     */
    @Test
    void intervalsOfSeriesAllowForCorrelation() {
        assertThat(held(28, 0, (first, second) -> ScoreComparison.inTime(first, second, .9)))
                .isCloseTo(.9, within(DEVIATIONS));
        assertThat(held(28, .5, (first, second) -> ScoreComparison.inTime(first, second, .9)))
                .isCloseTo(.884, within(DEVIATIONS));
    }

    private static final int TRIALS = 2000;

    /** Four standard deviations of a share of the trials. */
    private static final double DEVIATIONS = 4 * Math.sqrt(.09 / TRIALS);

    /** How often the interval holds the true difference of 0; what is compared has some of the one before. */
    private static double held(int n, double some, BiFunction<double[], double[], ScoreComparison> compare) {
        Draws draws = new Draws();
        int held = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            draws.startRun(8, trial);
            double[] first = new double[n];
            double[] second = new double[n];
            for (int i = 0; i < n; i++) {
                double fresh = i == 0 ? 1 : Math.sqrt(1 - some * some);
                first[i] = fresh * draws.normal(LUCK, 2 * i) + (i == 0 ? 0 : some * first[i - 1]);
                second[i] = fresh * draws.normal(LUCK, 2 * i + 1) + (i == 0 ? 0 : some * second[i - 1]);
            }
            ScoreComparison told = compare.apply(first, second);
            held += told.low() <= 0 && 0 <= told.high() ? 1 : 0;
        }
        return held / (double) TRIALS;
    }
}
