package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    /** Weeks of remission on 6-mercaptopurine, E. J. Freireich et al., Blood 21 (1963) 699–716; a minus is censored. */
    private static final double[] REMISSION = {
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
    };

    private static KaplanMeier remission() {
        double[] times = new double[REMISSION.length];
        boolean[] event = new boolean[REMISSION.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.abs(REMISSION[i]);
            event[i] = REMISSION[i] > 0;
        }
        return KaplanMeier.of(times, event);
    }

    /** The estimates as printed in J. P. Klein and M. L. Moeschberger, Survival Analysis (2003), table 4.1. */
    @Test
    void agreesWithTheRemissionDataOfFreireich() {
        KaplanMeier km = remission();
        assertThat(km.time()).containsExactly(6, 7, 10, 13, 16, 22, 23);
        assertThat(km.atRisk()).containsExactly(21, 17, 15, 12, 11, 7, 6);
        assertThat(km.events()).containsExactly(3, 1, 1, 1, 1, 1, 1);
        assertThat(km.survival())
                .containsExactly(new double[] {0.857, 0.807, 0.753, 0.690, 0.628, 0.538, 0.448}, within(0.0006));
        assertThat(km.median()).hasValue(23);
        assertThat(km.horizon()).isEqualTo(35);
    }

    /**
     * By hand at week 6: S = 18/21, Greenwood's sum 3/(21·18) = 0.0079365, its root 0.089087, divided by −log S =
     * 0.154151 gives 0.577922; S^exp(±1.959964·0.577922) = 0.6197 and 0.9516.
     */
    @Test
    void bandIsOnTheLogLogScale() {
        KaplanMeier km = remission();
        assertThat(km.lower()[0]).isCloseTo(0.6197, within(0.0002));
        assertThat(km.upper()[0]).isCloseTo(0.9516, within(0.0002));
    }

    @Test
    void stepsAtEventsOnly() {
        KaplanMeier km = KaplanMeier.of(new double[] {5, 20, 156, 156}, 156);
        assertThat(km.survivalAt(4.9)).isEqualTo(1);
        assertThat(km.survivalAt(5)).isEqualTo(0.75);
        assertThat(km.survivalAt(156)).isEqualTo(0.5);
        assertThat(km.atRiskAt(5)).isEqualTo(4);
        assertThat(km.atRiskAt(6)).isEqualTo(3);
        assertThat(km.median()).hasValue(20);
    }

    @Test
    void bearsNoEventsAndNobodyLeft() {
        KaplanMeier none = KaplanMeier.of(new double[] {156, 156}, 156);
        assertThat(none.time()).isEmpty();
        assertThat(none.survivalAt(100)).isEqualTo(1);
        assertThat(none.median()).isEmpty();
        KaplanMeier all = KaplanMeier.of(new double[] {1, 2}, 156);
        assertThat(all.survival()).containsExactly(0.5, 0);
        // None of two runs: the upper limit u solves (1 − u)² = 0.025.
        assertThat(all.lower()[1]).isZero();
        assertThat(all.upper()[1]).isCloseTo(1 - Math.sqrt(0.025), within(1e-8));
    }

    @Test
    void refusesFlagsThatDoNotMatch() {
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {1, 2}, new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** With one horizon for all, the product-limit estimate is the share without an event yet. */
    @Property(tries = 200)
    void isTheShareLeftWhereAllAreCensoredTogether(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 200) Double> drawn) {
        double[] times = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        KaplanMeier km = KaplanMeier.of(times, 156);
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
