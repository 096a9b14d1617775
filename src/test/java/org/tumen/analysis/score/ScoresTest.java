package org.tumen.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
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
        assertThatThrownBy(() -> CategoricalScores.brier(new double[] {.5, .4}, 0))
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
