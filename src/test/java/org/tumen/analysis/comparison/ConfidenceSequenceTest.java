package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;

/** The confidence sequence: its formula by integration, and its coverage under continuous looking. */
class ConfidenceSequenceTest {
    private static final int REPETITIONS = 2_000;
    private static final int LAST = 4_000;
    private static final int BLOCK = 20;
    /** One-sided: 3 standard errors of a share of 0.05 over 2,000 repetitions. */
    private static final double TOLERANCE = 3 * Math.sqrt(0.05 * 0.95 / REPETITIONS);

    private final ConfidenceSequence sequence = new ConfidenceSequence(0.95, 1_000);

    /**
     * At its boundary the mixture ∫ exp(λs − λ²n/2) dN(λ; 0, ρ²) is 1/α (Robbins 1970). The variance ρ² that is best at
     * t runs solves tρ² = log(tρ² + 1) − 2 log α, here found by bisection.
     */
    @Test
    void boundaryIsWhereTheMixtureReachesOneOverAlpha() {
        double low = 1;
        double high = 100;
        while (high - low > 1e-12) {
            double u = (low + high) / 2;
            if (u > Math.log(u + 1) - 2 * Math.log(0.05)) {
                high = u;
            } else {
                low = u;
            }
        }
        double rho = Math.sqrt(low / 1_000);
        for (int n : new int[] {100, 1_000, 20_000}) {
            double s = n * sequence.halfWidth(n, 1);
            // In units of the posterior of λ, so that the integrand is a hump of width 1.
            double precision = n + 1 / (rho * rho);
            double centre = s / precision;
            double width = 1 / Math.sqrt(precision);
            double mixture = new SimpsonIntegrator(1e-10, 1e-12, 5, 30)
                    .integrate(
                            1_000_000,
                            x -> {
                                double lambda = centre + width * x;
                                return width
                                        * Math.exp(lambda * s
                                                - lambda * lambda * n / 2
                                                - lambda * lambda / (2 * rho * rho))
                                        / (rho * Math.sqrt(2 * Math.PI));
                            },
                            -10,
                            10);
            assertThat(mixture).isCloseTo(20, within(1e-5));
            assertThat(sequence.pValue(n, s / n, 1)).isCloseTo(0.05, within(1e-9));
        }
    }

    @Test
    void isNarrowestWhereItWasPlanned() {
        double planned = sequence.halfWidth(1_000, 1);
        assertThat(new ConfidenceSequence(0.95, 700).halfWidth(1_000, 1)).isGreaterThan(planned);
        assertThat(new ConfidenceSequence(0.95, 1_500).halfWidth(1_000, 1)).isGreaterThan(planned);
        assertThat(planned / (1.96 / Math.sqrt(1_000))).isBetween(1.4, 1.6);
    }

    @Test
    void projectsTheRunsForAHalfWidth() {
        long runs = sequence.runsFor(0.05, 2);
        assertThat(sequence.halfWidth(runs, 2)).isLessThanOrEqualTo(0.05);
        assertThat(sequence.halfWidth(runs - 1, 2)).isGreaterThan(0.05);
    }

    @Test
    void coversNormalDifferencesUnderContinuousLooking() {
        assertThat(missShare(21, Luck::normal, 0)).isLessThan(0.05 + TOLERANCE);
    }

    @Test
    void coversSkewedDifferencesUnderContinuousLooking() {
        assertThat(missShare(22, Luck::exponential, 1)).isLessThan(0.05 + TOLERANCE);
    }

    /** Runs differ in one case of five, by 1 up or down. */
    @Test
    void coversSparseDifferencesUnderContinuousLooking() {
        ToDoubleBiFunction<Luck, Integer> sparse = (luck, i) -> {
            double u = luck.uniform(i);
            return u < 0.15 ? 1 : u < 0.2 ? -1 : 0;
        };
        assertThat(missShare(23, sparse, 0.1)).isLessThan(0.05 + TOLERANCE);
    }

    /** The share of repetitions in which any of the looks, one every {@link #BLOCK} runs, misses the true mean. */
    private double missShare(long seed, ToDoubleBiFunction<Luck, Integer> draw, double truth) {
        int missed = 0;
        for (int r = 0; r < REPETITIONS; r++) {
            missed += misses(new Luck(seed, r), draw, truth) ? 1 : 0;
        }
        return (double) missed / REPETITIONS;
    }

    private boolean misses(Luck luck, ToDoubleBiFunction<Luck, Integer> draw, double truth) {
        RunningMoments moments = new RunningMoments();
        for (int i = 0; i < LAST; i++) {
            moments.add(draw.applyAsDouble(luck, i));
            boolean look = moments.count() % BLOCK == 0
                    && moments.count() >= ConfidenceSequence.MINIMUM_RUNS
                    && moments.nonZero() >= StoppingRule.MINIMUM_DIFFERING;
            if (look
                    && !sequence.interval(moments.count(), moments.mean(), moments.standardDeviation())
                            .contains(truth)) {
                return true;
            }
        }
        return false;
    }

    /** The same looks at the interval for a fixed number of runs miss several times as often: the test can fail. */
    @Test
    void fixedIntervalsDoNotSurviveLooking() {
        int missed = 0;
        for (int r = 0; r < 500; r++) {
            Luck luck = new Luck(21, r);
            RunningMoments moments = new RunningMoments();
            boolean miss = false;
            for (int i = 0; i < LAST; i++) {
                moments.add(luck.normal(i));
                double n = moments.count();
                miss |= n >= 100
                        && n % BLOCK == 0
                        && Math.abs(moments.mean()) > 1.96 * moments.standardDeviation() / Math.sqrt(n);
            }
            missed += miss ? 1 : 0;
        }
        assertThat(missed / 500.0).isGreaterThan(0.2);
    }

    @Test
    void simultaneousSequencesShareTheError() {
        assertThat(ConfidenceSequence.simultaneous(0.95, 1_000, 5).halfWidth(500, 1))
                .isCloseTo(new ConfidenceSequence(0.99, 1_000).halfWidth(500, 1), within(1e-12));
    }

    /** What decides to stop and what is told at the end plan alike, whatever the sizes of clusters. */
    @Test
    void plansClustersInProportionToRuns() {
        Clusters fours = Clusters.of(LongStream.range(0, 400).toArray(), 4);
        assertThat(ConfidenceSequence.plannedClusters(10_000_000, fours)).isEqualTo(2_500_000);
        assertThat(ConfidenceSequence.plannedClusters(10_000, Clusters.single(7)))
                .isEqualTo(10_000);
        assertThat(ConfidenceSequence.plannedClusters(4, fours)).isEqualTo(2);
    }
}
