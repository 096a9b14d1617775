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
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

class ScoresTest {
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
                List.of(CategoricalScores::logScore, CategoricalScores::brier, CategoricalScores::rankedProbability);
        for (ToDoubleBiFunction<double[], Integer> score : scores) {
            assertThat(expected(score, truth, truth)).isLessThanOrEqualTo(expected(score, other, truth) + 1e-12);
        }
    }

    @Test
    void categoricalScoresByHand() {
        double[] forecast = {.5, .3, .2};
        assertThat(CategoricalScores.brier(forecast, 1)).isCloseTo(.25 + .49 + .04, within(1e-12));
        assertThat(CategoricalScores.logScore(forecast, 1)).isCloseTo(-Math.log(.3), within(1e-12));
        assertThat(CategoricalScores.rankedProbability(forecast, 2)).isCloseTo(.25 + .64, within(1e-12));
        assertThat(CategoricalScores.brier(new double[] {.7, .3}, 0))
                .isCloseTo(2 * CategoricalScores.binaryBrier(.7, true), within(1e-12));
        assertThat(CategoricalScores.logScore(new double[] {1, 0}, 1)).isInfinite();
        assertThatThrownBy(() -> CategoricalScores.brier(new double[] {.5, .4}, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDecompositionAddsUpToTheScore() {
        Draws draws = new Draws();
        int n = 500;
        double[] p = new double[n];
        boolean[] happened = new boolean[n];
        double score = 0;
        for (int i = 0; i < n; i++) {
            draws.startRun(1, i);
            p[i] = draws.uniform(LUCK, 0);
            happened[i] = draws.chance(LUCK, 1, p[i] * p[i]);
            score += CategoricalScores.binaryBrier(p[i], happened[i]) / n;
        }
        BrierDecomposition split = BrierDecomposition.of(p, happened, 10);
        assertThat(split.score()).isCloseTo(score, within(1e-12));
        // The event happens with p², so that reliability is near E(p − p²)² = 1/30.
        assertThat(split.reliability()).isCloseTo(1 / 30.0, within(.02));
    }

    @Test
    void crpsOfANormalAtItsMeanIsTheClosedForm() {
        // σ(√2 − 1)/√π for an outcome at the mean.
        assertThat(Crps.ofNormal(3, 2, 3)).isCloseTo(2 * (Math.sqrt(2) - 1) / Math.sqrt(Math.PI), within(1e-12));
    }

    @Test
    void crpsOfALargeNormalSampleApproachesTheClosedForm() {
        int n = 20_000;
        double[] sample = new double[n];
        Draws draws = new Draws();
        for (int i = 0; i < n; i++) {
            draws.startRun(2, i);
            sample[i] = 1 + 2 * draws.normal(LUCK, 0);
        }
        // The error is about that of a mean of |X − y|, sd below 2: four standard errors.
        assertThat(Crps.fairOfSample(sample, 2)).isCloseTo(Crps.ofNormal(1, 2, 2), within(4 * 2 / Math.sqrt(n)));
    }

    @Test
    void theFairScoreIsUnbiasedForSmallSamplesAndThePlainOneIsNot() {
        int repetitions = 20_000;
        double fair = 0;
        double plain = 0;
        double square = 0;
        Draws draws = new Draws();
        for (int i = 0; i < repetitions; i++) {
            draws.startRun(3, i);
            double[] sample = {draws.normal(LUCK, 0), draws.normal(LUCK, 1), draws.normal(LUCK, 2)};
            double score = Crps.fairOfSample(sample, .5);
            fair += score / repetitions;
            square += score * score / repetitions;
            plain += Crps.ofSample(sample, .5) / repetitions;
        }
        double se = Math.sqrt((square - fair * fair) / repetitions);
        assertThat(fair).isCloseTo(Crps.ofNormal(0, 1, .5), within(4 * se));
        // The bias of the plain score is E|X − X′|/(2m) = (2/√π)/6.
        assertThat(plain - fair).isCloseTo(1 / (3 * Math.sqrt(Math.PI)), within(4 * se));
    }

    @Test
    void crpsOfThePoissonIsTheClosedFormOfWeiAndHeld() {
        for (double mean : new double[] {.3, 2, 14.5}) {
            PoissonCounts poisson = new PoissonCounts(mean);
            for (int y : new int[] {0, 1, 5, 20}) {
                double closed = (y - mean) * (2 * poisson.cumulative(y) - 1)
                        + 2 * mean * poisson.probability(y)
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
        double[] numbers = Arrays.stream(sample).asDoubleStream().toArray();
        for (int y = 0; y < 10; y++) {
            assertThat(Crps.ofCounts(new SampleCounts(sample), y)).isCloseTo(Crps.ofSample(numbers, y), within(1e-12));
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
            own += right.probability(y) * Crps.ofCounts(right, y);
            wrong += right.probability(y) * Crps.ofCounts(new NegativeBinomialCounts(other, 2), y);
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
            double p = counts.probability(k);
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
    void theIntervalScoreIsWinklers() {
        assertThat(IntervalScore.of(1, 4, .1, 2)).isEqualTo(3);
        assertThat(IntervalScore.of(1, 4, .1, 5)).isCloseTo(3 + 20, within(1e-12));
        assertThat(IntervalScore.of(1, 4, .1, 0)).isCloseTo(3 + 20, within(1e-12));
    }

    @Test
    void confidenceIntervalsAreThePublishedOnes() {
        // A. Agresti, B. A. Coull, The American Statistician 52 (1998): 0 of 10 by Wilson at 95 %: (0, 0.278); Clopper
        // and
        // Pearson's upper end for no hits is 1 − (α/2)^(1/n).
        assertThat(new Coverage(0, 10).wilson(.95).high()).isCloseTo(.2775, within(5e-4));
        assertThat(new Coverage(0, 10).clopperPearson(.95).high()).isCloseTo(1 - Math.pow(.025, .1), within(1e-8));
        assertThat(new Coverage(2, 26).clopperPearson(.95).low()).isCloseTo(.00946, within(5e-5));
    }

    @Property(tries = 40, seed = "2007")
    void clopperPearsonInvertsTheBinomial(@ForAll @IntRange(min = 1, max = 29) int hits) {
        Coverage.Bounds bounds = new Coverage(hits, 30).clopperPearson(.9);
        BinomialDistribution atLow = new BinomialDistribution(null, 30, bounds.low());
        assertThat(1 - atLow.cumulativeProbability(hits - 1)).isCloseTo(.05, within(1e-6));
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
        assertThat(u).isCloseTo(right.probability(0) / 2, within(1e-12));
    }

    @Test
    void theCalibrationCurveCountsAndItsIntervalHoldsTheShare() {
        CalibrationCurve curve =
                CalibrationCurve.of(new double[] {.05, .05, .95, 1}, new boolean[] {false, true, true, true}, 10, .9);
        assertThat(curve.points()).hasSize(2);
        CalibrationCurve.Point first = curve.points().get(0);
        assertThat(first.observed()).isEqualTo(.5);
        assertThat(first.low()).isLessThan(.5);
        assertThat(first.high()).isGreaterThan(.5);
        assertThat(curve.points().get(1).forecast()).isCloseTo(.975, within(1e-12));
    }
}
