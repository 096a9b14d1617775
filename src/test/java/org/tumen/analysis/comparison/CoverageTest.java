package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/**
 * How often intervals cover a known truth, over 2,000 repetitions of 200 pairs of bivariate normal values. A share of
 * 0.95 then has a standard error of 0.0049; a test allows 3.5 of them, plus what theory expects at this size.
 */
class CoverageTest {
    private static final int REPETITIONS = 2_000;
    private static final int RUNS = 200;
    private static final double SHIFT = 0.3;
    private static final double SCALE = 1.2;
    private static final double CORRELATION = 0.7;
    private static final double TOLERANCE = 3.5 * Math.sqrt(0.95 * 0.05 / REPETITIONS);
    private static final Settings SETTINGS = Settings.standard().withResampling(400, 99);

    private static double tCoverage;
    private static double bcaCoverage;
    private static double anytimeCoverage;
    private static double factorCoverage;
    private static double bandCoverage;

    @BeforeAll
    static void simulate() {
        double factor = (1 + SCALE * SCALE) / (1 + SCALE * SCALE - 2 * CORRELATION * SCALE);
        for (int r = 0; r < REPETITIONS; r++) {
            Luck luck = new Luck(11, r);
            double[] baseline = luck.normals(RUNS);
            double[] arm = luck.correlated(RUNS, CORRELATION);
            for (int i = 0; i < RUNS; i++) {
                arm[i] = SHIFT + SCALE * arm[i];
            }
            PairedComparison c =
                    PairedComparison.of(Outcome.MEAN_STABILITY, Direction.MORE, baseline, arm, SETTINGS.withSeed(r));
            tCoverage += covers(c.mean().tInterval(), SHIFT);
            bcaCoverage += covers(c.mean().bcaInterval(), SHIFT);
            anytimeCoverage += covers(c.mean().anytimeInterval(), SHIFT);
            factorCoverage += covers(c.varianceReduction().interval(), factor);
            bandCoverage += c.quantiles().differences().stream()
                            .allMatch(q -> q.band()
                                    .contains(SHIFT + (SCALE - 1) * Distributions.normalQuantile(q.probability())))
                    ? 1.0 / REPETITIONS
                    : 0;
        }
    }

    private static double covers(Interval interval, double truth) {
        return interval.contains(truth) ? 1.0 / REPETITIONS : 0;
    }

    @Test
    void pairedTCoversAsStated() {
        assertThat(tCoverage).isCloseTo(0.95, within(TOLERANCE));
    }

    /** For normal differences the bootstrap of a mean is an interval of z √((n − 1)/n) standard errors. */
    @Test
    void bcaCoversAsTheorySays() {
        double z = Distributions.normalQuantile(0.975) * Math.sqrt((RUNS - 1.0) / RUNS);
        double expected = 1 - 2 * new TDistribution(null, RUNS - 1).cumulativeProbability(-z);
        assertThat(bcaCoverage).isCloseTo(expected, within(TOLERANCE));
    }

    @Test
    void confidenceSequenceCoversAtLeastAsStated() {
        assertThat(anytimeCoverage).isGreaterThan(0.95 - TOLERANCE);
    }

    @Test
    void varianceReductionCoversAsStated() {
        assertThat(factorCoverage).isCloseTo(0.95, within(TOLERANCE));
    }

    @Test
    void quantileBandsCoverTogetherAtLeastAsStated() {
        assertThat(bandCoverage).isGreaterThan(0.95 - TOLERANCE);
    }

    /** Conditional value at risk needs a tail worth the name: 1,000 runs, of which 50 make it. */
    @Test
    void tailsCoverAsStated() {
        int n = 1_000;
        double tail = -Math.exp(-0.5 * Math.pow(Distributions.normalQuantile(0.05), 2)) / Math.sqrt(2 * Math.PI) / 0.05;
        double one = 0;
        double both = 0;
        for (int r = 0; r < REPETITIONS; r++) {
            Luck luck = new Luck(12, r);
            double[] baseline = luck.normals(n);
            double[] arm = luck.correlated(n, CORRELATION);
            for (int i = 0; i < n; i++) {
                arm[i] = SHIFT + SCALE * arm[i];
            }
            Tail t = Tail.of(baseline, arm, Direction.MORE, 0.05, 0.95);
            one += covers(t.baselineInterval(), tail);
            both += covers(t.differenceInterval(), SHIFT + (SCALE - 1) * tail);
        }
        assertThat(one).isCloseTo(0.95, within(TOLERANCE));
        assertThat(both).isCloseTo(0.95, within(TOLERANCE));
    }

    /** On skewed differences the two sides of the t interval miss unequally; BCa is there to mend that. */
    @Test
    void bcaBalancesItsMissesOnSkewedDifferences() {
        int n = 60;
        int tImbalance = 0;
        int bcaImbalance = 0;
        Resamples plan = new Resamples(n, 800, 5);
        for (int r = 0; r < REPETITIONS; r++) {
            Luck luck = new Luck(13, r);
            double[] d = new double[n];
            for (int i = 0; i < n; i++) {
                d[i] = luck.exponential(i);
            }
            double[] zero = new double[n];
            double[] replicates = new PairBootstrap(new PairGrid(zero, d), plan, new double[] {0.5}, true).means;
            MeanDifference mean = MeanDifference.of(zero, d, replicates, Settings.standard());
            tImbalance += miss(mean.tInterval());
            bcaImbalance += miss(mean.bcaInterval());
        }
        assertThat(Math.abs(bcaImbalance)).isLessThan(Math.abs(tImbalance) / 2);
    }

    /** The true mean is 1. */
    private static int miss(Interval interval) {
        return interval.low() > 1 ? 1 : interval.high() < 1 ? -1 : 0;
    }

    /** Paired tests keep their size where arms are correlated and equal in distribution, with ties and censoring. */
    @Test
    void pairedTestsKeepTheirSize() {
        int n = 80;
        double swap = 0;
        double logRank = 0;
        double classicalLogRank = 0;
        double rank = 0;
        for (int r = 0; r < REPETITIONS; r++) {
            Luck luck = new Luck(14, r);
            double[] baseline = weeks(luck.normals(n));
            double[] arm = weeks(luck.correlated(n, CORRELATION));
            swap += SwapTest.pValue(new PairGrid(baseline, arm), 99, r) <= 0.05 ? 1.0 / REPETITIONS : 0;
            LogRank test = TimeToEvent.of(baseline, arm, 40, 0.95).logRank();
            logRank += test.pairedPValue() <= 0.05 ? 1.0 / REPETITIONS : 0;
            classicalLogRank += test.independentPValue() <= 0.05 ? 1.0 / REPETITIONS : 0;
            rank += SignedRank.of(Columns.differences(baseline, arm)).pValue() <= 0.05 ? 1.0 / REPETITIONS : 0;
        }
        assertThat(swap).isLessThan(0.05 + TOLERANCE);
        assertThat(logRank).isCloseTo(0.05, within(TOLERANCE));
        assertThat(rank).isCloseTo(0.05, within(TOLERANCE));
        // What pairing is for: the classical test takes correlated arms for independent ones and hardly ever rejects.
        assertThat(classicalLogRank).isLessThan(0.01);
    }

    /** Whole weeks from 1, censored at 40: about a third of the runs. */
    private static double[] weeks(double[] normals) {
        for (int i = 0; i < normals.length; i++) {
            normals[i] = Math.min(40, Math.max(1, Math.round(33 + 15 * normals[i])));
        }
        return normals;
    }
}
