package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.analysis.Clusters;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** Tables, regret and Pareto sets. */
class SeveralArmsTest {
    private static final Settings SETTINGS = Resampling.of(500, 99);

    private static Arm arm(String name, int runs, double stability, double incidents, double correlation) {
        double[] first = new Luck(51, 0).correlated(runs, correlation);
        double[] second = new Luck(52, 0).correlated(runs, correlation);
        for (int i = 0; i < runs; i++) {
            first[i] = 50 + stability + first[i];
            second[i] = Math.max(0, Math.round(5 + incidents + second[i]));
        }
        return new Arm(name, Map.of(Outcome.MEAN_STABILITY, first, Outcome.INCIDENTS, second));
    }

    private static final List<Measure> MEASURES =
            List.of(Measure.of(Outcome.MEAN_STABILITY), new Measure(Outcome.INCIDENTS, Direction.LESS, 0.2));

    /** That of the incidents of an arm. */
    private static ComparisonTable.Row row(ComparisonTable table, String arm) {
        return table.rows().stream()
                .filter(row -> row.arm().equals(arm) && row.comparison().outcome() == Outcome.INCIDENTS)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tableComparesEveryArmAndAdjustsOverAllRows() {
        Arm baseline = arm("baseline", 400, 0, 0, 1);
        ComparisonTable table = ComparisonTable.of(
                MEASURES, baseline, List.of(arm("same", 300, 0, 0, 1), arm("firm", 400, 0.2, -1, 0.8)), SETTINGS);
        assertThat(table.rows()).hasSize(4);
        PairedComparison same = row(table, "same").comparison();
        assertThat(same.finding()).isEqualTo(Finding.EXACTLY_EQUAL);
        assertThat(same.mean().runs()).isEqualTo(300);
        ComparisonTable.Row firm = row(table, "firm");
        assertThat(firm.comparison().settings().smallestDifference()).isEqualTo(0.2);
        assertThat(firm.verdict()).startsWith("firm lowers armed incidents");
        PairedComparison alone = Compared.of(
                Outcome.INCIDENTS,
                Direction.LESS,
                baseline.column(Outcome.INCIDENTS),
                arm("firm", 400, 0.2, -1, 0.8).column(Outcome.INCIDENTS),
                SETTINGS.withSmallestDifference(0.2));
        assertThat(firm.comparison().quantiles()).isEqualTo(alone.quantiles());
        // Four rows may claim dominance, at 5 % together: 500 resamples, one more counted.
        assertThat(firm.comparison().firstOrder().claimedFrom())
                .isCloseTo(1 - (0.05 / 4 * 501 - 1) / 500, within(1e-8));
        // Rows together are judged more strictly than each alone.
        assertThat(firm.comparison().mean().interval().halfWidth())
                .isGreaterThan(alone.mean().interval().halfWidth());
        assertThat(firm.comparison().mean().adjustedPValue())
                .isGreaterThanOrEqualTo(firm.comparison().mean().pValue());
    }

    /** Also of rows that share the error with flags: an interval leaves out 0 where the p-value of all rows is at most 5 %. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void intervalsAndAdjustedPValuesAgree(boolean looking) {
        Settings settings = looking ? SETTINGS.withRepeatedLooks(200) : SETTINGS;
        List<Measure> both = List.of(Measure.of(Outcome.MEAN_STABILITY), Measure.of(Outcome.ANY_CRISIS));
        double[] usual = new Luck(55, 0).normals(200);
        int[] settled = new int[both.size()];
        for (int step = 0; step < 80; step++) {
            double[] shifted = new Luck(55, 0).correlated(200, 0.5);
            double[] flags = new double[200];
            for (int i = 0; i < 200; i++) {
                shifted[i] += 0.005 * step;
                flags[i] = i < step ? 1 : 0;
            }
            ComparisonTable table = ComparisonTable.of(
                    both,
                    new Arm("usual", Map.of(Outcome.MEAN_STABILITY, usual, Outcome.ANY_CRISIS, new double[200])),
                    List.of(new Arm("other", Map.of(Outcome.MEAN_STABILITY, shifted, Outcome.ANY_CRISIS, flags))),
                    settings);
            for (int row = 0; row < both.size(); row++) {
                MeanDifference mean = table.rows().get(row).comparison().mean();
                if (mean.interval() != null) {
                    boolean excluded = mean.interval().excludesZero();
                    assertThat(mean.adjustedPValue() <= 0.05).isEqualTo(excluded);
                    settled[row] += excluded ? 1 : 0;
                }
            }
        }
        for (int cases : settled) {
            assertThat(cases).as("cases worth a test").isBetween(10, 75);
        }
    }

    /** As where a flip moves a vote that fails in all runs, and two fail later: resamples without the two do not vary. */
    @Test
    void differencesThatAreNearlyAllTheSameWidenNoOtherRow() {
        double[] first = new Luck(53, 0).correlated(40, 1);
        double[] shifted = Arrays.stream(first).map(x -> x + 1).toArray();
        double[] varied = new Luck(54, 0).correlated(40, 1);
        Arrays.setAll(shifted, i -> shifted[i] + 0.1 * varied[i]);
        double[] never = new double[40];
        Arrays.fill(never, 127);
        never[0] = 60;
        never[1] = 51;
        ComparisonTable table = ComparisonTable.of(
                MEASURES,
                new Arm("usual", Map.of(Outcome.MEAN_STABILITY, first, Outcome.INCIDENTS, new double[40])),
                List.of(new Arm("flipped", Map.of(Outcome.MEAN_STABILITY, shifted, Outcome.INCIDENTS, never))),
                SETTINGS);

        assertThat(table.rows())
                .extracting(r -> r.comparison().finding())
                .containsExactly(Finding.BETTER, Finding.UNDECIDED);
        // A standard deviation of .1 over 40 runs, and critical values below 4.
        assertThat(table.rows().get(0).comparison().mean().interval().halfWidth())
                .isLessThan(0.1);
        ComparisonTable.Row alike = table.rows().get(1);
        assertThat(alike.comparison().mean().interval()).isNull();
        assertThat(Verdict.words("flipped", alike.comparison()))
                .contains("nearly all runs differ by the same", "worse in 100 % of runs");
    }

    /** A result does not depend on how many clusters its runs would have had if each were one. */
    @Test
    void clustersOfOneRunAreRuns() {
        Arm baseline = arm("baseline", 300, 0, 0, 1);
        Arm firm = arm("firm", 300, 0.2, -1, 0.8);
        long[] numbers = java.util.stream.LongStream.range(0, 300).toArray();
        Clusters each = Clusters.of(numbers, 1);
        assertThat(ComparisonTable.of(
                                MEASURES,
                                new Arm("baseline", baseline.columns(), each),
                                List.of(new Arm("firm", firm.columns(), each)),
                                SETTINGS)
                        .rows())
                .isEqualTo(ComparisonTable.of(MEASURES, baseline, List.of(firm), SETTINGS)
                        .rows());
        assertThatThrownBy(() -> ComparisonTable.of(
                        MEASURES,
                        new Arm("baseline", baseline.columns(), Clusters.of(numbers, 2)),
                        List.of(new Arm("firm", firm.columns(), Clusters.of(numbers, 3))),
                        SETTINGS))
                .hasMessageContaining("firm");
    }

    @Test
    void allPairsComparesEachWithEach() {
        List<Arm> arms = List.of(arm("a", 50, 0, 0, 1), arm("b", 50, 1, 0, 0.9), arm("c", 50, 2, 0, 0.9));
        assertThat(ComparisonTable.allPairs(MEASURES, arms, SETTINGS, () -> {}).rows())
                .extracting(r -> r.baseline() + r.arm())
                .containsExactly("ab", "ab", "ac", "ac", "bc", "bc");
    }

    /** The example of minimax regret in many textbooks of decision theory: the middling arm is never far from the best. */
    @Test
    void regretByHand() {
        Measure more = Measure.of(Outcome.MEAN_STABILITY);
        RegretTable table = RegretTable.of(
                worlds(List.of("calm", "tense"), List.of(List.of(10.0, 4.0, 8.0), List.of(0.0, 5.0, 3.0)), 0),
                more,
                SETTINGS);
        assertThat(table.regrets()).containsExactly(List.of(0.0, 6.0, 2.0), List.of(5.0, 0.0, 2.0));
        assertThat(table.largestRegrets()).containsExactly(5.0, 6.0, 2.0);
        assertThat(table.minimaxRegret()).containsExactly("arm 2");
        assertThat(table.bestMean()).containsExactly("arm 2");
        assertThat(table.minimaxShares()).containsExactly(0.0, 0.0, 1.0);
        RegretTable less = RegretTable.of(
                worlds(List.of("calm"), List.of(List.of(3.0, 1.0, 1.0)), 0),
                new Measure(Outcome.MEAN_STABILITY, Direction.LESS, 0),
                SETTINGS);
        assertThat(less.largestRegrets()).containsExactly(2.0, 0.0, 0.0);
        assertThat(less.bestMean()).containsExactly("arm 1", "arm 2");
        assertThat(less.bestMeanShares()).containsExactly(0.0, 1.0, 1.0);
        assertThatThrownBy(() -> RegretTable.of(
                        worlds(List.of("w"), List.of(List.of(1.0)), 0),
                        new Measure(Outcome.WARNINGS, Direction.NEUTRAL, 0),
                        SETTINGS))
                .hasMessageContaining("direction");
    }

    /**
     * The second arm is better by about one standard error of its mean over both worlds: the share is Φ of that in the limit;
     * 3.5 standard errors of 2,000 resamples, and 0.01 for the limit. Of two arms in two worlds the one with the better mean
     * also has the smaller largest regret.
     */
    @Test
    void regretSaysHowSureItsChoiceIs() {
        Map<String, List<Arm>> worlds =
                worlds(List.of("calm", "tense"), List.of(List.of(0.0, 0.1), List.of(0.0, 0.1)), 1);
        double[] difference = new double[100];
        worlds.values()
                .forEach(arms -> Arrays.setAll(
                        difference,
                        i -> difference[i]
                                + arms.get(1).column(Outcome.MEAN_STABILITY)[i]
                                - arms.get(0).column(Outcome.MEAN_STABILITY)[i]));
        double z = 10 * StatUtils.mean(difference) / Math.sqrt(StatUtils.variance(difference));
        assertThat(z).as("a case worth a test").isBetween(0.5, 1.5);
        RegretTable table = RegretTable.of(worlds, Measure.of(Outcome.MEAN_STABILITY), Resampling.of(2_000, 99));
        double expected = new NormalDistribution(null, 0, 1).cumulativeProbability(z);
        assertThat(table.bestMeanShares().get(1))
                .isCloseTo(expected, within(0.01 + 3.5 * Math.sqrt(expected * (1 - expected) / 2_000)));
        assertThat(table.bestMeanShares().get(0))
                .isCloseTo(1 - table.bestMeanShares().get(1), within(1e-12));
        assertThat(table.minimaxShares()).isEqualTo(table.bestMeanShares());
    }

    /** Arms with given means in each world, and independent noise. */
    private static Map<String, List<Arm>> worlds(List<String> names, List<List<Double>> means, double noise) {
        Map<String, List<Arm>> worlds = new java.util.LinkedHashMap<>();
        for (int w = 0; w < names.size(); w++) {
            List<Arm> arms = new java.util.ArrayList<>();
            for (int a = 0; a < means.get(w).size(); a++) {
                double[] column = new Luck(60 + w, a).normals(100);
                double mean = means.get(w).get(a);
                java.util.Arrays.setAll(column, i -> mean + noise * column[i]);
                arms.add(new Arm("arm " + a, Map.of(Outcome.MEAN_STABILITY, column)));
            }
            worlds.put(names.get(w), arms);
        }
        return worlds;
    }

    @Test
    void paretoSetKeepsTradeOffsAndDropsTheDominated() {
        ParetoSet set = ParetoSet.of(
                MEASURES,
                List.of(
                        arm("stable", 400, 2, 1, 0.8),
                        arm("quiet", 400, 0, -1, 0.8),
                        arm("bad", 400, -2, 2, 0.8),
                        arm("copy", 400, 2, 1, 0.8)),
                SETTINGS);
        assertThat(set.entries()).extracting(ParetoSet.Entry::nondominated).containsExactly(true, true, false, true);
        assertThat(set.entries()).extracting(ParetoSet.Entry::probability).containsExactly(1.0, 1.0, 0.0, 1.0);
        assertThat(set.entries().get(0).means().get(0)).isCloseTo(52, within(0.2));
    }

    /** Of 19 runs three arms that differ by noise alone may stand in any order, but resamples look much alike. */
    @Test
    void resamplesOfAFewRunsTellNoShares() {
        for (int runs : new int[] {3, 19, 20}) {
            List<Arm> arms = List.of(arm("first", runs, 0, 0, 1), arm("second", runs, 0, 0, 0.5));
            ParetoSet set = ParetoSet.of(MEASURES, arms, SETTINGS);
            RegretTable regret = RegretTable.of(Map.of("world", arms), MEASURES.get(0), SETTINGS);
            assertThat(set.entries()).allMatch(entry -> Double.isNaN(entry.probability()) == (runs < 20));
            assertThat(regret.minimaxShares()).allMatch(share -> share.isNaN() == (runs < 20));
            assertThat(regret.bestMeanShares()).allMatch(share -> share.isNaN() == (runs < 20));
        }
    }

    /**
     * Two arms that differ by noise alone: the probability of one beating the other in the mean, given the data, is
     * Φ(√n d̄/s) in the limit; 3.5 standard errors of 500 resamples, and 0.01 for the limit.
     */
    @Test
    void paretoProbabilityFollowsTheNormalLimit() {
        Arm first = arm("first", 400, 0, 0, 1);
        Arm second = arm("second", 400, 0, 0, 0.5);
        List<Measure> one = List.of(MEASURES.get(0));
        ParetoSet set = ParetoSet.of(one, List.of(first, second), SETTINGS);
        MeanDifference d = ComparisonTable.of(one, first, List.of(second), SETTINGS)
                .rows()
                .get(0)
                .comparison()
                .mean();
        double expected =
                new NormalDistribution(null, 0, 1).cumulativeProbability(d.difference() / d.standardDeviation() * 20);
        assertThat(set.entries().get(1).probability())
                .isCloseTo(expected, within(0.01 + 3.5 * Math.sqrt(expected * (1 - expected) / 500)));
    }

    @Test
    void armsSayWhatTheyLack() {
        Arm arm = arm("a", 10, 0, 0, 1);
        assertThatThrownBy(() -> arm.column(Outcome.LAUNCHES))
                .hasMessageContaining("\"a\"")
                .hasMessageContaining("launches");
        assertThatThrownBy(() -> new Arm("b", Map.of())).hasMessageContaining("no outcomes");
        assertThatThrownBy(() -> ParetoSet.of(List.of(Measure.of(Outcome.WARNINGS)), List.of(arm), SETTINGS))
                .hasMessageContaining("warnings");
    }
}
