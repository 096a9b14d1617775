package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PortableMathTest {
    @Property(tries = 20_000)
    void expIsWithinTwoUlpOfStrictMath(@ForAll @DoubleRange(min = -745, max = 709) double x) {
        double exact = StrictMath.exp(x);
        assertThat(Math.abs(PortableMath.exp(x) - exact)).isLessThanOrEqualTo(2 * Math.ulp(exact));
    }

    @Test
    void expOfSpecialValues() {
        assertThat(PortableMath.exp(0)).isEqualTo(1);
        assertThat(PortableMath.exp(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(PortableMath.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(PortableMath.exp(Double.NaN)).isNaN();
        assertThat(PortableMath.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** The bits must be the same on every machine: a few of them are written down. */
    @Test
    void bitsAreFixed() {
        assertThat(Double.doubleToRawLongBits(PortableMath.exp(1))).isEqualTo(0x4005bf0a8b145769L);
        assertThat(Double.doubleToRawLongBits(PortableMath.log(10))).isEqualTo(0x40026bb1bbb55516L);
    }
}
