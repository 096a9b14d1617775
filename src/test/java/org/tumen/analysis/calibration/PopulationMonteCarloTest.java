package org.tumen.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.analysis.Interval;
import org.tumen.analysis.score.PoissonCounts;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

class PopulationMonteCarloTest {
    private static final Stream DATA = new Streams().register("test", "data");
    private static final Stream TRUTH = new Streams().register("test", "truth");
    private static final long NOISE_SEED = 77;

    /** The mean of n normal draws with standard deviation 1: its sampling distribution is known exactly. */
    private static Simulator normalMean(int n) {
        return (parameters, run) -> {
            Draws draws = new Draws();
            draws.startRun(NOISE_SEED, run);
            return new double[] {parameters[0] + draws.normal(DATA, 0) / Math.sqrt(n)};
        };
    }

    private static AbcSettings settings(int particles, double tolerance, long seed) {
        return new AbcSettings(particles, .5, tolerance, .005, 40, seed);
    }

    private static PopulationMonteCarlo calibration(
            List<PriorDistribution> priors, double[] observed, Simulator simulator, AbcSettings settings) {
        return new PopulationMonteCarlo(
                priors,
                observed,
                Collections.nCopies(observed.length, Double.NaN),
                simulator,
                settings,
                (pieces, piece) -> IntStream.range(0, pieces).parallel().forEach(piece));
    }

    /** A prior that says little and one that says as much as the data. */
    @ParameterizedTest
    @ValueSource(doubles = {2, .3})
    void theNormalMeanHasItsExactPosterior(double priorSd) throws Exception {
        // Ten draws of sd 1 with mean .8: posterior precision 1/priorSd² + 10, mean 8 over that.
        double precision = 1 / (priorSd * priorSd) + 10;
        double sd = Math.sqrt(1 / precision);
        Population last = calibration(
                        List.of(Priors.normal(0, priorSd)), new double[] {.8}, normalMean(10), settings(1000, .03, 1))
                .run(p -> {});
        Posterior posterior = Posterior.of(last);
        assertThat(last.tolerance()).isEqualTo(.03);
        double ess = last.effectiveSampleSize();
        assertThat(ess).isBetween(300.0, 1000.0);
        assertThat(posterior.mean(0)).isCloseTo(8 / precision, within(4 * sd / Math.sqrt(ess)));
        // Sd of a sample variance of m normal draws: σ²√(2/m); the tolerance adds (.03·scale)²/3, below 1 % of it.
        double variance = sd * sd;
        assertThat(posterior.variance(0)).isCloseTo(variance, within(variance * (4 * Math.sqrt(2 / ess) + .02)));
    }

