package org.tumen.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.draw.DrawSequence;

class PosteriorTest {
    private static final int SAMPLES = 1_000;
    private static final int POINTS = 2_000;

    /**
     * Standard normal points weighted by eˣ are a normal posterior about 1, whose mean has the standard error √(2e/n): weights
     * hang together with the parameter. By the effective number, n/e, it would be √(e/n).
     */
    @Test
    void theErrorOfAMeanIsWhatItMovesByFromSampleToSample() {
        double[] means = new double[SAMPLES];
        double[] errors = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            Posterior posterior = weighted(new DrawSequence(s, "points"));
            means[s] = posterior.mean(0);
            errors[s] = posterior.meanError(0);
        }
        double theory = Math.sqrt(2 * Math.E / POINTS);
        // A standard deviation of 1,000 has a relative error of 2.2 %; four of them.
        assertThat(Math.sqrt(StatUtils.variance(means))).isCloseTo(theory, within(0.09 * theory));
        assertThat(StatUtils.mean(errors)).isCloseTo(theory, within(0.09 * theory));
    }

    private static Posterior weighted(DrawSequence draws) {
        List<List<Double>> points = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = draws.normal();
            points.add(List.of(x));
            sum += Math.exp(x);
        }
        double all = sum;
        return new Posterior(
                points, points.stream().map(p -> Math.exp(p.get(0)) / all).toList());
    }

    /** Three points with weights of their own: the values of numpy and scipy. */
    @Test
    void theKernelIsAMixtureOfWeightedNormals() {
        Population population = new Population(
                1, 1, List.of(1.0), List.of(particle(0.6, 0, 10), particle(0.3, 1, 30), particle(0.1, 3, 20)), 3, 3);
        Kernel kernel = new Kernel(population);
        assertThat(kernel.sd(0)).isCloseTo(1.29614814, within(1e-8));
        assertThat(kernel.sd(1)).isCloseTo(12.72792206, within(1e-8));
        assertThat(kernel.density(new double[] {0.5, 18})).isCloseTo(0.006281176053099574, within(1e-12));
        assertThat(kernel.density(new double[] {2, 25})).isCloseTo(0.003531711037773981, within(1e-12));
        assertThat(kernel.ancestor(0.59)).isEqualTo(population.particles().get(0));
        assertThat(kernel.ancestor(0.61)).isEqualTo(population.particles().get(1));
        assertThat(kernel.ancestor(0.99)).isEqualTo(population.particles().get(2));
        assertThat(population.effectiveSampleSize()).isCloseTo(1 / 0.46, within(1e-12));
    }

    private static Particle particle(double weight, double one, double other) {
        return new Particle(List.of(one, other), List.of(0.0), 0, weight, 0);
    }

    /** Scales are those of scipy.stats.median_abs_deviation with scale="normal"; a run without a value counts in none. */
    @Test
    void distancesAreInMedianAbsoluteDeviations() {
        List<double[]> statistics = List.of(
                new double[] {3, 1, 2},
                new double[] {1, 1, 7},
                new double[] {4, 1, 8},
                new double[] {1, 1, 20},
                new double[] {5, 9, Double.NaN});
        List<Double> scales = Distance.scales(statistics);
        assertThat(scales.get(0)).isCloseTo(2.965204437011204, within(1e-12));
        assertThat(scales.get(1)).isEqualTo(1);
        assertThat(scales.get(2)).isCloseTo(4.447806655516806, within(1e-12));
        double[] observed = {2, 1, 9};
        assertThat(Distance.between(new double[] {3, 4, 7}, observed, scales))
                .isCloseTo(3.052200529390363, within(1e-12));
        assertThat(Distance.between(statistics.get(4), observed, scales)).isInfinite();
    }
}
