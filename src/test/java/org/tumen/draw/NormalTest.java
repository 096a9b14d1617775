package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** Wichura's own check values for PPND16 (Applied Statistics 37, 1988, p. 479). */
    @ParameterizedTest
    @CsvSource({"0.25, -0.6744897501960817", "0.001, -3.090232306167814", "1e-20, -9.262340089798408"})
    void agreesWithPublishedValues(double p, double x) {
        assertThat(Normal.quantile(p)).isCloseTo(x, within(1e-14 * Math.abs(x)));
    }

    @Property
    void agreesWithCommonsMath(@ForAll @IntRange(min = 1, max = 999_999_999) int billionths) {
        double p = billionths / 1e9;
        // The inverse error function of Commons Math is good to about 1e-9 in the far tail.
        assertThat(Normal.quantile(p))
                .isCloseTo(new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p), within(1e-7));
    }

    @Property
    void isOddAroundOneHalf(@ForAll @IntRange(min = 1, max = 500_000) int millionths) {
        double p = millionths / 1e6;
        assertThat(Normal.quantile(1 - p)).isCloseTo(-Normal.quantile(p), within(1e-9));
    }
}