    @Test
    void thePoissonRateHasItsExactPosterior() throws Exception {
        // Prior Gamma(2, 1), a sum of 20 counts of 31: posterior Gamma(33, 21).
        Simulator simulator = (parameters, run) -> {
            Draws draws = new Draws();
            draws.startRun(NOISE_SEED, run);
            return new double[] {new PoissonCounts(20 * parameters[0]).quantile(draws.uniform(DATA, 0))};
        };
        Population last = calibration(List.of(Priors.gamma(2, 1)), new double[] {31}, simulator, settings(800, 0, 2))
                .run(p -> {});
        Posterior posterior = Posterior.of(last);
        GammaDistribution exact = new GammaDistribution(null, 33, 1 / 21.0);
        double ess = last.effectiveSampleSize();
        assertThat(last.tolerance()).isZero();
        assertThat(posterior.mean(0))
                .isCloseTo(exact.getNumericalMean(), within(4 * Math.sqrt(exact.getNumericalVariance() / ess)));
        for (double p : new double[] {.05, .5, .95}) {
            double x = exact.inverseCumulativeProbability(p);
            assertThat(below(posterior, x)).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / ess)));
        }
    }

    @Test
    void aStoppedCalibrationGoesOnToTheSameResult() throws Exception {
        PopulationMonteCarlo calibration =
                calibration(List.of(Priors.normal(0, 2)), new double[] {.8}, normalMean(10), settings(60, .1, 3));
        List<Population> all = new ArrayList<>();
        Population last = calibration.run(all::add);
        assertThat(all).hasSizeGreaterThan(3);
        assertThat(calibration.resume(all.get(2), p -> {})).isEqualTo(last);
        assertThat(all).extracting(Population::tolerance).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aToleranceThatCannotBeMetEndsTheCalibration() throws Exception {
        Population last = calibration(
                        List.of(Priors.uniform(0, 1)),
                        new double[] {50},
                        (parameters, run) -> new double[] {parameters[0]},
                        new AbcSettings(20, .5, 0, .05, 100, 4))
                .run(p -> {});
        assertThat(last.tolerance()).isGreaterThan(0);
        assertThat(Posterior.of(last).quantile(0, 0)).isGreaterThan(.9);
    }

    /** Each of the 20 particles of the second generation tries 20 times the 20 points that the least acceptance allows. */
    @Test
    void whatAGenerationTriedThatWasGivenUpIsCounted() throws Exception {
        AtomicInteger simulated = new AtomicInteger();
        List<Population> whole = new ArrayList<>();
        Population last = calibration(
                        List.of(Priors.uniform(0, 1)),
                        new double[] {.5},
                        (parameters, run) ->
                                new double[] {simulated.incrementAndGet() <= 20 ? parameters[0] : Double.NaN},
                        new AbcSettings(20, .5, 0, .05, 100, 4))
                .run(whole::add);
        assertThat(whole).singleElement().extracting(Population::simulations).isEqualTo(20L);
        assertThat(last.simulations()).isEqualTo(20 + 20 * 400);
        assertThat(last.particles()).isEqualTo(whole.get(0).particles());
    }

    @Test
    void runsThatFailAreNeverAccepted() throws Exception {
        Population last = calibration(
                        List.of(Priors.uniform(0, 1)),
                        new double[] {.9},
                        (parameters, run) -> new double[] {parameters[0] > .5 ? Double.NaN : parameters[0]},
                        new AbcSettings(50, .3, .05, .01, 30, 5))
                .run(p -> {});
        assertThat(Posterior.of(last).quantile(0, 1)).isLessThanOrEqualTo(.5);
    }

    /** A target with a unit is measured in it, another in the deviation of its first draws. */
    @Test
    void unitsAreThoseThatAreStated() throws Exception {
        PopulationMonteCarlo calibration = new PopulationMonteCarlo(
                List.of(Priors.uniform(0, 1)),
                new double[] {3, 1},
                List.of(2.0, Double.NaN),
                (parameters, run) -> new double[] {parameters[0], 1},
                settings(20, 0, 1),
                (pieces, piece) -> IntStream.range(0, pieces).forEach(piece));
        Population first = calibration.first();
        assertThat(first.scales()).containsExactly(2.0, 1.0);
        Particle one = first.particles().get(0);
        assertThat(one.distance()).isCloseTo((3 - one.parameters().get(0)) / 2, within(1e-12));
    }

    @Test
    void aGenerationThatAcceptsTooLittleIsTheLast() {
        Particle particle = new Particle(List.of(0.0), List.of(0.0), 1, 0.5, 0);
        List<Particle> two = List.of(particle, particle);
        PopulationMonteCarlo calibration = calibration(
                List.of(Priors.uniform(0, 1)), new double[] {0}, normalMean(1), new AbcSettings(10, .5, .1, .05, 9, 1));
        Population enough = new Population(1, .5, List.of(1.0), two, 40, 900);
        assertThat(enough.acceptance()).isEqualTo(.05);
        assertThat(calibration.stopped(enough)).isFalse();
        assertThat(calibration.stopped(new Population(1, .5, List.of(1.0), two, 41, 900)))
                .isTrue();
    }

    @Test
    void keysOfAttemptsAreDistinct() throws Exception {
        assertThat(PopulationMonteCarlo.key(1, 0, 0)).isNotEqualTo(PopulationMonteCarlo.key(0, 1, 0));
        assertThat(PopulationMonteCarlo.key(1, 2, 3)).isNotEqualTo(PopulationMonteCarlo.key(1, 2, 4));
        assertThatThrownBy(() -> new AbcSettings(5, .5, 0, 0, 10, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWholeProcedureIsCalibrated() throws Exception {
        // Ninety-five trials: truths from the prior, data from the truth, ABC on the data. Ranks among 19 posterior
        // draws
        // are uniform and 90 % intervals cover in a Binomial(95, .9) number of trials, up to the tolerance's small
        // effect.
        int trials = 95;
        int[] ranks = new int[trials];
        int covered = 0;
        Simulator simulator = normalMean(4);
        for (int trial = 0; trial < trials; trial++) {
            Draws draws = new Draws();
            draws.startRun(6, trial);
            double truth = draws.normal(TRUTH, 0);
            double[] data = {truth + draws.normal(TRUTH, 1) / 2};
            Population last = calibration(
                            List.of(Priors.normal(0, 1)), data, simulator, settings(150, .1, 1000 + trial))
                    .run(p -> {});
            Posterior posterior = Posterior.of(last);
            covered += posterior.interval(0, .9).contains(truth) ? 1 : 0;
            ranks[trial] = RankHistogram.rank(posterior, 0, truth, 19, 8, trial);
        }
        BinomialDistribution expected = new BinomialDistribution(null, trials, .9);
        assertThat(covered)
                .isBetween(expected.inverseCumulativeProbability(.0005), expected.inverseCumulativeProbability(.9995));
        RankHistogram histogram = RankHistogram.of(ranks, 19, 5);
        assertThat(histogram.counts().stream().mapToInt(c -> c).sum()).isEqualTo(trials);
        assertThat(histogram.p()).isGreaterThan(.001);
    }

    @Test
    void wrongPosteriorsAreFoundOut() throws Exception {
        // A posterior half as wide as the truth's spread piles ranks up at the ends.
        int[] ranks = new int[200];
        List<List<Double>> points = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Draws draws = new Draws();
        for (int i = 0; i < 400; i++) {
            draws.startRun(9, i);
            points.add(List.of(.5 * draws.normal(DATA, 0)));
            weights.add(1 / 400.0);
        }
        Posterior narrow = new Posterior(points, weights);
        for (int trial = 0; trial < 200; trial++) {
            draws.startRun(10, trial);
            ranks[trial] = RankHistogram.rank(narrow, 0, draws.normal(TRUTH, 0), 19, 11, trial);
        }
        assertThat(RankHistogram.of(ranks, 19, 10).p()).isLessThan(1e-4);
    }

    private static double below(Posterior posterior, double x) {
        return IntStream.range(0, posterior.points().size())
                .filter(i -> posterior.points().get(i).get(0) <= x)
                .mapToDouble(i -> posterior.weights().get(i))
                .sum();
    }

    @Test
    void weightedSummariesByHand() throws Exception {
        Posterior posterior =
                new Posterior(List.of(List.of(1.0, 2.0), List.of(2.0, 4.0), List.of(4.0, 8.0)), List.of(.5, .25, .25));
        assertThat(posterior.mean(0)).isEqualTo(2);
        assertThat(posterior.variance(0)).isEqualTo(1.5);
        assertThat(posterior.quantile(0, .5)).isEqualTo(1);
        assertThat(posterior.quantile(0, .75)).isEqualTo(2);
        assertThat(posterior.interval(0, .9)).isEqualTo(new Interval(1, 4));
        assertThat(posterior.pick(.6)).isEqualTo(1);
        // The weights are worth 1/(1/4 + 1/16 + 1/16) points, and the observed value is one more.
        double worth = 8 / 3.0;
        assertThat(posterior.tail(0, 4)).isCloseTo(2 * (1 + worth / 4) / (1 + worth), within(1e-12));
        assertThat(posterior.tail(0, 2)).isEqualTo(1);
        assertThat(posterior.tail(0, 4.5)).isCloseTo(2 / (1 + worth), within(1e-12));
        assertThat(posterior.tail(0, .5)).isCloseTo(2 / (1 + worth), within(1e-12));
    }

    @Test
    void priorsAreQuantilesOfTheirDensities() throws Exception {
        List<PriorDistribution> priors =
                List.of(Priors.uniform(2, 5), Priors.normal(1, 2), Priors.beta(2, 3), Priors.gamma(2, 1));
        for (PriorDistribution prior : priors) {
            double from = prior.sample(.3);
            double to = prior.sample(.31);
            double middle = prior.density((from + to) / 2) * (to - from);
            assertThat(middle).isCloseTo(.01, within(1e-5));
        }
    }
}
