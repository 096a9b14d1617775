package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SteadyExpTest {
    @Property(tries = 200)
    void givesTheExponentialToTheBitHoweverOftenItIsAsked(
            @ForAll List<@DoubleRange(min = -30, max = 30) Double> arguments) {
        SteadyExp steady = new SteadyExp();
        for (double x : arguments) {
            for (int again = 0; again < 2; again++) {
                assertThat(steady.of(x)).isEqualTo(PortableMath.exp(x));
            }
        }
        assertThat(steady.of(Double.NaN)).isNaN();
    }
}
