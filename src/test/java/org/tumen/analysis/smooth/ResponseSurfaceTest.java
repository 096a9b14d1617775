package org.tumen.analysis.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Second-order surfaces over a grid. */
class ResponseSurfaceTest {
    private static final int ACROSS = 5;

    private static ResponseSurface fitted(int up, DoubleBinaryOperator response) {
        double[] x = IntStream.range(0, ACROSS * up)
                .mapToDouble(i -> 0.3 + i % ACROSS)
                .toArray();
        double[] y = IntStream.range(0, ACROSS * up)
                .mapToDouble(i -> 2.0 * (i / ACROSS))
                .toArray();
        double[] z = IntStream.range(0, x.length)
                .mapToDouble(i -> response.applyAsDouble(x[i], y[i]))
                .toArray();
        return ResponseSurface.of(x, y, z);
    }

    @Test
    void isExactForAPolynomialOfTheSecondOrder() {
        DoubleBinaryOperator truth = (x, y) -> 3 - 2 * x + 0.5 * y + x * y + 0.25 * x * x - y * y;
        ResponseSurface surface = fitted(4, truth);
        assertThat(surface).isNotNull();
        assertThat(surface.determination()).isCloseTo(1, within(1e-9));
        assertThat(surface.at(1.7, 3.1)).isCloseTo(truth.applyAsDouble(1.7, 3.1), within(1e-9));
        assertThat(surface.at(1, 6)).isCloseTo(truth.applyAsDouble(1, 6), within(1e-9));
    }

    @Test
    void isStraightOverTwoLevels() {
        DoubleBinaryOperator truth = (x, y) -> x * x + 4 * y;
        ResponseSurface surface = fitted(2, truth);
        assertThat(surface).isNotNull();
        assertThat(surface.at(2, 1)).isCloseTo(8, within(1e-9));
    }

    @Test
    void saysHowMuchItHasOfWhatItCannotFollow() {
        // What alternates from level to level is about two thirds of the variance.
        ResponseSurface surface = fitted(4, (x, y) -> (int) x % 2 == 0 ? y + 3 : y - 3);
        assertThat(surface).isNotNull();
        assertThat(surface.determination()).isBetween(0.2, 0.7);
    }

    /** Left out for real, one fit a point. */
    @Test
    void foretellsWhatFitsWithoutAPointSay() {
        int n = 20;
        double[] x = IntStream.range(0, n).mapToDouble(i -> i % 5).toArray();
        double[] y = IntStream.range(0, n).mapToDouble(i -> i / 5).toArray();
        double[] z = IntStream.range(0, n)
                .mapToDouble(i -> x[i] - y[i] * y[i] + 4 * Math.sin(7.0 * i))
                .toArray();
        double mean = Arrays.stream(z).average().orElseThrow();
        double errors = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            ResponseSurface without = ResponseSurface.of(without(x, i), without(y, i), without(z, i));
            assertThat(without).isNotNull();
            errors += Math.pow(z[i] - without.at(x[i], y[i]), 2);
            total += Math.pow(z[i] - mean, 2);
        }
        ResponseSurface surface = ResponseSurface.of(x, y, z);
        assertThat(surface).isNotNull();
        assertThat(surface.prediction()).isCloseTo(1 - errors / total, within(1e-9));
        assertThat(surface.prediction()).isLessThan(surface.determination());
    }

    /** A matrix of all pairs of these points would take 7 GB. */
    @Test
    void manyPointsTakeNoMatrixOfTheirPairs() {
        ResponseSurface surface = fitted(6_000, (x, y) -> x - y * y / 1e4 + Math.sin(7 * x * y));
        assertThat(surface).isNotNull();
        assertThat(surface.prediction()).isCloseTo(surface.determination(), within(1e-3));
    }

    private static double[] without(double[] values, int place) {
        return IntStream.range(0, values.length)
                .filter(i -> i != place)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    @Test
    void thereIsNoneWithoutResponseOrLevels() {
        assertThat(fitted(4, (x, y) -> 7)).isNull();
        assertThat(fitted(1, (x, y) -> x)).isNull();
    }
}
