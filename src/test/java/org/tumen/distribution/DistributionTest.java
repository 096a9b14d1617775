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
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
    static Stream<Distribution> all() {
        return Stream.of(
                Distribution.uniform(-2, 3),
                Distribution.normal(1, 2),
                Distribution.truncatedNormal(0, 1, -0.5, 2),
                Distribution.truncatedNormal(0, 1, 3, 5),
                Distribution.triangular(0, 0.2, 1),
                Distribution.triangular(0, 0, 1),
                Distribution.beta(2, 5, 10, 20),
                Distribution.lognormal(0.5, 0.3),
                Distribution.discrete(List.of(3.0, 1.0, 2.0), List.of(1.0, 2.0, 5.0)));
    }

    /** The midpoint rule on n cells errs by at most the largest jump of the integrand over n for a monotone quantile. */
    @ParameterizedTest
    @MethodSource("all")
    void momentsAreTheIntegralsOfTheQuantileFunction(Distribution distribution) {
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double q = distribution.quantile((i + 0.5) / n);
            sum += q;
            squares += (q - distribution.mean()) * (q - distribution.mean());
        }
        double deviation = Math.sqrt(distribution.variance());
        assertThat(sum / n).isCloseTo(distribution.mean(), within(1e-3 * deviation));
        assertThat(squares / n).isCloseTo(distribution.variance(), within(2e-3 * distribution.variance()));
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
        assertThat(Distribution.lognormal(0, 1).quantile(0.975)).isCloseTo(7.099071, within(1e-6));
        assertThat(Distribution.triangular(0, 1, 2).quantile(0.125)).isCloseTo(0.5, within(1e-12));
        // Beta(2, 1) has the cumulative distribution x².
        assertThat(Distribution.beta(2, 1, 0, 1).quantile(0.49)).isCloseTo(0.7, within(1e-8));
        Distribution die = Distribution.discrete(List.of(6.0, 1.0), List.of(1.0, 3.0));
        assertThat(die.quantile(0.75)).isEqualTo(1);
        assertThat(die.quantile(0.7500001)).isEqualTo(6);
    }

    @Property(tries = 200)
    void aFarTailOfTheNormalIsMirrored(@ForAll @DoubleRange(min = 0.01, max = 0.99) double u) {
        double right = Distribution.truncatedNormal(0, 1, 4, 6).quantile(u);
        double left = Distribution.truncatedNormal(0, 1, -6, -4).quantile(1 - u);
        assertThat(right).isCloseTo(-left, within(1e-9));
    }

    @Test
    void badParametersAreRefusedInWords() {
        assertThatThrownBy(() -> Distribution.uniform(1, 1)).hasMessageContaining("lower must be below upper");
        assertThatThrownBy(() -> Distribution.normal(0, -1)).hasMessageContaining("sd must be above 0");
        assertThatThrownBy(() -> Distribution.triangular(0, 2, 1)).hasMessageContaining("mode must be from 0");
        assertThatThrownBy(() -> Distribution.truncatedNormal(0, 1, 50, 60)).hasMessageContaining("almost nothing");
        assertThatThrownBy(() -> Distribution.discrete(List.of(1.0, 1.0), List.of(1.0, 1.0)))
                .hasMessageContaining("must differ");
        assertThatThrownBy(() -> Distribution.uniform(0, 1).quantile(1.5)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> Distribution.uniform(0, Double.NaN)).hasMessageContaining("finite");
    }
}
