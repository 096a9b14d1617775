package org.tumen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.analysis.comparison.Resampling;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

class RegretChartTest {
    private static final RegretTable TWO = table(
            List.of("divided", "united"),
            List.of("usual", "dialogue", "pressure"),
            List.of(List.of(48.0, 50.5, 47.0), List.of(52.25, 51.0, 53.0)),
            Direction.MORE);

    /** A table of arms whose runs all have the given means. */
    private static RegretTable table(
            List<String> worlds, List<String> arms, List<List<Double>> means, Direction direction) {
        Map<String, List<Arm>> of = new LinkedHashMap<>();
        for (int w = 0; w < worlds.size(); w++) {
            List<Arm> row = new ArrayList<>();
            for (int a = 0; a < arms.size(); a++) {
                double mean = means.get(w).get(a);
                row.add(new Arm(arms.get(a), Map.of(Outcome.MEAN_STABILITY, new double[] {mean, mean})));
            }
            of.put(worlds.get(w), row);
        }
        return RegretTable.of(of, new Measure(Outcome.MEAN_STABILITY, direction, 0), Resampling.of(100, 99));
    }

    private static Chart chart(RegretTable table) {
        return CompareCharts.regret(Outcome.MEAN_STABILITY, table);
    }

    private static String svg(Chart chart) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartSheet.picture(chart, "").writeSvg(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static RegretTable many(int worlds, int arms) {
        List<String> worldNames = new ArrayList<>();
        List<String> armNames = new ArrayList<>();
        List<List<Double>> means = new ArrayList<>();
        for (int a = 0; a < arms; a++) {
            armNames.add("arm with a long name " + a);
        }
        for (int w = 0; w < worlds; w++) {
            worldNames.add("world " + w);
            List<Double> row = new ArrayList<>();
            for (int a = 0; a < arms; a++) {
                row.add(50 + (7.0 * a + 3 * w + a * w) % 11 / 4);
            }
            means.add(row);
        }
        return table(worldNames, armNames, means, Direction.MORE);
    }

    /** Best are dialogue (50.5) and pressure (53): usual lacks 2.5 and .75, dialogue 0 and 2, pressure 3.5 and 0. */
    @Test
    void everyArmHasItsLargestRegretWithTheWorldOfItAndTheUnit() throws IOException {
        Chart chart = chart(TWO);
        // From the top: the least largest regret first.
        assertThat(chart.series()).extracting(Chart.Series::name).containsExactly("divided", "united");
        for (Chart.Series series : chart.series()) {
            assertThat(series.labels())
                    .containsExactly("dialogue: 2 in united", "usual: 2.50 in divided", "pressure: 3.50 in divided");
        }
        assertThat(chart.series().get(0).y()).containsExactly(0.0, 2.5, 3.5);
        assertThat(chart.series().get(1).y()).containsExactly(2.0, 0.75, 0.0);
        assertThat(svg(chart)).contains("Regret, index points", ">usual: 2.50 in divided<", ">divided<", ">united<");
    }

    @Test
    void manyArmsManyWorldsAndNoRegretAtAllDraw() throws IOException {
        String arms = svg(chart(many(2, 32)));
        for (int a = 0; a < 32; a++) {
            assertThat(arms).contains("arm with a long name " + a + ":");
        }
        // Worlds beyond the colours share a grey, which a legend could not tell apart.
        assertThat(svg(chart(many(16, 4))))
                .doesNotContain("NaN")
                .contains(" in world ")
                .doesNotContain(">world 3<");
        RegretTable equal = table(
                List.of("a", "b"), List.of("x", "y"), List.of(List.of(1.0, 1.0), List.of(2.0, 2.0)), Direction.LESS);
        assertThat(svg(chart(equal))).doesNotContain("NaN").contains(">x: 0<");
    }
}
