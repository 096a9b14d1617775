package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.draw.DrawSequence;

class VarianceSplitTest {
    @Test
    void whatNeverVariesHasExactlyNoVariance() {
        double[][] outcomes = new double[3][10];
        Arrays.stream(outcomes).forEach(row -> Arrays.fill(row, 0.6));
        assertThat(VarianceSplit.of(outcomes, Clusters.single(10)).total()).isZero();
    }

    /** By hand: points differ by 2, replicates by 1, nothing is left. */
    @Test
    void anAdditiveTableIsSplitExactly() {
        VarianceSplit split = VarianceSplit.of(new double[][] {{0, 1}, {2, 3}, {4, 5}}, Clusters.single(2));
        assertThat(split.parameters()).isCloseTo(4, within(1e-12));
        assertThat(split.commonLuck()).isCloseTo(0.5, within(1e-12));
        assertThat(split.interaction()).isCloseTo(0, within(1e-12));
        assertThat(split.chance()).isCloseTo(0.5, within(1e-12));
        assertThat(split.total()).isCloseTo(4.5, within(1e-12));
    }

    @Test
    void componentsAreRecovered() {
        int n = 400;
        int replicates = 40;
        DrawSequence draws = new DrawSequence(1, "components");
        double[] luck = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            luck[r] = 2 * draws.normal();
        }
        double[][] y = new double[n][replicates];
        for (double[] row : y) {
            double point = 3 * draws.normal();
            for (int r = 0; r < replicates; r++) {
                row[r] = point + luck[r] + draws.normal();
            }
        }
        VarianceSplit split = VarianceSplit.of(y, Clusters.single(replicates));
        // A variance on f degrees of freedom has relative standard error √(2/f); four of them.
        assertThat(split.parameters()).isCloseTo(9, within(9 * 4 * Math.sqrt(2.0 / n)));
        assertThat(split.commonLuck()).isCloseTo(4, within(4 * 4 * Math.sqrt(2.0 / replicates)));
        assertThat(split.interaction()).isCloseTo(1, within(4 * Math.sqrt(2.0 / (n * replicates))));
    }

    @Test
    void noiseAloneHasNoShareOfParameters() {
        DrawSequence draws = new DrawSequence(2, "components");
        double[][] y = new double[300][5];
        for (double[] row : y) {
            for (int r = 0; r < 5; r++) {
                row[r] = draws.normal();
            }
        }
        // The variance of 300 means of 5 is 0.2 with relative error √(2/299).
        assertThat(VarianceSplit.of(y, Clusters.single(5)).parameters())
                .isCloseTo(0, within(4 * 0.2 * Math.sqrt(2.0 / 299) * 1.2));
        assertThatThrownBy(() -> VarianceSplit.of(new double[][] {{1, 2}, {1}}, Clusters.single(2)))
                .hasMessageContaining("point 2 has 1");
    }

    /** Draws that replicates share, of variance 4 at each point by itself, and noise of variance 1; points do nothing. */
    @Test
    void replicatesThatShareADrawAreNotIndependent() {
        int n = 300;
        Clusters clusters = Clusters.of(LongStream.range(0, 32).toArray(), 4);
        DrawSequence draws = new DrawSequence(3, "components");
        double[][] y = new double[n][32];
        for (double[] row : y) {
            double shared = 0;
            for (int r = 0; r < 32; r++) {
                shared = r % 4 == 0 ? 2 * draws.normal() : shared;
                row[r] = shared + draws.normal();
            }
        }
        VarianceSplit split = VarianceSplit.of(y, clusters);
        double noise = 4.0 / 8 + 1.0 / 32;
        double error = Math.sqrt(2.0 / (n * 7));
        assertThat(split.noiseOfMeans()).isCloseTo(noise, within(4 * noise * error));
        assertThat(split.parameters()).isCloseTo(0, within(4 * noise * Math.sqrt(2.0 / n + 2.0 / (n * 7))));
        assertThat(split.interaction()).isCloseTo(5, within(4 * 5 * error));
        assertThat(split.commonLuck()).isCloseTo(0, within(4 * 5.0 / n * Math.sqrt(2.0 / 7)));
    }

    /** A component estimated below 0 is none; the others are then all there is. */
    @Test
    void sharesAddUpToOneWhereAPartIsEstimatedBelowZero() {
        VarianceSplit split = new VarianceSplit(3, -0.5, 1, 0.2);
        assertThat(split.share(split.parameters())).isEqualTo(0.75);
        assertThat(split.share(split.commonLuck())).isZero();
        assertThat(split.share(split.interaction())).isEqualTo(0.25);
        VarianceSplit none = new VarianceSplit(0, 0, 0, 0);
        assertThat(none.share(none.parameters())).isNaN();
    }
}
