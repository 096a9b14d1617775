package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

class DensityTest {
    private static final Stream STREAM = new Streams().register("test", "density");

    private static double integral(Density d) {
        double sum = 0;
        for (int i = 1; i < d.x().length; i++) {
            sum += (d.x()[i] - d.x()[i - 1]) * (d.y()[i] + d.y()[i - 1]) / 2;
        }
        return sum;
    }

    /** Silverman 3.31 by hand for 1..10: sd 3.02765, IQR/1.34 = 4.5/1.34 = 3.35821, 10^−0.2 = 0.630957. */
    @Test
    void usesSilvermansRule() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Density d = Density.of(values, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                .orElseThrow();
        assertThat(d.bandwidth()).isCloseTo(0.9 * 3.0276504 * 0.6309573, within(1e-6));
    }

    /** Linear binning errs by at most step²/8 · max|K″|/h³ at each point; for K″(0)/√(2π) that is 0.05 step²/h³. */
    @Test
    void binningAgreesWithTheSumOverAllValues() {
        double[] values = {0.3, 1.7, 2.2, 2.9, 3.1, 4.8, 7.5};
        Density d = Density.of(values, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                .orElseThrow();
        double h = d.bandwidth();
        double step = d.x()[1] - d.x()[0];
        double tolerance = 0.05 * step * step / (h * h * h) + 1e-7;
        for (int i = 0; i < d.x().length; i++) {
            double direct = 0;
            for (double v : values) {
                double z = (d.x()[i] - v) / h;
                direct += Math.exp(-z * z / 2) / (h * Math.sqrt(2 * Math.PI) * values.length);
            }
            assertThat(d.y()[i]).isCloseTo(direct, within(tolerance));
        }
    }

    /** Without reflection a uniform density would fall to one half at its bounds. Error: 5 sd of 1/√(2√π n h). */
    @Test
    void keepsItsMassWithinTheBounds() {
        Draws draws = new Draws();
        double[] values = new double[20_000];
        for (int run = 0; run < values.length; run++) {
            draws.startRun(1, run);
            values[run] = draws.uniform(STREAM, 0);
        }
        Density d = Density.of(values, 0, 1).orElseThrow();
        double tolerance = 5 * Math.sqrt(2 / (2 * Math.sqrt(Math.PI) * values.length * d.bandwidth()));
        assertThat(d.x()[0]).isZero();
        assertThat(d.y()[0]).isCloseTo(1, within(tolerance));
        assertThat(d.y()[Density.GRID - 1]).isCloseTo(1, within(tolerance));
        assertThat(integral(d)).isCloseTo(1, within(0.005));
    }

    /** A falling density is highest at its bound, weighted or not: equal weights give what values without weights do. */
    @Test
    void aWeightedSampleKeepsItsMassWithinTheBounds() {
        double[] values = new double[400];
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = -Math.log1p(-(i + 0.5) / values.length);
            weights[i] = 1.0 / values.length;
        }
        Density plain = Density.of(values, 0, Double.POSITIVE_INFINITY).orElseThrow();
        Spread spread = Spread.of(values);
        Density weighted =
                Density.weighted(values, weights, spread.sd(), spread.quartileRange(), 0, Double.POSITIVE_INFINITY);
        assertThat(weighted.x()[0]).isZero();
        assertThat(weighted.at(-1e-9)).isZero();
        assertThat(integral(weighted)).isCloseTo(1, within(0.005));
        for (int i = 0; i < Density.GRID; i++) {
            assertThat(weighted.y()[i]).isCloseTo(plain.y()[i], within(1e-9));
        }
        assertThatThrownBy(() -> Density.weighted(values, weights, spread.sd(), spread.quartileRange(), 1, 9))
                .hasMessageContaining("beyond the bounds");
    }

    /** Weights of ½, ¼ and ¼ are worth 8/3 values. */
    @Test
    void weightsSmoothAsTheNumberOfValuesThatTheyAreWorth() {
        Density d = Density.weighted(
                new double[] {1, 2, 4},
                new double[] {0.5, 0.25, 0.25},
                2,
                0,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        assertThat(d.bandwidth()).isCloseTo(0.9 * 2 * Math.pow(8 / 3.0, -0.2), within(1e-12));
    }

    @Test
    void integratesToOneWithoutBounds() {
        Density d = Density.of(new double[] {40, 44, 47, 48, 49, 50, 50.5, 51, 53}, 0, 100)
                .orElseThrow();
        assertThat(integral(d)).isCloseTo(1, within(0.005));
    }

    @Test
    void equalValuesHaveNoDensity() {
        assertThat(Density.of(new double[] {2, 2, 2}, 0, 10)).isEmpty();
    }

    @Test
    void refusesValuesBeyondTheBounds() {
        assertThatThrownBy(() -> Density.of(new double[] {-1, 2}, 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beyond the bounds");
    }
}
