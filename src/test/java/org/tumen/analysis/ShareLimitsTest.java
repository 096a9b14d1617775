package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
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

    /** Five clusters of four runs and three times the variance of independent runs; Student's t with 4 degrees of freedom. */
    @Test
    void clusteredRunsCountForFewer() {
        Clusters five = Clusters.of(LongStream.range(0, 20).toArray(), 4);
        double independent = 0.25 * 0.75 / 20;
        assertThat(ShareLimits.worth(independent, Math.sqrt(3 * independent), five))
                .isCloseTo(20 / 3.0, within(1e-9));
        // No more than they are, however much alike clusters are by luck.
        assertThat(ShareLimits.worth(independent, Math.sqrt(independent / 3), five))
                .isEqualTo(20);
        assertThat(ShareLimits.counting(12, LEVEL, five))
                .isCloseTo(12 * Math.pow(1.959963985 / 2.776445105, 2), within(1e-8));
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
