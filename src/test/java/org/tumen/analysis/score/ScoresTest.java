package org.tumen.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Interval;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

class ScoresTest {
    private static double probability(CountDistribution counts, int k) {
        return counts.cumulative(k) - counts.cumulative(k - 1);
    }

    private static final Stream LUCK = new Streams().register("test", "luck");

    private static double expected(ToDoubleBiFunction<double[], Integer> score, double[] forecast, double[] truth) {
        return IntStream.range(0, truth.length)
                .mapToDouble(k -> truth[k] * score.applyAsDouble(forecast, k))
                .sum();
    }

    @Property(tries = 200, seed = "2007")
    void categoricalScoresAreProper(
            @ForAll @DoubleRange(min = .01, max = 1) double a,
            @ForAll @DoubleRange(min = .01, max = 1) double b,
            @ForAll @DoubleRange(min = .01, max = 1) double c,
            @ForAll @DoubleRange(min = .01, max = 1) double d) {
        double[] truth = {a / (a + b + c), b / (a + b + c), c / (a + b + c)};
        double[] other = {d / (d + a + b), a / (d + a + b), b / (d + a + b)};
        List<ToDoubleBiFunction<double[], Integer>> scores =
                List.of(CategoricalScores::logScore, CategoricalScores::brier);
        for (ToDoubleBiFunction<double[], Integer> score : scores) {
            assertThat(expected(score, truth, truth)).isLessThanOrEqualTo(expected(score, other, truth) + 1e-12);
        }
    }

    @Test
    void categoricalScoresByHand() {
        double[] forecast = {.5, .3, .2};
        assertThat(CategoricalScores.brier(forecast, 1)).isCloseTo(.25 + .49 + .04, within(1e-12));
        assertThat(CategoricalScores.logScore(forecast, 1)).isCloseTo(-Math.log(.3), within(1e-12));
        assertThat(CategoricalScores.brier(new double[] {.7, .3}, 0))
                .isCloseTo(2 * CategoricalScores.binaryBrier(.7, true), within(1e-12));
        assertThat(CategoricalScores.logScore(new double[] {1, 0}, 1)).isInfinite();
    }

