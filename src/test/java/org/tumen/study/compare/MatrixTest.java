package org.tumen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.Settings;
import org.tumen.findings.Table;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** The matrix marks what the verdict says. */
class MatrixTest {
    private static String cell(Measure measure, IntToDoubleFunction difference) {
        double[] zeros = new double[400];
        double[] arm = IntStream.range(0, zeros.length).mapToDouble(difference).toArray();
        Arm baseline = new Arm("usual", Map.of(measure.outcome(), zeros));
        List<Measure> measures = List.of(measure);
        ComparisonTable table = ComparisonTable.of(
                measures, baseline, List.of(new Arm("other", Map.of(measure.outcome(), arm))), Settings.standard());
        Table drawn =
                new Matrix(new WorldComparison(List.of(), "usual", table, null, null, List.of()), measures).table("");
        return drawn.shown().get(0).get(1);
    }

    @Test
    void tooFewRunsThatDifferLeaveItUndecided() {
        Measure crises = Measure.of(Outcome.ANY_CRISIS);
        // All in one direction, so that an exact test would settle the sign; the verdict rests on twenty or more.
        assertThat(cell(crises, i -> i < 17 ? 1 : 0)).startsWith("+").endsWith("?");
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
    void whatIsOfAWorldSaysSo() {
        assertThat(CompareFindings.titled("Mean stability", "_calm_sea")).isEqualTo("Mean stability in calm_sea");
        assertThat(CompareFindings.titled("Mean stability", "")).isEqualTo("Mean stability");
    }
}
