package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Interval;

/** Intervals of a share by the errors of mean and variance, each worked out by itself; the table of Φ is exact to 10⁻⁷. */
class ShareOfWorldsTest {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final Offset<Double> NEARLY = within(1e-6);

    /** Student's t of 95 % with 19 degrees of freedom. */
    private static final double T = 2.093;

    private static double share(double mean, double variance) {
        return NORMAL.cumulativeProbability(mean / Math.sqrt(variance));
    }

    private static void reaches(ShareOfWorlds of, double mean, double between, double ofMean, double ofBetween) {
        double share = share(mean, between);
        // Above a mean of 0 a larger variance makes the share smaller.
        double low = share
                - Math.hypot(share - share(mean - T * ofMean, between), share - share(mean, between + T * ofBetween));
        double high = share
                + Math.hypot(share(mean + T * ofMean, between) - share, share(mean, between - T * ofBetween) - share);
        Interval found = of.interval(share, 0);
        assertThat(found.low()).isCloseTo(low, NEARLY);
        assertThat(found.high()).isCloseTo(high, NEARLY);
    }

    /** With four runs of each of 400 worlds means have the variance 1 + 4/4, which is known to √(2/399) of itself. */
    @Test
    void replicatesTellTheVarianceBetweenWorlds() {
        reaches(new ShareOfWorlds(0.3, 1, 4, 400, 4), 0.3, 1, Math.sqrt(2 / 400.0), 2 * Math.sqrt(2 / 399.0));
    }

    /** Without them the covariance of surface and mean, of variances 1 and 5, has the error √(1 · 5/400), and counts twice. */
    @Test
    void aSurfaceTellsItByTwiceTheErrorOfACovariance() {
        reaches(new ShareOfWorlds(0.3, 1, 4, 400, 1), 0.3, 1, Math.sqrt(5 / 400.0), 2 * Math.sqrt(5 / 400.0));
    }

    @Test
    void theIntervalIsNoNarrowerThanAnErrorFromElsewhereAndAShareAtMost() {
        ShareOfWorlds of = new ShareOfWorlds(0.3, 1, 4, 400, 4);
        Interval wide = of.interval(0.6, 0.15);
        assertThat(wide.low()).isCloseTo(0.6 - T * 0.15, NEARLY);
        assertThat(wide.high()).isCloseTo(0.6 + T * 0.15, NEARLY);
        assertThat(of.interval(0.6, 0.5)).isEqualTo(new Interval(0, 1));
    }

    /** One replicate fewer than are said to be needed tells too little, were the variance between worlds at its lower end. */
    @Test
    void theFewestReplicatesThatTellTheShareAreFound() {
        ShareOfWorlds few = new ShareOfWorlds(0.3, 1, 9, 500, 2);
        // Means have the variance 1 + 9/2; two of its errors below 1.
        double least = 1 - 2 * 5.5 * Math.sqrt(2 / 499.0);
        Integer needed = few.replicatesFor(0.2);
        assertThat(needed).isNotNull();
        assertThat(width(least, needed)).isLessThanOrEqualTo(0.2);
        // They are sought by steps of a tenth.
        assertThat(width(least, needed / 1.1 - 1)).isGreaterThan(0.2);
        assertThat(new ShareOfWorlds(0.3, 1, 9, 30, 2).replicatesFor(0.01)).isNull();
    }

    private static double width(double least, double replicates) {
        Interval of = new ShareOfWorlds(0.3, least, 9, 500, replicates).interval(share(0.3, least), 0);
        return of.high() - of.low();
    }
}
