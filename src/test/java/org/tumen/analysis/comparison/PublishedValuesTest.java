package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** Statistics against published examples, and against SciPy 1.17.1 on the same data where no figure is published. */
class PublishedValuesTest {
    /** Hours of extra sleep under two drugs: Student, "The probable error of a mean", Biometrika 6 (1908) 1–25. */
    private static final double[] SLEEP_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SLEEP_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** Spatial test data A: Efron and Tibshirani, An Introduction to the Bootstrap (1993), table 14.1. */
    private static final double[] SPATIAL = {
        48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
    };

    private static PairedComparison sleep() {
        return PairedComparison.of(
                Outcome.MEAN_STABILITY,
                Direction.MORE,
                SLEEP_1,
                SLEEP_2,
                Settings.standard().withResampling(20_000, 1_999));
    }

    /** t = 4.0621 on 9 degrees of freedom, p = 0.002833, interval 0.70 to 2.46: the example of R's t.test. */
    @Test
    void pairedTOfStudentsSleepData() {
        MeanDifference mean = sleep().mean();
        assertThat(mean.difference()).isCloseTo(1.58, within(1e-12));
        assertThat(mean.difference() / mean.standardDeviation() * Math.sqrt(10)).isCloseTo(4.0621, within(5e-5));
        assertThat(mean.pValue()).isCloseTo(0.002833, within(5e-7));
        assertThat(mean.tInterval().low()).isCloseTo(0.7001142, within(5e-7));
        assertThat(mean.tInterval().high()).isCloseTo(2.4598858, within(5e-7));
        assertThat(mean.standardised()).isCloseTo(1.2845576, within(1e-6));
        assertThat(mean.standardisedPooled()).isCloseTo(0.8321811, within(1e-6));
    }

    /** SciPy's BCa with 200,000 resamples: 1.05 to 2.64. The quantile of 20,000 has an error of about 0.01 there. */
    @Test
    void bcaOfStudentsSleepData() {
        Interval bca = sleep().mean().bcaInterval();
        assertThat(bca.low()).isCloseTo(1.05, within(0.03));
        assertThat(bca.high()).isCloseTo(2.64, within(0.05));
    }

    @Test
    void varianceReductionIsTheRatioOfVariances() {
        assertThat(sleep().varianceReduction().factor()).isCloseTo(4.7654230, within(1e-6));
        assertThat(sleep().varianceReduction().interval().contains(4.7654230)).isTrue();
    }

    @Test
    void sharesCountTheRuns() {
        assertThat(sleep().shares()).isEqualTo(new Shares(0.9, 0, 0.1));
    }

    /** Exact p-value of equal distributions by SciPy's ks_2samp: D = 0.4, p = 0.4175237. */
    @Test
    void kolmogorovSmirnovOfTwoSmallSamples() {
        KolmogorovSmirnov ks = sleep().kolmogorovSmirnov();
        assertThat(ks.distance()).isCloseTo(0.4, within(1e-12));
        assertThat(ks.independentPValue()).isCloseTo(0.41752365, within(1e-7));
    }

    /**
     * Variance (divisor n) of the spatial data: estimate 171.5, acceleration 0.061 and BCa 90 % interval 115.8 to 259.6 as
     * published in table 14.2 of Efron and Tibshirani from 2,000 resamples. Theirs and ours (4,000) differ by sampling: the
     * upper quantile of B resamples has a standard error of about 90/√B.
     */
    @Test
    void bcaOfTheSpatialData() {
        int n = SPATIAL.length;
        double[] leftOut = new double[n];
        for (int i = 0; i < n; i++) {
            leftOut[i] = varianceWithout(i);
        }
        double acceleration = Bca.acceleration(leftOut);
        assertThat(varianceWithout(-1)).isCloseTo(171.5, within(0.05));
        assertThat(acceleration).isCloseTo(0.061, within(5e-4));
        Resamples resamples = new Resamples(n, 4_000, 14);
        double[] replicates = new double[4_000];
        for (int r = 0; r < replicates.length; r++) {
            replicates[r] = weightedVariance(resamples.occurrences(r));
        }
        Interval bca = Bca.interval(replicates, varianceWithout(-1), acceleration, 0.9);
        double error = 90 * Math.sqrt(1.0 / 2_000 + 1.0 / 4_000);
        assertThat(bca.low()).isCloseTo(115.8, within(3 * error));
        assertThat(bca.high()).isCloseTo(259.6, within(3 * error));
    }

    private static double varianceWithout(int left) {
        byte[] once = new byte[SPATIAL.length];
        for (int i = 0; i < once.length; i++) {
            once[i] = (byte) (i == left ? 0 : 1);
        }
        return weightedVariance(once);
    }

    private static double weightedVariance(byte[] weights) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            n += weights[i];
            sum += weights[i] * SPATIAL[i];
            squares += weights[i] * SPATIAL[i] * SPATIAL[i];
        }
        return squares / n - sum * sum / (n * n);
    }

    /** Depression scale of Hollander and Wolfe (1973), pages 29–33, the example of R's wilcox.test: V = 40, p = 0.03906. */
    @Test
    void signedRankOfTheDepressionScale() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        SignedRank test = SignedRank.of(Columns.differences(after, before));
        assertThat(test.positive()).isEqualTo(40);
        assertThat(test.negative()).isEqualTo(5);
        assertThat(test.pValue()).isCloseTo(0.0390625, within(1e-12));
    }

    /**
     * Remission of leukaemia under 6-MP and placebo, in weeks, by pairs: E. J. Freireich and others, Blood 21 (1963)
     * 699–716. The log-rank χ² is 16.79, observed 9 against expected 19.25 under 6-MP (Kleinbaum and Klein, Survival
     * Analysis, chapter 2).
     */
    @Test
    void logRankOfTheRemissionData() {
        double[] treated = {10, 7, 32, 23, 22, 6, 16, 34, 32, 25, 11, 20, 19, 6, 17, 35, 6, 13, 9, 6, 10};
        int[] relapsed = {1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0};
        double[] placebo = {1, 22, 3, 12, 8, 17, 2, 11, 8, 12, 2, 5, 4, 15, 8, 23, 5, 11, 4, 1, 8};
        boolean[] events1 = new boolean[21];
        boolean[] events2 = new boolean[21];
        for (int i = 0; i < 21; i++) {
            events1[i] = relapsed[i] == 1;
            events2[i] = true;
        }
        LogRank test = LogRank.paired(treated, events1, placebo, events2);
        assertThat(test.observed()).isEqualTo(9);
        assertThat(test.expected()).isCloseTo(19.25, within(0.005));
        assertThat(test.chiSquared()).isCloseTo(16.792941, within(1e-6));
        assertThat(test.independentPValue()).isCloseTo(4.168809e-5, within(1e-10));
        assertThat(test.pairedZ()).isLessThan(-3);
        assertThat(test.pairedPValue()).isBetween(0.0, 0.003);
    }

    /** The example of R's p.adjust documentation style, worked by hand: sorted p times 4, 3, 2, 1, made monotone. */
    @Test
    void holmByHand() {
        assertThat(Holm.adjust(new double[] {0.04, 0.01, 0.03, 0.005}))
                .containsExactly(new double[] {0.06, 0.03, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.adjust(new double[] {0.9, 0.8, 1})).containsExactly(1, 1, 1);
    }
}
