package org.tumen.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.analysis.Interval;
import org.tumen.document.Json;
import org.tumen.report.FindingsPage;
import org.tumen.words.Numbers;

class FindingsTest {
    private record Arm(String name, double mean, double half, boolean best) {}

    private static final List<Arm> ARMS =
            List.of(new Arm("early, firm", 1.0 / 3, 0.05, true), new Arm("late", -2, Double.NaN, false));

    private static TableBuilder<Arm> columns(List<Arm> arms) {
        return Table.of("arms", "Differences to the baseline.", arms)
                .text("Arm", Arm::name)
                .estimate("Mean tension", Arm::mean, FindingsTest::interval, "index points")
                .tone(a -> a.best() ? Table.Tone.GOOD : Table.Tone.PLAIN)
                .truth("Best", Arm::best)
                .stored("half", "half the width of the interval", Arm::half, "index points")
                .marked(Arm::best);
    }

    private static Interval interval(Arm arm) {
        return Interval.orNull(arm.mean() - arm.half(), arm.mean() + arm.half());
    }

    private static Findings findings() {
        double[] x = {0, 1};
        return Findings.of("test", "trial", "Does <it> work?", "2 points.")
                .answer("It does.")
                .section("arms", "Arms")
                .table(columns(ARMS).build(), 1)
                .section("curves", "Curves")
                .choice("Outcome", List.of(chart("a", x), chart("b", x)))
                .details("more", "More")
                .say("Only on demand.")
                .build();
    }

    private static Chart chart(String name, double[] x) {
        return Chart.of(name, "Chart " + name, "")
                .add(Chart.Shape.LINE, "m", x, x)
                .build();
    }

    @Test
    void aColumnIsDeclaredOnceForPeopleAndMachines() {
        Table table = columns(ARMS).build();
        assertThat(table.shown())
                .containsExactly(
                        List.of("early, firm", "0.333 (0.283 to 0.383)", "yes"), List.of("late", "\u22122.000", "no"));
        assertThat(table.csv().text().split("\r\n"))
                .containsExactly(
                        "arm,mean_tension,mean_tension_low,mean_tension_high,best,half",
                        "\"early, firm\",0.3333333333333333,0.2833333333333333,0.3833333333333333,true,0.05",
                        "late,-2.0,,,false,");
        assertThat(table.tones().get(0)).startsWith(Table.Tone.PLAIN, Table.Tone.GOOD);
    }

    @Test
    void anEstimateHasTheDecimalsThatItsErrorDeserves() {
        List<Arm> arms = List.of(
                new Arm("none", 12.3456, Double.NaN, false),
                new Arm("wide", 12.3456, 2, false),
                new Arm("close", 12.3456, 0.2, false),
                new Arm("exact", 12.3456, 0, false),
                new Arm("closest", 12.3456, 0.0002, false));
        assertThat(told(arms, "units"))
                .as("of one unit: those of the least error, but not many more than those of the middle one")
                .containsExactly(
                        "+12.346",
                        "+12.346 (+10.346 to +14.346)",
                        "+12.346 (+12.146 to +12.546)",
                        "+12.346 (+12.346 to +12.346)",
                        "+12.346 (+12.345 to +12.346)");
        assertThat(told(arms, Table.OF_ROW))
                .as("of several units: each its own")
                .containsExactly(
                        "+12.35",
                        "+12.3 (+10.3 to +14.3)",
                        "+12.35 (+12.15 to +12.55)",
                        "+12.35 (+12.35 to +12.35)",
                        "+12.34560 (+12.34540 to +12.34580)");
    }

