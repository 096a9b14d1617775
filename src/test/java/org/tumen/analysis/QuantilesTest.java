package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

/** Quantiles by counting against the selection of Commons Math, to the bit. */
class QuantilesTest {
    @Property(tries = 300)
    void countingGivesWhatSelectionGives(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = -50, max = 200) Integer> drawn,
            @ForAll @DoubleRange(min = 0.01, max = 100) double percent) {
        holdAgainstSelection(drawn.stream().mapToDouble(Integer::doubleValue).toArray(), percent);
    }

    @Property(tries = 100)
    void theSameHoldsForFractions(
            @ForAll @Size(min = 1, max = 100) List<@DoubleRange(min = 0, max = 9) Double> drawn,
            @ForAll @DoubleRange(min = 0.01, max = 100) double percent) {
        holdAgainstSelection(drawn.stream().mapToDouble(Double::doubleValue).toArray(), percent);
    }

    /** Columns of many values, of which bins hold many: of a narrow peak beside a value far away, and of ties. */
    @Property(tries = 20)
    void theSameHoldsForManyValues(@ForAll long seed, @ForAll @IntRange(max = 12) int narrow, @ForAll boolean rounded) {
        Random random = new Random(seed);
        double[] values = random.doubles(30_000)
                .map(u -> 1 + Math.pow(10, -narrow) * u)
                .map(v -> rounded ? Math.rint(v * 50) / 50 : v)
                .toArray();
        values[17] = 1e6;
        holdAgainstSelection(values, 33);
    }

    @Test
    void extremeRangesAreNoProblem() {
        holdAgainstSelection(new double[] {3, 4, 4.5, 6, 7}, 50);
        holdAgainstSelection(new double[] {0, 1, 65_536}, 95);
        holdAgainstSelection(new double[] {-1e300, 0, 1e300}, 25);
        holdAgainstSelection(new double[] {-Double.MAX_VALUE, -1, 0, 2, 3, Double.MAX_VALUE}, 40);
        holdAgainstSelection(new double[] {0, Double.MIN_VALUE, 2 * Double.MIN_VALUE, 3 * Double.MIN_VALUE}, 60);
        double[] tiny = new Random(1)
                .doubles(20_000)
                .map(u -> u < 0.5 ? 0 : Double.MIN_VALUE)
                .toArray();
        holdAgainstSelection(tiny, 50);
        holdAgainstSelection(new double[] {2}, 1);
    }

    private static void holdAgainstSelection(double[] values, double also) {
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        Quantiles quantiles = Quantiles.of(values, min, max);
        Percentile selection = new Percentile().withEstimationType(EstimationType.R_7);
        for (double percent : new double[] {5, 25, 50, 75, 95, 100, also}) {
            assertThat(quantiles.at(percent)).isEqualTo(selection.evaluate(values, percent));
        }
    }
}
