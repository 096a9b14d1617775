package org.tumen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.Settings;
import org.tumen.findings.Table;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** The matrix marks what the verdict says. */
class MatrixTest {
    private static final int RUNS = 400;

    private static String cell(Measure measure, IntToDoubleFunction difference) {
        return cell(measure, difference, Clusters.single(RUNS));
    }

    private static String cell(Measure measure, IntToDoubleFunction difference, Clusters clusters) {
        return drawn(measure, difference, clusters).shown().get(0).get(2);
    }

    private static Table drawn(Measure measure, IntToDoubleFunction difference, Clusters clusters) {
        double[] values = IntStream.range(0, RUNS).mapToDouble(difference).toArray();
        Arm baseline = new Arm("usual", Map.of(measure.outcome(), new double[RUNS]), clusters);
        Arm other = new Arm("other", Map.of(measure.outcome(), values), clusters);
        List<Measure> measures = List.of(measure);
        ComparisonTable table = ComparisonTable.of(
                measures, baseline, List.of(other), Settings.standard().withHorizon(104));
        return new Matrix(new WorldComparison(List.of(), "usual", table, null, null, List.of()), measures).table("");
    }

    @Test
    void tooFewRunsThatDifferLeaveItUndecided() {
        Measure crises = Measure.of(Outcome.ANY_CRISIS);
        // All in one direction, which settles the sign of independent runs; of runs that share points twenty must
        // differ.
        assertThat(cell(crises, i -> i < 17 ? 1 : 0)).startsWith("+").endsWith("-");
        Clusters pairs = Clusters.of(LongStream.range(0, RUNS).toArray(), 2);
        assertThat(cell(crises, i -> i % 2 == 0 && i < 34 ? 1 : 0, pairs))
                .startsWith("+")
                .endsWith("?");
        assertThat(cell(Measure.of(Outcome.MEAN_STABILITY), i -> i < 17 ? 1 + i / 9 : 0))
                .endsWith("?");
        assertThat(cell(crises, i -> i < 40 ? 1 : 0)).startsWith("+").endsWith("-");
        assertThat(cell(crises, i -> 0)).endsWith("=");
    }

    @Test
    void whatLiesWithinTheSmallestDifferenceIsMarkedSo() {
        IntToDoubleFunction small = i -> 0.1 + (i % 2 == 0 ? 0.01 : -0.01);
        assertThat(cell(new Measure(Outcome.MEAN_STABILITY, Direction.MORE, 0), small))
                .endsWith("+");
        assertThat(cell(new Measure(Outcome.MEAN_STABILITY, Direction.MORE, 0.5), small))
                .endsWith("≈");
    }

    @Test
    void unitsAreToldAndWithWhatRunsCountInWhichAWeekNeverCame() {
        Clusters single = Clusters.single(RUNS);
        Table treaty = drawn(Measure.of(Outcome.TREATY), i -> 60 + i % 7, single);
        assertThat(treaty.shown().get(0).get(1)).isEqualTo("weeks");
        assertThat(treaty.caption()).contains("counts with 104");
        Table stability = drawn(Measure.of(Outcome.MEAN_STABILITY), i -> i % 7, single);
        assertThat(stability.shown().get(0).get(1)).isEqualTo("index points");
        assertThat(stability.caption()).doesNotContain("counts with");
    }

    /** A dash stands in place of an interval, and the name of an arm says nothing of what its column holds. */
    @Test
    void whatStandsInACellIsExplained() {
        Clusters single = Clusters.single(RUNS);
        Table few = drawn(Measure.of(Outcome.MEAN_STABILITY), i -> i < 17 ? 1 + i / 9 : 0, single);
        assertThat(few.shown().get(0).get(2)).contains(" \u2013 ?");
        assertThat(few.caption()).contains("\u2013 no interval, for too few differ");
        Table many = drawn(Measure.of(Outcome.MEAN_STABILITY), i -> i % 7, single);
        assertThat(many.caption()).doesNotContain("no interval");
        assertThat(many.fields()).extracting(Table.Field::meaning).contains("Unit of the outcome");
        assertThat(many.fields().get(2).meaning()).contains("other minus the baseline usual", "comparison.csv");
    }

    /** 25 of 400 runs have the flag in one arm alone: the limits lie 0.024 below and 0.028 above. */
    @Test
    void intervalsWithUnlikeSidesAreToldByTheirEnds() {
        assertThat(cell(Measure.of(Outcome.ANY_CRISIS), i -> i < 25 ? 1 : 0)).isEqualTo("+0.063 (0.039 to 0.091) -");
        assertThat(cell(Measure.of(Outcome.MEAN_STABILITY), i -> i % 7)).matches("\\+\\S+ ±\\S+ \\+");
    }

    @Test
    void whatIsOfAWorldSaysSo() {
        assertThat(CompareFindings.titled("Mean stability", "_calm_sea")).isEqualTo("Mean stability in calm_sea");
        assertThat(CompareFindings.titled("Mean stability", "")).isEqualTo("Mean stability");
    }
}