    private static List<String> told(List<Arm> arms, String unit) {
        return Table.of("arms", "", arms)
                .difference("Difference", Arm::mean, FindingsTest::interval, unit)
                .build()
                .shown()
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** A line a point across axes of a scale of their own, the grey ones first so that colour lies over them. */
    @Test
    void parallelCoordinatesAreALiveChart() {
        Chart chart = ParallelChart.of(
                "Levers",
                "",
                List.of(
                        new ParallelChart.Column("Firmness", "", new double[] {1, 2, 3}, false),
                        new ParallelChart.Column("Mean tension", "index points", new double[] {9, 8, 7}, true)),
                List.of("Point 1", "Point 2\nFirmness: two", "Point 3"),
                point -> point == 1,
                "Best",
                "Others");
        assertThat(chart.x().names()).containsExactly("Firmness", "Mean tension, index points");
        assertThat(chart.y().names()).containsExactly(Chart.Shape.UP, Chart.Shape.DOWN);
        assertThat(chart.series()).extracting(Chart.Series::name).containsExactly("Others", "Best");
        Chart.Series others = chart.series().get(0);
        assertThat(others.hue()).isEqualTo(Chart.Series.MUTED);
        assertThat(others.x()).containsExactly(0.0, 1.0, 0.0, 1.0);
        assertThat(others.y()).containsExactly(1.0, 9.0, 3.0, 7.0);
        assertThat(others.labels()).containsExactly("Point 1", "Point 1", "Point 3", "Point 3");
        assertThat(chart.series().get(1).y()).containsExactly(2.0, 8.0);
    }

    /** What is turned to the other sign leaves no zero below zero. */
    @Test
    void noZeroHasASign() {
        Table table = columns(List.of(new Arm("none", -0.0, 0.0, false))).build();
        assertThat(table.csv().text()).contains("none,0.0,0.0,0.0").doesNotContain("-0");
    }

    @Test
    void twoColumnsOfOneKeyAreRefused() {
        assertThatThrownBy(() -> columns(ARMS).number("Half", Arm::half, Numbers::shown, "index points"))
                .hasMessageContaining("two columns half");
    }

    @Test
    void noColumnOfNumbersIsWithoutUnit() {
        assertThatThrownBy(() -> columns(ARMS).stored("other", "another", Arm::half, " "))
                .hasMessageContaining("no unit");
    }

    @Test
    void aTerminalDoesNotWaitForWhatIsDrawnLater() {
        List<String> drawn = new ArrayList<>();
        Chart chart = Chart.of("curve", "Curve", "")
                .add(Chart.Shape.LINE, "line", new double[] {1, 2}, new double[] {3, 4})
                .build();
        Findings later = Findings.of("test", "t", "", "2 points.")
                .section("curves", "Curves")
                .later(b -> {
                    drawn.add("curve");
                    b.chart(chart);
                })
                .table(columns(ARMS).build())
                .build();
        Findings once = Findings.of("test", "t", "", "2 points.")
                .section("curves", "Curves")
                .chart(chart)
                .table(columns(ARMS).build())
                .build();
        StringWriter text = new StringWriter();
        FindingsText.print(later, false, FindingsText.RESULT, new PrintWriter(text));
        assertThat(text.toString()).contains("Curves", "late");
        assertThat(drawn).isEmpty();
        assertThat(later.drawn()).isEqualTo(once);
        assertThat(FindingsJson.of(later)).isEqualTo(FindingsJson.of(once));
    }

    @Test
    void twoTablesOfOneNameAreRefused() {
        Findings twice = Findings.of("test", "t", "", "")
                .section("a", "A")
                .table(columns(ARMS).build())
                .table(columns(ARMS).build())
                .build();
        assertThatThrownBy(twice::tables).hasMessageContaining("two tables are called arms");
    }

    @Test
    void theTerminalHasTheAnswerFirstAndDetailsOnDemand() {
        assertThat(printed(false))
                .containsSubsequence(
                        "2 points.", "It does.", "Arms", "* early, firm", "(the first 1 of 2 rows)", "--details")
                .doesNotContain("late", "Only on demand", "Curves");
        assertThat(printed(true)).contains("late", "Only on demand.").doesNotContain("--details");
    }

    /** A table without rows has no columns to name; its caption says what would stand there. */
    @Test
    void aTableWithoutRowsIsNoHeadAlone() {
        Findings none = Findings.of("test", "t", "", "2 points.")
                .section("arms", "Arms")
                .table(columns(List.of()).build())
                .build();
        StringWriter text = new StringWriter();
        FindingsText.print(none, false, FindingsText.RESULT, new PrintWriter(text));
        assertThat(text.toString()).contains("(no rows)").doesNotContain("without the column", "--details");
    }

    private static String printed(boolean details) {
        StringWriter text = new StringWriter();
        FindingsText.print(findings(), details, "results/one", new PrintWriter(text));
        return text.toString();
    }

    @Test
    void theReportIsMadeOfTheJsonAlone(@TempDir Path folder) throws Exception {
        JsonNode tree = FindingsJson.of(findings());
        JsonNode read = Json.MAPPER.readTree(FindingsJson.bytes(tree));
        byte[] page = FindingsPage.of(read, folder, null);
        assertThat(page).isEqualTo(FindingsPage.of(tree, folder, null));
        assertThat(new String(page, StandardCharsets.UTF_8))
                .contains(
                        "Does &lt;it&gt; work?", "It does.", "0.333 (0.283 to 0.383)", "data-choice", "Only on demand.")
                .doesNotContain("Does <it>");
        assertThat(read.path("sections")
                        .path(0)
                        .path("blocks")
                        .path(0)
                        .path("table")
                        .path("rows"))
                .isEqualTo(Json.MAPPER.readTree(
                        "[[\"early, firm\",0.3333333333333333,0.2833333333333333,0.3833333333333333,true,0.05],"
                                + "[\"late\",-2.0,null,null,false,null]]"));
    }
}
