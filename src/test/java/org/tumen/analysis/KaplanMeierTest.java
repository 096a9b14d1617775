package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    private static KaplanMeier of(double[] times, double horizon) {
        return KaplanMeier.of(times, horizon, Clusters.single(times.length));
    }

    @Test
    void stepsAtEventsOnly() {
        KaplanMeier km = of(new double[] {5, 20, 156, 156}, 156);
        assertThat(km.survivalAt(4.9)).isEqualTo(1);
        assertThat(km.survivalAt(5)).isEqualTo(0.75);
        assertThat(km.survivalAt(156)).isEqualTo(0.5);
        assertThat(km.atRiskAt(5)).isEqualTo(4);
        assertThat(km.atRiskAt(6)).isEqualTo(3);
        assertThat(km.median()).hasValue(20);
    }

    @Test
    void bearsNoEventsAndNobodyLeft() {
        KaplanMeier none = of(new double[] {156, 156}, 156);
        assertThat(none.time()).isEmpty();
        assertThat(none.survivalAt(100)).isEqualTo(1);
        assertThat(none.median()).isEmpty();
        KaplanMeier all = of(new double[] {1, 2}, 156);
        assertThat(all.survival()).containsExactly(0.5, 0);
        // None of two runs: the upper limit u solves (1 − u)² = 0.025.
        assertThat(all.lower()[1]).isZero();
        assertThat(all.upper()[1]).isCloseTo(1 - Math.sqrt(0.025), within(1e-8));
    }

    /** With one horizon for all, the product-limit estimate is the share without an event yet. */
    @Property(tries = 200)
    void isTheShareLeftWhereAllAreCensoredTogether(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 200) Double> drawn) {
        double[] times = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        KaplanMeier km = of(times, 156);
        for (int j = 0; j < km.time().length; j++) {
            double t = km.time()[j];
            long later = Arrays.stream(times).filter(v -> v > t).count();
            assertThat(km.survival()[j]).isCloseTo((double) later / times.length, within(1e-9));
            if (later > 0) {
                assertThat(km.survival()[j]).isBetween(km.lower()[j], km.upper()[j]);
            }
        }
    }
}
