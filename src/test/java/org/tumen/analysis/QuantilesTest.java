package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

/** The counted quantiles of whole numbers against the selection of Commons Math, to the bit. */
class QuantilesTest {
    @Property(tries = 300)
    void countingGivesWhatSelectionGives(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = -50, max = 200) Integer> drawn,
            @ForAll @DoubleRange(min = 0.01, max = 100) double percent) {
        holdAgainstSelection(drawn.stream().mapToDouble(Integer::doubleValue).toArray(), percent);
    }

    @Property(tries = 100)
    void fractionsAreLeftToSelection(
            @ForAll @Size(min = 1, max = 100) List<@DoubleRange(min = 0, max = 9) Double> drawn,
            @ForAll @DoubleRange(min = 0.01, max = 100) double percent) {
        holdAgainstSelection(drawn.stream().mapToDouble(Double::doubleValue).toArray(), percent);
    }

    @Test
    void aSingleFractionAmongWholeNumbersIsSeen() {
        holdAgainstSelection(new double[] {3, 4, 4.5, 6, 7}, 50);
        holdAgainstSelection(new double[] {2.5, 3.5, 4.5}, 75);
    }

    @Test
    void farApartWholeNumbersAreNotCounted() {
        holdAgainstSelection(new double[] {0, 1, 65_535}, 95);
        holdAgainstSelection(new double[] {0, 1, 65_536}, 95);
        holdAgainstSelection(new double[] {-1e300, 0, 1e300}, 25);
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