    @Test
    void whatIsNoForecastIsRefused() {
        double[][] none = {{.5, .4}, {.5, .6}, {1.2, -.2}, {Double.NaN, 1}};
        for (double[] forecast : none) {
            refused(forecast, 0);
        }
        refused(new double[] {.5, .5}, 2);
        refused(new double[] {.5, .5}, -1);
        assertThatThrownBy(() -> Baselines.baseRate(new int[] {1, 0}, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Baselines.negativeBinomialByLikelihood(new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Baselines.trailingPoisson(new int[] {1}, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(double[] forecast, int outcome) {
        assertThatThrownBy(() -> CategoricalScores.brier(forecast, outcome))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CategoricalScores.logScore(forecast, outcome))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void crpsOfThePoissonIsTheClosedFormOfWeiAndHeld() {
        for (double mean : new double[] {.3, 2, 14.5}) {
            PoissonCounts poisson = new PoissonCounts(mean);
            for (int y : new int[] {0, 1, 5, 20}) {
                double closed = (y - mean) * (2 * poisson.cumulative(y) - 1)
                        + 2 * mean * probability(poisson, y)
                        - mean * Math.exp(-2 * mean) * (bessel(0, 2 * mean) + bessel(1, 2 * mean));
                assertThat(Crps.ofCounts(poisson, y)).isCloseTo(closed, within(1e-8));
            }
        }
    }

    /** The modified Bessel function of the first kind by its series. */
    private static double bessel(int order, double x) {
        double term = order == 0 ? 1 : x / 2;
        double sum = 0;
        for (int k = 1; k < 200; k++) {
            sum += term;
            term *= x * x / 4 / (k * (double) (k + order));
        }
        return sum;
    }

    @Test
    void crpsOfASampleOfCountsIsThatOfItsDistribution() {
        int[] sample = {0, 0, 1, 3, 7};
        for (int y = 0; y < 10; y++) {
            // E|X − y| − ½E|X − X′| over the sample.
            double sum = 0;
            for (int a : sample) {
                sum += Math.abs(a - y) / 5.0;
                for (int b : sample) {
                    sum -= Math.abs(a - b) / 50.0;
                }
            }
            assertThat(Crps.ofCounts(new SampleCounts(sample), y)).isCloseTo(sum, within(1e-12));
        }
    }

    @Property(tries = 100, seed = "2007")
    void crpsOfCountsIsProper(
            @ForAll @DoubleRange(min = .2, max = 8) double truth,
            @ForAll @DoubleRange(min = .2, max = 8) double other) {
        PoissonCounts right = new PoissonCounts(truth);
        double own = 0;
        double wrong = 0;
        for (int y = 0; y < 50; y++) {
            own += probability(right, y) * Crps.ofCounts(right, y);
            wrong += probability(right, y) * Crps.ofCounts(new NegativeBinomialCounts(other, 2), y);
        }
        assertThat(own).isLessThan(wrong);
    }

    @Property(tries = 50, seed = "2007")
    void theNegativeBinomialHasItsMoments(
            @ForAll @DoubleRange(min = .2, max = 8) double mean, @ForAll @DoubleRange(min = .5, max = 9) double size) {
        NegativeBinomialCounts counts = new NegativeBinomialCounts(mean, size);
        double first = 0;
        double second = 0;
        double cumulative = 0;
        for (int k = 0; k < 2000; k++) {
            double p = probability(counts, k);
            cumulative += p;
            first += k * p;
            second += (double) k * k * p;
            if (k < 20) {
                assertThat(counts.cumulative(k)).isCloseTo(cumulative, within(1e-9));
            }
        }
        assertThat(first).isCloseTo(mean, within(1e-6));
        assertThat(second - first * first).isCloseTo(mean + mean * mean / size, within(1e-4));
    }

    @Test
    void confidenceIntervalsAreThePublishedOnes() {
        // A. Agresti, B. A. Coull, The American Statistician 52 (1998): 0 of 10 by Wilson at 95 %: (0, 0.278).
        assertThat(new Coverage(0, 10).wilson(.95).high()).isCloseTo(.2775, within(5e-4));
        // Those of scipy.stats.binomtest(k, n).proportion_ci(level, "wilson").
        holds(new Coverage(3, 12).wilson(.95), .08894166839405471, .5323053349335657);
        holds(new Coverage(81, 263).wilson(.9), .26331361718848145, .3565663496084882);
        holds(new Coverage(40, 40).wilson(.95), .9123783988027133, 1);
        assertThat(Coverage.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}, new double[] {1, 2, 2.1}))
                .isEqualTo(new Coverage(2, 3));
    }

    private static void holds(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    /** By numpy: Student's interval, and the one about the orthonormal cosine transforms of scipy.fft.dct. */
    @Test
    void differencesOfLossesHaveTheIntervalsOfTheirFormulas() {
        double[] first = {.2, .5, 1.1, .4, .9, 1.6, .3, .8, .7, 1.2, .1, .6};
        double[] second = {.3, .1, 1, .9, .2, 1.1, .8, .4, .1, .9, .5, .2};
        holds(ScoreComparison.independent(first, second, .95).interval(), -.11589908284889183, .4325657495155585);
        holds(ScoreComparison.inTime(first, second, .9).interval(), .062181862080623276, .2544848045860434);
        double[] rising = new double[48];
        double[] steps = {0, .1, .3, -.2};
        Arrays.setAll(rising, i -> first[i % 12] - second[i % 12] + steps[i / 12]);
        ScoreComparison many = ScoreComparison.inTime(rising, new double[48], .9);
        assertThat(many.difference()).isCloseTo(.20833333333333334, within(1e-12));
        holds(many.interval(), .06238142140807376, .35428524525859295);
        assertThatThrownBy(() -> ScoreComparison.inTime(new double[3], new double[3], .9))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScoreComparison.independent(new double[3], new double[2], .9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A count is spread over what its forecast gave it: two forecasts of three counts, in four bins. */
    @Test
    void thePitHistogramSpreadsEachCountOverItsProbability() {
        // Distribution functions 0.5, 0.75, 1 and 0.2, 0.6, 1.
        CountDistribution one = new SampleCounts(new int[] {0, 0, 1, 2});
        CountDistribution other = new SampleCounts(new int[] {0, 1, 1, 2, 2});
        PitHistogram spread = PitHistogram.of(List.of(one, other), new int[] {0, 1}, 4);
        // The first lies evenly over (0, 0.5), the second over (0.2, 0.6).
        assertThat(spread.heights().stream().mapToDouble(h -> h / 4 * 2).toArray())
                .containsExactly(new double[] {.5 + .125, .5 + .625, .25, 0}, within(1e-12));
        // The tail of Pearson's statistic, 2/4 · Σ(h − 1)², at three degrees of freedom, by scipy.
        assertThat(spread.flatness()).isCloseTo(0.6967685416881777, within(1e-9));
        assertThat(PitHistogram.randomised(other, 1, .25)).isCloseTo(.2 + .1, within(1e-12));
    }

    @Test
    void thePitHistogramIsFlatForTheRightForecastAndNotForAWrongOne() {
        int n = 2000;
        int[] outcomes = new int[n];
        Draws draws = new Draws();
        PoissonCounts right = new PoissonCounts(3);
        for (int i = 0; i < n; i++) {
            draws.startRun(4, i);
            outcomes[i] = right.quantile(draws.uniform(LUCK, 0));
        }
        PitHistogram flat = PitHistogram.of(Collections.nCopies(n, right), outcomes, 10);
        assertThat(flat.heights().stream().mapToDouble(h -> h).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
        assertThat(flat.flatness()).isGreaterThan(.001);
        PitHistogram narrow = PitHistogram.of(Collections.nCopies(n, new PoissonCounts(1.5)), outcomes, 10);
        assertThat(narrow.flatness()).isLessThan(1e-6);
        double u = PitHistogram.randomised(right, 0, .5);
        assertThat(u).isCloseTo(probability(right, 0) / 2, within(1e-12));
    }

    @Test
    void theCalibrationCurveCountsAndItsIntervalHoldsTheShare() {
        CalibrationCurve curve =
                CalibrationCurve.of(new double[] {.05, .05, .95, 1}, new boolean[] {false, true, true, true}, 10, .9);
        assertThat(curve.points()).hasSize(2);
        CalibrationCurve.Point first = curve.points().get(0);
        assertThat(first.observed()).isEqualTo(.5);
        assertThat(first.interval().low()).isLessThan(.5);
        assertThat(first.interval().high()).isGreaterThan(.5);
        assertThat(curve.points().get(1).forecast()).isCloseTo(.975, within(1e-12));
    }
}
