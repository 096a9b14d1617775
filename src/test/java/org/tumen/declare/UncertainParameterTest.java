package org.tumen.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.distribution.Distribution;

class UncertainParameterTest {
    private static final int POINTS = 20_000;

    private static ParameterDistribution of(String text) {
        return new ParameterDistribution(
                UncertainParameter.parse(text), new ParameterPath("x", List.of("x"), -1, 8, false, 0, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "uniform(0.2, 1.4); 0.8",
                "normal(0.4, 0.5) within -0.1..0.9; 0.4",
                "normal(3, 0.5); 3",
                "triangular(0, 0.2, 1); 0.4",
                "beta(1.5, 4); 0.2727",
                "lognormal(1.2, 0.05); 1.2015"
            })
    void aPriorIsWrittenAsAFileWouldStateIt(String text, double mean) {
        assertThat(StatUtils.mean(of(text).midpoints(2_000))).isCloseTo(mean, within(1e-3));
    }

    /** Cut by what is stated and by the parameter's range, a density still holds a mass of one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "normal(0.4, 0.5) within -0.8..1.6",
                "normal(0.4, 5) within -3..7",
                "normal(7, 2)",
                "lognormal(1.2, 0.5) within 0.5..3",
                "lognormal(3, 1) within 1..20",
                "uniform(-3, 2)"
            })
    void theDensityIsThatOfWhatIsLeft(String text) {
        ParameterDistribution cut = of(text);
        double mass = 0;
        double step = 9.0 / POINTS;
        for (int i = 0; i < POINTS; i++) {
            mass += cut.density(-1 + (i + 0.5) * step) * step;
        }
        // The jump at an end is met within one step, where no density here is above 1.
        assertThat(mass).isCloseTo(1, within(4 * step));
        assertThat(cut.value(0)).isGreaterThanOrEqualTo(-1);
        assertThat(cut.value(1)).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"normal(0.4)", "gauss(0, 1)", "uniform(0, 1) within 0..1", "normal(0, 1) in 0..1", "", "0.5"})
    void whatIsNoPriorIsRefused(String text) {
        assertThatThrownBy(() -> UncertainParameter.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listedValuesAreAllAsProbable() {
        Distribution listed = UncertainParameter.listed(List.of(1.0, 2.0, 6.0)).declared();
        assertThat(List.of(0.2, 0.5, 0.9)).extracting(listed::quantile).containsExactly(1.0, 2.0, 6.0);
        assertThat(List.of(0.333, 0.334, 0.666, 0.667))
                .extracting(listed::quantile)
                .containsExactly(1.0, 2.0, 2.0, 6.0);
    }
}
