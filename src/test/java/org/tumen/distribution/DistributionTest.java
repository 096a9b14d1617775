package org.tumen.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
    static Stream<Distribution> all() {
        return Stream.of(
                new UniformDistribution(-2, 3),
                Distribution.normal(1, 2),
                new NormalDistribution(0, 1, -0.5, 2),
                new NormalDistribution(0, 1, 3, 5),
                new TriangularDistribution(0, 0.2, 1),
                new TriangularDistribution(0, 0, 1),
                new BetaDistribution(2, 5, 10, 20),
                new LognormalDistribution(0.5, 0.3),
                new DiscreteDistribution(List.of(3.0, 1.0, 2.0), List.of(1.0, 2.0, 5.0)));
    }

    /** Mean and variance by the formulas of textbooks; those of the standard normal on [-0.5, 2] and [3, 5] by its density. */
    static Stream<Arguments> moments() {
        double lognormal = Math.exp(0.5 + 0.3 * 0.3 / 2);
        return Stream.of(
                Arguments.of(new UniformDistribution(-2, 3), 0.5, 25 / 12.0),
                Arguments.of(Distribution.normal(1, 2), 1, 4),
                truncated(-0.5, 2),
                truncated(3, 5),
                Arguments.of(new TriangularDistribution(0, 0.2, 1), 0.4, 0.84 / 18),
                Arguments.of(new TriangularDistribution(0, 0, 1), 1 / 3.0, 1 / 18.0),
                Arguments.of(new BetaDistribution(2, 5, 10, 20), 10 + 20 / 7.0, 1000 / 392.0),
                Arguments.of(
                        new LognormalDistribution(0.5, 0.3), lognormal, Math.expm1(0.3 * 0.3) * lognormal * lognormal),
                Arguments.of(
                        new DiscreteDistribution(List.of(3.0, 1.0, 2.0), List.of(1.0, 2.0, 5.0)), 15 / 8.0, 23 / 64.0));
    }

    private static Arguments truncated(double from, double to) {
        var normal = new org.apache.commons.math3.distribution.NormalDistribution(null, 0, 1);
        double mass = normal.probability(from, to);
        double shift = (normal.density(from) - normal.density(to)) / mass;
        double edge = (from * normal.density(from) - to * normal.density(to)) / mass;
        return Arguments.of(new NormalDistribution(0, 1, from, to), shift, 1 + edge - shift * shift);
    }

    /** The midpoint rule on n cells errs by at most the largest jump of the integrand over n for a monotone quantile. */
    @ParameterizedTest
    @MethodSource("moments")
    void momentsAreTheIntegralsOfTheQuantileFunction(Distribution distribution, double mean, double variance) {
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double q = distribution.quantile((i + 0.5) / n);
            sum += q;
            squares += (q - mean) * (q - mean);
        }
        assertThat(sum / n).isCloseTo(mean, within(1e-3 * Math.sqrt(variance)));
        assertThat(squares / n).isCloseTo(variance, within(2e-3 * variance));
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantilesIncreaseWithinTheSupportAndAreFiniteAtTheEnds(Distribution distribution) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 1000; i++) {
            double q = distribution.quantile(i / 1000.0);
            assertThat(q).isFinite().isBetween(distribution.lower(), distribution.upper());
            assertThat(q).isGreaterThanOrEqualTo(before);
            before = q;
        }
    }

    @Test
    void quantilesHaveTheirTabulatedValues() {
        // Standard normal tables; chi-squared with 2 degrees is not among the types, the others follow by algebra.
        assertThat(Distribution.normal(0, 1).quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(new LognormalDistribution(0, 1).quantile(0.975)).isCloseTo(7.099071, within(1e-6));
        assertThat(new TriangularDistribution(0, 1, 2).quantile(0.125)).isCloseTo(0.5, within(1e-12));
        // Beta(2, 1) has the cumulative distribution x².
        assertThat(new BetaDistribution(2, 1, 0, 1).quantile(0.49)).isCloseTo(0.7, within(1e-8));
        Distribution die = new DiscreteDistribution(List.of(6.0, 1.0), List.of(1.0, 3.0));
        assertThat(die.quantile(0.75)).isEqualTo(1);
        assertThat(die.quantile(0.7500001)).isEqualTo(6);
    }

    @Property(tries = 200)
    void aFarTailOfTheNormalIsMirrored(@ForAll @DoubleRange(min = 0.01, max = 0.99) double u) {
        double right = new NormalDistribution(0, 1, 4, 6).quantile(u);
        double left = new NormalDistribution(0, 1, -6, -4).quantile(1 - u);
        assertThat(right).isCloseTo(-left, within(1e-9));
    }

    @Test
    void badParametersAreRefusedInWords() {
        assertThatThrownBy(() -> new UniformDistribution(1, 1)).hasMessageContaining("from must be below to");
        assertThatThrownBy(() -> Distribution.normal(0, -1)).hasMessageContaining("sd must be above 0");
        assertThatThrownBy(() -> new TriangularDistribution(0, 2, 1)).hasMessageContaining("mode must be from 0");
        assertThatThrownBy(() -> new NormalDistribution(0, 1, 50, 60)).hasMessageContaining("almost nothing");
        assertThatThrownBy(() -> new DiscreteDistribution(List.of(1.0, 1.0), List.of(1.0, 1.0)))
                .hasMessageContaining("must differ");
        assertThatThrownBy(() -> new UniformDistribution(0, 1).quantile(1.5)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> new UniformDistribution(0, Double.NaN)).hasMessageContaining("finite");
    }
}
