package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Distributions;
import org.tumen.analysis.Interval;
import org.tumen.analysis.ShareLimits;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.pair.KolmogorovSmirnov;
import org.tumen.analysis.comparison.pair.LogRank;
import org.tumen.analysis.comparison.pair.SignedRank;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** Statistics against published examples, and against SciPy 1.17.1 on the same data where no figure is published. */
class PublishedValuesTest {
    /** Hours of extra sleep under two drugs: Student, "The probable error of a mean", Biometrika 6 (1908) 1–25. */
    private static final double[] SLEEP_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SLEEP_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    private static PairedComparison sleep() {
        return Compared.of(Outcome.MEAN_STABILITY, Direction.MORE, SLEEP_1, SLEEP_2, Resampling.of(20_000, 1_999));
    }

    /** t = 4.0621 on 9 degrees of freedom, p = 0.002833: the example of R's t.test. */
    @Test
    void pairedTOfStudentsSleepData() {
        StudentisedMean mean = new StudentisedMean(Columns.differences(SLEEP_1, SLEEP_2), Clusters.single(10));
        assertThat(mean.mean()).isCloseTo(1.58, within(1e-12));
        assertThat(mean.statistic()).isCloseTo(4.0621, within(5e-5));
        assertThat(Distributions.tTwoSided(mean.statistic(), 9)).isCloseTo(0.002833, within(5e-7));
    }

    /** Nine patients that differ are too few for a verdict of a mean. */
    @Test
    void tenPairsGiveNoVerdict() {
        assertThat(sleep().finding()).isEqualTo(Finding.UNDECIDED);
        assertThat(sleep().mean().interval()).isNull();
        assertThat(sleep().verdict("drug 2")).endsWith("is undecided: only 9 runs differ");
    }

    /** SciPy's binomtest(10, 35) and the exact limits of binomtest(7, 200). */
    @Test
    void differingFlagsAreTestedAsBinomial() {
        double[] baseline = new double[200];
        double[] arm = new double[200];
        for (int i = 0; i < 35; i++) {
            (i < 10 ? arm : baseline)[i] = 1;
        }
        assertThat(flags(baseline, arm).pValue()).isCloseTo(0.016673847800120715, within(1e-12));
        assertThat(ShareLimits.of(7 / 200.0, 200, 0.025)).isCloseTo(0.014185525898385922, within(1e-8));
        assertThat(ShareLimits.of(7 / 200.0, 200, 0.975)).isCloseTo(0.0707809983509546, within(1e-8));
    }

    /**
     * Newcombe's limits with the exact ones of SciPy's beta.ppf: of 200 runs 10 have the flag in the arm alone and 25 in the
     * baseline alone.
     */
    @Test
    void theIntervalOfFlagsIsNewcombes() {
        double[] baseline = new double[200];
        double[] arm = new double[200];
        for (int i = 0; i < 35; i++) {
            (i < 10 ? arm : baseline)[i] = 1;
        }
        Interval interval = flags(baseline, arm).interval(0.95);
        assertThat(interval.low()).isCloseTo(-0.136791732471608, within(1e-8));
        assertThat(interval.high()).isCloseTo(-0.014183353642436, within(1e-8));
        Interval mirrored = flags(arm, baseline).interval(0.95);
        assertThat(mirrored.low()).isCloseTo(-interval.high(), within(1e-12));
        assertThat(mirrored.high()).isCloseTo(-interval.low(), within(1e-12));
    }

    /** With single runs the test errs at most as often as it states however few runs differ: by the binomial distribution itself. */
    @Test
    void theTestOfFlagsIsExactHoweverFewDiffer() {
        for (int differing = 1; differing <= 40; differing++) {
            BinomialDistribution coins = new BinomialDistribution(null, differing, 0.5);
            for (double error : new double[] {0.05, 0.05 / 24}) {
                double rejected = 0;
                for (int up = 0; up <= differing; up++) {
                    double[] baseline = new double[100];
                    double[] arm = new double[100];
                    Arrays.fill(arm, 0, up, 1);
                    Arrays.fill(baseline, up, differing, 1);
                    rejected += flags(baseline, arm).pValue() <= error ? coins.probability(up) : 0;
                }
                assertThat(rejected).isLessThanOrEqualTo(error * (1 + 1e-9));
            }
        }
    }

    /** Ten of 100 runs, all one way: p = 2⁻⁹, a verdict of single runs, none where four runs share a point of the parameters. */
    @Test
    void fewFlagsThatDifferAreJudgedWhereRunsAreIndependent() {
        double[] none = new double[100];
        double[] some = new double[100];
        for (int i = 0; i < 100; i += 10) {
            some[i] = 1;
        }
        PairedComparison single = Compared.of(Outcome.ANY_CRISIS, Direction.LESS, none, some, Resampling.of(400, 99));
        assertThat(single.mean().pValue()).isCloseTo(Math.pow(2, -9), within(1e-12));
        assertThat(single.finding()).isEqualTo(Finding.WORSE);
        assertThat(single.verdict("arm"))
                .startsWith("arm raises the share of runs with any crisis by 10 percentage points (");
        Clusters byPoint = Clusters.of(LongStream.range(0, 100).toArray(), 4);
        PairedComparison clustered =
                Compared.of(Outcome.ANY_CRISIS, Direction.LESS, none, some, byPoint, Resampling.of(400, 99));
        assertThat(clustered.finding()).isEqualTo(Finding.UNDECIDED);
        assertThat(clustered.verdict("arm")).contains("runs differ at 10 of 25 points of the parameters, too few");
    }

    private static PairedFlags flags(double[] baseline, double[] arm) {
        StudentisedMean mean = new StudentisedMean(Columns.differences(baseline, arm), Clusters.single(arm.length));
        return new PairedFlags(Shares.of(baseline, arm), mean, Clusters.single(arm.length));
    }

    @Test
    void varianceReductionIsTheRatioOfVariances() {
        assertThat(sleep().varianceReduction()).isCloseTo(4.7654230, within(1e-6));
    }

    @Test
    void sharesCountTheRuns() {
        assertThat(sleep().shares()).isEqualTo(new Shares(0.9, 0, 0.1));
    }

    /** The distance by SciPy's ks_2samp. */
    @Test
    void kolmogorovSmirnovOfTwoSmallSamples() {
        KolmogorovSmirnov ks = sleep().kolmogorovSmirnov();
        assertThat(ks.distance()).isCloseTo(0.4, within(1e-12));
    }

    /** Depression scale of Hollander and Wolfe (1973), pages 29–33, the example of R's wilcox.test: V = 40, p = 0.03906. */
    @Test
    void signedRankOfTheDepressionScale() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        SignedRank test = SignedRank.of(Columns.differences(after, before), Clusters.single(9));
        assertThat(test.positive()).isEqualTo(40);
        assertThat(test.negative()).isEqualTo(5);
        assertThat(test.pValue()).isCloseTo(0.0390625, within(1e-12));
    }

    /**
     * Remission of leukaemia under 6-MP and placebo, in weeks, by pairs: E. J. Freireich and others, Blood 21 (1963)
     * 699–716. Observed 9 against expected 19.25 under 6-MP (Kleinbaum and Klein, Survival Analysis, chapter 2).
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
        LogRank test = LogRank.paired(treated, events1, placebo, events2, Clusters.single(21));
        assertThat(test.observed()).isEqualTo(9);
        assertThat(test.expected()).isCloseTo(19.25, within(0.005));
        assertThat(test.pairedZ()).isLessThan(-3);
        assertThat(test.pairedPValue()).isBetween(0.0, 0.003);
    }
}
