package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Resamples;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

class ResamplesTest {
    /** A million runs took as long again to compare as to simulate. */
    @Test
    void whatIsResampledHasABound() {
        Resamples plan = new Resamples(1_000_000, 1_000, 1);
        byte[] occurrences = plan.occurrences(7);
        assertThat(occurrences).hasSize(67_108);
        assertThat(plan.units(Clusters.single(1_000_000)).count()).isEqualTo(67_108);
        assertThat(IntStream.range(0, occurrences.length)
                        .map(i -> occurrences[i])
                        .sum())
                .isEqualTo(67_108);
        assertThat(plan.occurrences(7)).isSameAs(occurrences);
        assertThat(new Resamples(60_000, 1_000, 1).occurrences(7)).hasSize(60_000);
    }

    /** More runs than are resampled singly are resampled in groups, which tell the errors of means and quantiles as well. */
    @Test
    void aComparisonOfVeryManyRunsTellsWhatOneOfFewerDoes() {
        int n = 150_000;
        Luck luck = new Luck(22, 1);
        double[] baseline = luck.normals(n);
        double[] arm = luck.correlated(n, 0.5);
        for (int i = 0; i < n; i++) {
            arm[i] += 0.1;
        }
        Settings settings = Settings.standard();
        PairedComparison all = Compared.of(Outcome.MEAN_STABILITY, Direction.MORE, baseline, arm, settings);
        // The standard deviation of a difference is 1; Student's quantile 1.96, that of the resamples within 3.5
        // errors.
        assertThat(all.mean().interval().halfWidth() * Math.sqrt(n)).isBetween(1.95, 2.18);
        assertThat(all.kolmogorovSmirnov().pairedPValue()).isEqualTo(1.0 / 500);
        // The error of a difference of medians, whose indicators are correlated by 2/π · asin(½) = 1/3.
        double error = Math.sqrt(2 * Math.PI * (0.5 - 0.5 / 3) / n);
        assertThat(all.quantiles().differences().get(5).band().halfWidth() / error)
                .isBetween(1.96, 3.5);
    }
}
