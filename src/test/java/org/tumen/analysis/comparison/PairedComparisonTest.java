package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.analysis.Interval;
import org.tumen.analysis.comparison.pair.Dominance;
import org.tumen.analysis.comparison.pair.KolmogorovSmirnov;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/** The facade: equal arms, order of runs, directions, bad input, verdicts. */
class PairedComparisonTest {
    private static final Settings SETTINGS = Resampling.of(300, 99).withHorizon(156);

    private static double[] column(int n, double shift, double correlation) {
        double[] x = new Luck(31, 0).correlated(n, correlation);
        for (int i = 0; i < n; i++) {
            x[i] = 50 + 5 * x[i] + shift;
        }
        return x;
    }

    private static PairedComparison compare(Direction direction, double[] baseline, double[] arm, Settings settings) {
        return Compared.of(Outcome.MEAN_STABILITY, direction, baseline, arm, settings);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void armEqualToTheBaselineHasNoDifferenceAnywhere(Outcome outcome) {
        double[] x = column(500, 0, 1);
        if (outcome.kind() == Kind.FLAG) {
            java.util.Arrays.setAll(x, i -> x[i] > 50 ? 1 : 0);
        }
        PairedComparison c = Compared.of(outcome, outcome.direction(), x, x.clone(), SETTINGS);
        assertThat(c.finding()).isEqualTo(Finding.EXACTLY_EQUAL);
        assertThat(c.mean().difference()).isZero();
        assertThat(c.mean().pValue()).isEqualTo(1);
        assertThat(c.mean().adjustedPValue()).isEqualTo(1);
        assertThat(c.varianceReduction()).isNull();
        assertThat(c.quantiles().differences()).isEmpty();
        assertThat(c.kolmogorovSmirnov()).isEqualTo(new KolmogorovSmirnov(0, 1));
        assertThat(c.signedRank().pValue()).isEqualTo(1);
        assertThat(c.tail()).isNull();
        if (outcome.direction() != Direction.NEUTRAL && outcome.kind() != Kind.FLAG) {
            assertThat(c.firstOrder().finding()).isEqualTo(Dominance.Finding.EQUAL);
            assertThat(c.firstOrder().armShare() + c.firstOrder().baselineShare())
                    .isZero();
            assertThat(c.secondOrder().finding()).isEqualTo(Dominance.Finding.EQUAL);
        } else {
            assertThat(c.firstOrder()).isNull();
        }
        assertThat(c.toString()).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(c.verdict("silence")).startsWith("silence leaves ").endsWith("unchanged in every run");
    }

    @Test
    void constantColumnsLeakNoNaN() {
        double[] ones = new double[30];
        double[] twos = new double[30];
        java.util.Arrays.fill(ones, 1);
        java.util.Arrays.fill(twos, 2);
        PairedComparison c = compare(Direction.MORE, ones, twos, SETTINGS);
        assertThat(c.toString()).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(c.finding()).isEqualTo(Finding.BETTER);
        assertThat(c.mean().pValue()).isEqualTo(Math.pow(2, -29));
        assertThat(c.mean().interval()).isEqualTo(new Interval(1, 1));
        assertThat(c.firstOrder().armShare()).isEqualTo(1);
    }

    @Test
    void doesNotDependOnTheOrderOfTheRuns() {
        double[] baseline = column(301, 0, 1);
        double[] arm = column(301, 0.5, 0.8);
        double[] turnedBaseline = new double[301];
        double[] turnedArm = new double[301];
        for (int i = 0; i < 301; i++) {
            turnedBaseline[i] = baseline[(i * 8) % 301];
            turnedArm[i] = arm[(i * 8) % 301];
        }
        PairedComparison one = compare(Direction.MORE, baseline, arm, SETTINGS);
        PairedComparison other = compare(Direction.MORE, turnedBaseline, turnedArm, SETTINGS);
        assertThat(other.quantiles()).isEqualTo(one.quantiles());
        assertThat(other.kolmogorovSmirnov()).isEqualTo(one.kolmogorovSmirnov());
        assertThat(other.firstOrder()).isEqualTo(one.firstOrder());
        // The same positions of the resamples are now other runs: the critical value moves by its own sampling error
        // only.
        assertThat(other.mean().interval().halfWidth())
                .isCloseTo(
                        one.mean().interval().halfWidth(),
                        within(0.2 * one.mean().interval().halfWidth()));
        assertThat(compare(Direction.MORE, baseline, arm, SETTINGS)).isEqualTo(one);
        assertThat(compare(Direction.MORE, baseline, arm, SETTINGS.withSeed(2))
                        .mean()
                        .interval())
                .isNotEqualTo(one.mean().interval());
    }

    @Test
    void turningTheDirectionMirrorsTheJudgement() {
        double[] baseline = column(400, 0, 1);
        double[] arm = column(400, 1, 0.9);
        double[] minusBaseline = new double[400];
        double[] minusArm = new double[400];
        for (int i = 0; i < 400; i++) {
            minusBaseline[i] = -baseline[i];
            minusArm[i] = -arm[i];
        }
        PairedComparison more = compare(Direction.MORE, baseline, arm, SETTINGS);
        PairedComparison less = compare(Direction.LESS, minusBaseline, minusArm, SETTINGS);
        assertThat(more.finding()).isEqualTo(Finding.BETTER);
        assertThat(less.finding()).isEqualTo(Finding.BETTER);
        assertThat(less.tail().difference()).isCloseTo(-more.tail().difference(), within(1e-12));
        assertThat(less.firstOrder().finding()).isEqualTo(more.firstOrder().finding());
        assertThat(less.secondOrder().finding()).isEqualTo(more.secondOrder().finding());
        assertThat(compare(Direction.LESS, baseline, arm, SETTINGS).finding()).isEqualTo(Finding.WORSE);
        assertThat(compare(Direction.NEUTRAL, baseline, arm, SETTINGS).finding())
                .isEqualTo(Finding.HIGHER);
        assertThat(compare(Direction.NEUTRAL, baseline, arm, SETTINGS).tail()).isNull();
    }

    /** The largest grid is coarser than the data; estimates must not be, and dominance must still be seen. */
    @Test
    void longContinuousColumnsKeepExactEstimates() {
        double[] baseline = column(5_000, 0, 1);
        double[] arm = column(5_000, 0.01, 1);
        PairedComparison c =
                compare(Direction.MORE, baseline, arm, Resampling.of(100, 99).withHorizon(156));
        assertThat(c.mean().difference()).isCloseTo(0.01, within(1e-9));
        assertThat(c.quantiles().differences())
                .allSatisfy(q -> assertThat(q.difference()).isCloseTo(0.01, within(1e-9)));
        assertThat(c.shares().higher()).isEqualTo(1);
        assertThat(c.varianceReduction()).isGreaterThan(1e6);
    }

    /**
     * The arm is better throughout, but its least value lies just above that of the baseline: resamples that draw the arm's
     * more often, of two Poisson numbers of mean 1 the greater in (1 − 0.309)/2 of cases, see no dominance. Groups of values at
     * the ends would hide that. Four standard errors are 0.135.
     */
    @Test
    void dominanceThatHangsOnTheLeastValueIsNotClaimedOfManyRuns() {
        double[] baseline = column(5_000, 0, 1);
        double[] arm = column(5_000, 1, 1);
        baseline[10] = -20;
        arm[20] = -19.9;
        PairedComparison c =
                compare(Direction.MORE, baseline, arm, Resampling.of(199, 99).withHorizon(156));
        assertThat(c.secondOrder().finding()).isEqualTo(Dominance.Finding.ARM);
        assertThat(c.secondOrder().armShare()).isCloseTo(0.654, within(0.135));
        assertThat(c.secondOrder().claimed()).isEqualTo(Dominance.Finding.NEITHER);
    }

    /** A claim of dominance, of either side and order, where the distributions are equal, is an error of 5 %. */
    @Test
    void dominanceIsRarelyClaimedOfEqualDistributionsAndOfAShiftItIs() {
        int repetitions = 1_000;
        double claimed = 0;
        double seen = 0;
        for (int r = 0; r < repetitions; r++) {
            Luck luck = new Luck(32, r);
            double[] baseline = luck.normals(100);
            double[] arm = luck.correlated(100, 0.5);
            Settings settings = Resampling.of(199, 99).withSeed(r);
            claimed += claimsDominance(compare(Direction.MORE, baseline, arm, settings)) ? 1 : 0;
            for (int i = 0; i < 100; i++) {
                arm[i] = 1.5 + arm[i];
            }
            seen += compare(Direction.MORE, baseline, arm, settings)
                                    .secondOrder()
                                    .claimed()
                            == Dominance.Finding.ARM
                    ? 1
                    : 0;
        }
        assertThat(claimed / repetitions).isLessThan(0.05 + 3.5 * Math.sqrt(0.05 * 0.95 / repetitions));
        assertThat(seen / repetitions).isGreaterThan(0.5);
    }

    /** Of 300 runs some six differ, up or down alike: that they all go one way is seen in many such studies. */
    @Test
    void dominanceIsNotClaimedOfAHandfulOfRunsThatDiffer() {
        int repetitions = 400;
        int claimed = 0;
        for (int r = 0; r < repetitions; r++) {
            Luck luck = new Luck(33, r);
            double[] baseline = luck.normals(300);
            double[] choice = luck.normals(300);
            double[] arm = baseline.clone();
            for (int i = 0; i < 300; i++) {
                arm[i] += Math.abs(choice[i]) > 2.326 ? Math.signum(choice[i]) : 0;
            }
            claimed += claimsDominance(compare(
                            Direction.MORE,
                            baseline,
                            arm,
                            Resampling.of(199, 99).withSeed(r)))
                    ? 1
                    : 0;
        }
        assertThat(claimed / (double) repetitions).isLessThan(0.05 + 3.5 * Math.sqrt(0.05 * 0.95 / repetitions));
    }

    private static boolean claimsDominance(PairedComparison c) {
        return c.firstOrder().claimed() != Dominance.Finding.NEITHER
                || c.secondOrder().claimed() != Dominance.Finding.NEITHER;
    }

    @Test
    void refusesWhatCannotBePaired() {
        double[] two = {1, 2};
        assertThatThrownBy(() -> compare(Direction.MORE, two, new double[] {1, 2, 3}, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 3 runs");
        assertThatThrownBy(() -> compare(Direction.MORE, two, new double[] {1, Double.NaN}, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run 1 has NaN");
        assertThatThrownBy(() -> compare(Direction.MORE, new double[] {1}, new double[] {1}, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Compared.of(
                        Outcome.FIRST_CRISIS, Direction.MORE, two, new double[] {2, 3}, Settings.standard()))
                .hasMessageContaining("first_crisis")
                .hasMessageContaining("horizon");
        assertThatThrownBy(() -> Settings.standard().withTables(0)).hasMessageContaining("tables");
    }

    @Test
    void pairingThatHarmsShowsInTheFactor() {
        double[] baseline = column(400, 0, 1);
        assertThat(compare(Direction.MORE, baseline, column(400, 0, -0.6), SETTINGS)
                        .varianceReduction())
                .isLessThan(1);
        assertThat(compare(Direction.MORE, baseline, column(400, 0, 0.9), SETTINGS)
                        .varianceReduction())
                .isGreaterThan(1);
    }

    @Test
    void underRepeatedLooksTheVerdictRestsOnTheConfidenceSequence() {
        double[] baseline = column(400, 0, 1);
        double[] arm = column(400, 0.3, 0.9);
        PairedComparison fixed = compare(Direction.MORE, baseline, arm, SETTINGS);
        PairedComparison looking = compare(Direction.MORE, baseline, arm, SETTINGS.withRepeatedLooks(400));
        ConfidenceSequence sequence = new ConfidenceSequence(0.95, 400);
        assertThat(looking.mean().interval().halfWidth())
                .isCloseTo(sequence.halfWidth(400, looking.mean().standardDeviation()), within(1e-9));
        assertThat(looking.mean().interval().halfWidth())
                .isGreaterThan(1.3 * fixed.mean().interval().halfWidth());
        assertThat(looking.mean().pValue()).isGreaterThan(fixed.mean().pValue());
    }
}
