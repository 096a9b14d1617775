package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareLimitsTest {
    private static final double LEVEL = 0.95;

    @Test
    void theLimitsAreThoseOfClopperAndPearson() {
        // 0 of 10: 1 - 0.025^(1/10); 10 of 10 by symmetry.
        assertThat(ShareLimits.of(0, 10, 0.025)).isZero();
        assertThat(ShareLimits.of(0, 10, 0.975)).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-9));
        assertThat(ShareLimits.of(1, 10, 0.025)).isCloseTo(Math.pow(0.025, 0.1), within(1e-9));
        assertThat(ShareLimits.of(1, 10, 0.975)).isOne();
    }

    @Test
    void oneClusterIsWorthOneRunHoweverManyItHolds() {
        Clusters one = Clusters.of(new long[] {0, 1, 2, 3}, 4);
        double worth = ShareLimits.worth(0.25 * 0.75 / 4, Double.NaN, one);
        double counting = ShareLimits.counting(worth, LEVEL, one);
        assertThat(counting).isOne();
        assertThat(ShareLimits.of(0.25, counting, 0.025)).isBetween(0.0, 0.25);
        assertThat(ShareLimits.of(0.25, counting, 0.975)).isBetween(0.9, 1.0);
    }
}
