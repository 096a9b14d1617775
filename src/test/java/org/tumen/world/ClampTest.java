package org.tumen.world;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ClampTest {
    @Property
    void equalsMinimumAndMaximumToTheBit(@ForAll @DoubleRange(min = -150, max = 150) double x) {
        holds(x);
        holds(x / 50);
    }

    @Property
    void equalsThemForAnyBits(@ForAll long bits) {
        holds(Double.longBitsToDouble(bits));
    }

    @Example
    void equalsThemAtTheEdges() {
        double[] edges = {
            0, -0.0, 1, 100, Math.nextUp(1), Math.nextDown(1), Math.nextUp(100), Double.MIN_VALUE, -Double.MIN_VALUE
        };
        for (double x : edges) {
            holds(x);
        }
        holds(Double.NaN);
        holds(Double.POSITIVE_INFINITY);
        holds(Double.NEGATIVE_INFINITY);
    }

    @Property
    void theGreaterIsTheMaximum(@ForAll double a, @ForAll double b) {
        assertThat(Clamp.greater(a + 0.0, b + 0.0)).isEqualTo(Math.max(a + 0.0, b + 0.0));
    }

    private static void holds(double x) {
        same(Clamp.share(x), Math.min(1, Math.max(0, x)));
        same(Clamp.index(x), Math.min(100, Math.max(0, x)));
        same(Clamp.atMostOne(x), Math.min(1, x));
        same(Clamp.positivePart(x), Math.max(0, x));
    }

    private static void same(double clamped, double expected) {
        assertThat(Double.doubleToLongBits(clamped)).isEqualTo(Double.doubleToLongBits(expected));
    }
}
