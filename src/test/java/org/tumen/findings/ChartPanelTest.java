package org.tumen.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.chart.Picture;

class ChartPanelTest {
    private static final double[] X = {0, 1, 2};

    private static String svg(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writeSvg(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsTitleNamesAxesMarksAndCaption() throws IOException {
        Chart chart = Chart.of("front", "The front", "How to read it.")
                .x("Cost", "units")
                .y("Gain", "")
                .good("top left")
                .level(2, "as it stands")
                .upright(1, "limit")
                .add(Chart.Shape.POINTS, "Chosen", X, X, X, X, List.of("best\nsecrecy: 0.3", "other", "third"))
                .add(Chart.Shape.LINE, "Frontier", X, X)
                .build();
        assertThat(svg(ChartSheet.picture(chart, "of a study")))
                .contains("The front", "of a study", "Chosen", "Frontier", "best", "Cost, units", "Gain")
                .contains("as it stands", "limit", "How to read it. It is good to be at the top left.")
                .doesNotContain("secrecy");
    }

    /** The name of the point where a curve rises through nothing stands to its left, where the curve is not. */
    @Test
    void namesOfPointsCoverNoCurve() throws IOException {
        double[] x = IntStream.range(0, 201).mapToDouble(i -> i / 100.0 - 1).toArray();
        Chart chart = Chart.of("flip", "Flip", "")
                .add(Chart.Shape.BAND, "Difference", x, x, x, x)
                .add(
                        Chart.Shape.POINTS,
                        "Break-even",
                        new double[] {0},
                        new double[] {0},
                        null,
                        null,
                        List.of("here it is"))
                .build();
        Matcher place = Pattern.compile("<text[^>]*? x=\"([0-9.]+)\"[^>]*>here it is<")
                .matcher(svg(ChartSheet.picture(chart, "")));
        assertThat(place.find()).isTrue();
        assertThat(Double.parseDouble(place.group(1))).isLessThan(800 - 40);
    }

    @Test
    void pointsThatAreManyOrMutedHaveNoNames() throws IOException {
        double[] nine = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        List<String> names = List.of("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8");
        Chart chart = Chart.of("many", "Many", "")
                .add(Chart.Shape.POINTS, "All", nine, nine, null, null, names)
                .add(Chart.Shape.POINTS, "Behind", X, X, null, null, List.of("q0", "q1", "q2"))
                .hue(Chart.Series.MUTED)
                .build();
        assertThat(svg(ChartSheet.picture(chart, ""))).doesNotContain(">p0<", ">p8<", ">q0<");
    }

    /** As the coverage of boxes that all hold every case. */
    @Test
    void whatNeverVariesHasAnAxisWhoseTicksDiffer() throws IOException {
        for (double value : new double[] {1, 0, -3}) {
            double[] same = {value, value, value};
            Chart chart = Chart.of("same", "Same", "")
                    .add(Chart.Shape.POINTS, "All", same, new double[] {20, 50, 80})
                    .build();
            Matcher ticks = Pattern.compile(">([\u2212]?[0-9.]+)</text").matcher(svg(ChartSheet.picture(chart, "")));
            assertThat(ticks.results().map(tick -> tick.group(1)))
                    .hasSizeGreaterThan(4)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void sharesThatSeemToFallToNothingAreTold() throws IOException {
        for (double last : new double[] {60, 5}) {
            double[] shares = {100, 80, last};
            Chart chart = Chart.of("survival", "Survival", "")
                    .y("runs", "%")
                    .add(Chart.Shape.STEPS, "usual", X, shares)
                    .build();
            assertThat(svg(ChartSheet.picture(chart, "")).contains("does not begin at 0"))
                    .isEqualTo(last == 60);
        }
    }

    /** A few rows with two dots each keep their height below a title and a legend. */
    @Test
    void rowsHaveTheirRoomBeneathTitleAndLegend() {
        List<String> names = List.of("first", "second", "third");
        Chart.Builder one = Chart.of("one", "Index", "").rows("Total", names, X, X, X);
        Chart.Builder two =
                Chart.of("two", "Index", "").rows("Total", names, X, X, X).rows("First order", names, X, X, X);
        int bare = ChartSheet.picture(one.build(), "").height();
        int legend = ChartSheet.picture(two.build(), "").height();
        int both = ChartSheet.picture("Which matter", "", "", List.of(two.build()), List.of())
                .height();
        assertThat(legend - bare).isBetween(20, 40);
        assertThat(both - legend).isBetween(20, 40);
    }

    /** Weeks above count from the first date: 0 where shares fall in steps from the start, 1 where values stand at the ends of weeks. */
    @Test
    void weeksAboveStandOverTheirDates() throws IOException {
        double[] days = IntStream.rangeClosed(0, 26)
                .mapToDouble(week -> 19_600 + 7.0 * week)
                .toArray();
        double[] values =
                IntStream.rangeClosed(0, 26).mapToDouble(week -> 100 - week).toArray();
        Pattern place = Pattern.compile("x=\"([0-9.]+)\"[^>]*>12<");
        double[] x = new double[2];
        Chart.Shape[] shapes = {Chart.Shape.STEPS, Chart.Shape.LINE};
        for (int i = 0; i < 2; i++) {
            Chart chart = Chart.of("weeks", "Weeks", "")
                    .dates()
                    .add(shapes[i], "usual", days, values)
                    .build();
            Matcher found = place.matcher(svg(ChartSheet.picture(chart, "")));
            assertThat(found.find()).isTrue();
            x[i] = Double.parseDouble(found.group(1));
        }
        // A twenty-sixth of the axis apart: the same date is the end of 12 weeks of the one and of 13 of the other.
        assertThat(x[0] - x[1]).isBetween(20.0, 30.0);
    }

    /** A name that stands over the dot of another point leaves it to be seen: dots come after its ground. */
    @Test
    void dotsAreDrawnOverTheGroundsOfNames() throws IOException {
        double[] x = {0, 0.05, 1};
        double[] y = {1, 1.01, 0};
        Chart chart = Chart.of("near", "Near", "")
                .add(Chart.Shape.POINTS, "All", x, y, null, null, List.of("a long name of a point", "b", "c"))
                .build();
        String drawn = svg(ChartSheet.picture(chart, ""));
        int letters = drawn.indexOf(">a long name of a point<");
        int ground = drawn.lastIndexOf("<rect", letters);
        assertThat(drawn.substring(ground, letters)).contains("<circle");
    }

    /** The places of policies among the choices would say nothing. */
    @Test
    void parallelAxesOfPoliciesHaveTheirNames() throws IOException {
        Chart chart = ParallelChart.of(
                "Levers",
                "",
                List.of(
                        new ParallelChart.Column("Policy", "", new double[] {0, 1, 2}, false),
                        new ParallelChart.Column("Secrecy", "", new double[] {11, 12, 14}, false),
                        new ParallelChart.Column("Tension", "points", new double[] {41, 42, 44}, true),
                        new ParallelChart.Column("Launches", "launches", new double[] {7, 8, 9}, true)),
                List.of(
                        "Point 1\nPolicy: silent\nSecrecy: 11",
                        "Point 2\nPolicy: ladder\nSecrecy: 12",
                        "Point 3\nPolicy: script\nSecrecy: 14"),
                point -> point == 0,
                "Best",
                "Others");
        assertThat(svg(ChartSheet.picture(chart, "")))
                .contains(">silent<", ">ladder<", ">script<", ">11<", ">14<", ">41<", ">44<", ">Launches<")
                .doesNotContain(">0<", ">2<", ">12<", "launches");
    }

    @Test
    void rowsHaveTheirNamesAndLeaveOutWhatIsNoNumber() throws IOException {
        double[] values = {1, Double.NaN};
        Chart chart = Chart.of("rows", "Rows", "")
                .x("Weeks", "")
                .rows("Simulated", List.of("start to deal", "deal to treaty"), values, values, values)
                .rows("Noise", List.of("start to deal", "deal to treaty"), new double[] {0.5, 0.5}, null, null)
                .build();
        Picture picture = ChartSheet.picture(chart, "");
        assertThat(svg(picture)).contains("start to deal", "deal to treaty", "Weeks");
        assertThat(picture.height()).as("with its legend").isEqualTo(150 + 26 + 2 * 26);
    }

    @Test
    void severalChartsStandBesideEachOtherUnderTheirOwnTitles() throws IOException {
        Chart bars = Chart.of("bars", "First", "Read so.")
                .add(Chart.Shape.BARS, "", X, new double[] {3, 1})
                .add(Chart.Shape.STEPS, "", X, X)
                .build();
        double[] days = {19_700, 19_707, 19_714};
        Chart bands = Chart.of("bands", "Second", "Not said.")
                .dates()
                .add(Chart.Shape.BAND, "90 %", days, X, X, new double[] {2, 3, 4}, List.of())
                .hue("blue")
                .add(Chart.Shape.BAND, "50 %", days, X, X, new double[] {1, 2, 3}, List.of())
                .hue("blue")
                .add(Chart.Shape.LINE, "single run", days, X)
                .hue(Chart.Series.THIN)
                .build();
        assertThat(svg(ChartSheet.picture("Both", "", List.of(bars, bands))))
                .contains("Both", "First", "Second", "Read so.", "90 %", "50 %")
                .doesNotContain("Not said.", "single run");
    }

    /** Whole ends are told so; the numbers stand only where no row has two dots. */
    @Test
    void rowsTellTheirNumbers() throws IOException {
        List<String> names = List.of("a", "b");
        double[] none = {Double.NaN, Double.NaN};
        double[] first = {0.5, Double.NaN};
        double[] second = {Double.NaN, 1.25};
        double[] low = {0, 1};
        double[] high = {2, 3};
        Chart apart = Chart.of("rows", "Rows", "")
                .rows("One", names, first, low, high)
                .rows("Other", names, second, low, high)
                .build();
        assertThat(svg(ChartSheet.picture(apart, ""))).contains(">0.5 (0 to 2)<", ">1.3 (1 to 3)<", ">Other<");
        Chart together = Chart.of("rows", "Rows", "")
                .rows("One", names, low, low, high)
                .rows("Other", names, high, low, high)
                .rows("None", names, none, none, none)
                .build();
        assertThat(svg(ChartSheet.picture(together, ""))).doesNotContain(" to ").contains(">Other<");
    }

    @Test
    void stacksReachToTheirSum() throws IOException {
        double[] days = {19_700, 19_707, 19_714};
        double[] thirty = {30, 30, 30};
        double[] seventy = {70, 70, 70};
        Chart chart = Chart.of("stack", "Stack", "")
                .dates()
                .y("runs", "%")
                .add(Chart.Shape.STACK, "below", days, thirty)
                .hue("blue")
                .add(Chart.Shape.STACK, "above", days, seventy)
                .hue("orange")
                .build();
        assertThat(svg(ChartSheet.picture(chart, "")))
                .contains(">100<", ">below<", ">above<", ">week<", "runs, %")
                .doesNotContain(">120<");
    }

    /** Differences of thirty arms made a picture of three pages. */
    @Test
    void aPictureHoldsAsManyPanelsAsAPageAndSaysThatThereAreMore() throws IOException {
        Chart chart = Chart.of("one", "One", "").add(Chart.Shape.LINE, "", X, X).build();
        Picture twelve = ChartSheet.picture("Many", "", Collections.nCopies(12, chart));
        Picture thirty = ChartSheet.picture("Many", "", Collections.nCopies(30, chart));
        assertThat(thirty.height()).isEqualTo(twelve.height());
        assertThat(svg(thirty)).contains("The first 12 of 30; the report shows all.");
        assertThat(svg(twelve)).doesNotContain("The first");
    }

    @Test
    void barsOfWholeNumbersHaveWholeTicks() throws IOException {
        double[] edges = IntStream.rangeClosed(0, 12).mapToDouble(i -> i - 0.5).toArray();
        Chart chart = Chart.of("whole", "Whole", "")
                .add(
                        Chart.Shape.BARS,
                        "",
                        edges,
                        IntStream.range(0, 12).asDoubleStream().toArray())
                .build();
        String svg = svg(ChartSheet.picture("Two", "", List.of(chart, chart)));
        assertThat(svg).contains(">0<", ">5<", ">10<").doesNotContain(">2.5<");
    }

    /** Four names at two places stand in rows of their own; no two at the same height begin at the same place. */
    @Test
    void namesOfUprightLinesDoNotMeet() throws IOException {
        Chart chart = Chart.of("marks", "Marks", "")
                .add(Chart.Shape.LINE, "", X, X)
                .upright(1, "first")
                .upright(1, "second")
                .upright(1.01, "third")
                .upright(1.01, "fourth")
                .build();
        String svg = svg(ChartSheet.picture(chart, ""));
        List<String> places = Pattern.compile(
                        "<text[^>]*?( x=\"[^\"]*\")[^>]*?( y=\"[^\"]*\")?[^>]*>(first|second|third|fourth)<")
                .matcher(svg)
                .results()
                .map(found -> found.group()
                        .replaceAll(".*?\\b[xy]=\"([^\"]*)\"", "$1 ")
                        .replaceAll(">.*", ""))
                .toList();
        assertThat(places).hasSize(4).doesNotHaveDuplicates();
    }

    /** Values have the digits that their intervals deserve; framed cells say why. */
    @Test
    void cellsTellTheirValues() throws IOException {
        double[] zero = {0, 0, 0};
        double[] values = {38.4261, 0.12345, 38.4261};
        double[] halves = {1.2013, 0.0123, Double.NaN};
        Chart.Builder cells = Chart.of("cells", "Cells", "")
                .x("Russia", List.of("open", "discreet", "generous"))
                .y("Japan", List.of("firm"))
                .cells("Payoff", X, zero, values, halves);
        assertThat(svg(ChartSheet.picture(
                        cells.points("Equilibrium", List.of(1), i -> 1, i -> 0, i -> "equilibrium, 60 %")
                                .build(),
                        "")))
                .contains(">38.4 ±1.2<", ">0.123 ±0.012<", ">38.426<", ">equilibrium, 60 %<")
                .contains(">Russia<", ">Japan<", ">open<", ">discreet<", ">generous<", ">firm<", ">Payoff<");
        assertThat(svg(ChartSheet.picture(
                        Chart.of("cells", "Cells", "")
                                .x("", List.of("a", "b", "c"))
                                .y("", List.of("d"))
                                .cells("Difference", X, zero, new double[] {1, -2, 0.5}, new double[] {2, 1, Double.NaN
                                })
                                .good("low")
                                .build(),
                        "")))
                .contains(">(+1)<", ">\u22122<", ">(+0.50)<", "Low values are better.");
    }

    /** A grid of many levels has the size of a page, and of its numbers as many stand as can be read. */
    @Test
    void cellsOfManyLevelsFitOnAPage() throws IOException {
        int levels = 50;
        double[] places =
                IntStream.range(0, levels * levels).mapToDouble(i -> i / levels).toArray();
        double[] others =
                IntStream.range(0, levels * levels).mapToDouble(i -> i % levels).toArray();
        List<String> names = IntStream.range(0, levels)
                .mapToObj(i -> String.valueOf((1000 + i) / 1e3))
                .toList();
        String svg = svg(ChartSheet.picture(
                Chart.of("cells", "Cells", "")
                        .x("Assertiveness", names)
                        .y("Restraint", names)
                        .cells("Difference", others, places, places, places)
                        .build(),
                ""));
        assertThat(Integer.parseInt(svg.replaceAll("(?s).*?\\bheight=\"(\\d+).*", "$1")))
                .isLessThan(1000);
        assertThat(svg).contains(">1.0<", ">1.01<").doesNotContain("1.0…", ">1.0…<");
        // Not all of the columns have room, and no cell has any.
        assertThat(Pattern.compile(">1\\.0\\d*<").matcher(svg).results().count())
                .isBetween(40L, 90L);
    }

    /** Colours repeat after seven; then lines, and what stands for them in the legend, are dashed. */
    @Test
    void linesOfTheSameColourAreDashedInDifferentWays() throws IOException {
        for (int many : new int[] {7, 8, 15}) {
            Chart.Builder chart = Chart.of("arms", "Arms", "");
            for (int i = 0; i < many; i++) {
                chart.add(Chart.Shape.LINE, "arm " + i, X, new double[] {i, i + 1, i});
            }
            String svg = svg(ChartSheet.picture(chart.build(), ""));
            long ways = Pattern.compile("stroke-dasharray[:=]\"?([\\d. ,]+)")
                    .matcher(svg)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .count();
            assertThat(ways).as("ways of dashes of %d lines", many).isEqualTo((many - 1) / 7);
        }
    }
}
