package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Direction;

class WeightsAcceptabilityTest {
    private static final List<Criterion> TWO = List.of(
            new Criterion("mean_tension", "tension", Direction.LESS, 2),
            new Criterion("delivered", "volume", Direction.LESS, 1));

    /** The arm is a point better in the first criterion and three worse in the second, in every world. */
    private static List<double[][]> certain() {
        return List.of(new double[][] {{-2, -2, -2, -2}}, new double[][] {{3, 3, 3, 3}});
    }

    @Test
    void weightsDivideTheSimplexWhereUtilitiesAreEqual() {
        WeightsAcceptability found = WeightsAcceptability.uniform(TWO, List.of("usual", "warn"), certain(), 1);
        WeightsAcceptability.OfArm warn = found.arms().get(1);

        // w − 3(1 − w) > 0 above w = 3/4; a share of 1/4 with 20,000 weights has the standard error .003.
        assertThat(warn.chosen()).isCloseTo(0.25, within(0.013));
        assertThat(warn.ranks()[0]).isCloseTo(0.25, within(0.013));
        assertThat(warn.ranks()[0] + warn.ranks()[1]).isCloseTo(1, within(1e-9));
        assertThat(warn.centralWeights()[0]).isCloseTo(0.875, within(0.01));
        assertThat(warn.confidence()).isEqualTo(1);
        // ∫ (3 − 4w) over 0..3/4 = 9/8; the baseline's is ∫ (4w − 3) over 3/4..1 = 1/8.
        assertThat(warn.regret()).isCloseTo(1.125, within(0.03));
        assertThat(found.arms().get(0).regret()).isCloseTo(0.125, within(0.01));
    }

    @Test
    void worldsThatDisagreeShareTheRanks() {
        List<double[][]> worlds = List.of(new double[][] {{-2, 2, -2, -2}}, new double[][] {{-1, 1, -1, -1}});
        WeightsAcceptability.OfArm warn = WeightsAcceptability.uniform(TWO, List.of("usual", "warn"), worlds, 1)
                .arms()
                .get(1);

        assertThat(warn.ranks()[0]).isCloseTo(0.75, within(1e-9));
        assertThat(warn.chosen()).isEqualTo(1);
        assertThat(warn.confidence()).isEqualTo(0.75);
        assertThat(warn.regret()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void givenWeightsAreUsedAsTheyAre() {
        List<WeightsAcceptability.OfArm> arms = WeightsAcceptability.of(
                        TWO, List.of("usual", "warn"), certain(), new double[][] {{8, 2}})
                .arms();
        WeightsAcceptability.OfArm warn = arms.get(1);

        assertThat(warn.chosen()).isEqualTo(1);
        assertThat(warn.centralWeights()).containsExactly(0.8, 0.2);
        // .8 · 1 − .2 · 3: weights count in proportion.
        assertThat(arms.get(0).regret()).isCloseTo(0.2, within(1e-9));
        assertThat(warn.regret()).isZero();
    }

    @Test
    void equalArmsShareTheRanks() {
        List<double[][]> same = List.of(new double[][] {{0, 0}}, new double[][] {{0, 0}});
        assertThat(WeightsAcceptability.uniform(TWO, List.of("usual", "warn"), same, 1)
                        .arms()
                        .get(1)
                        .ranks())
                .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    }

    @Test
    void scalesAndDirectionsAreChecked() {
        assertThat(Criterion.scaleOf(new double[] {1, 3, 5})).isEqualTo(2);
        assertThat(Criterion.scaleOf(new double[] {4, 4})).isEqualTo(1);
        assertThatThrownBy(() -> new Criterion("a", "a", Direction.NEUTRAL, 1)).hasMessageContaining("direction");
        assertThatThrownBy(() -> new Criterion("a", "a", Direction.LESS, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() ->
                        WeightsAcceptability.of(TWO, List.of("usual", "warn"), certain(), new double[][] {{0, 0}}))
                .hasMessageContaining("not all 0");
    }
}
