package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmpiricalDistributionTest {
    private static EmpiricalDistribution of(double... column) {
        return EmpiricalDistribution.of(column, Clusters.single(column.length), 0.95);
    }

    @Test
    void tellsTheShareAtOrBelowEachValue() {
        EmpiricalDistribution found = of(3, -0.0, 3, 0, 7);
        assertThat(found.x()).containsExactly(0, 3, 7);
        assertThat(found.share()).containsExactly(0.4, 0.8, 1);
        // √(ln(2/0.05) / 2·5), cut at 0 and 1.
        assertThat(found.halfWidth()).isCloseTo(Math.sqrt(Math.log(40) / 10), within(1e-12));
        assertThat(found.low()[0]).isZero();
        assertThat(found.high()[1]).isEqualTo(1);
    }

    /** Of five waits two did not end within ten weeks: at most three fifths had. */
    @Test
    void waitsThatDidNotEndAreNoStep() {
        EmpiricalDistribution found = of(10, 2, 9, 10, 2).before(10);
        assertThat(found.x()).containsExactly(2, 9, 10);
        assertThat(found.share()).containsExactly(0.4, 0.6, 0.6);
        assertThat(of(10, 10).before(10).share()).containsExactly(0);
        assertThat(of(1, 2).before(10).share()).containsExactly(0.5, 1, 1);
    }
}
