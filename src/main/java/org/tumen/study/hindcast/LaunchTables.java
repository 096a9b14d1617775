package org.tumen.study.hindcast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tumen.analysis.Interval;
import org.tumen.analysis.hindcast.CountTest;
import org.tumen.analysis.score.CountDistribution;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.findings.Chart;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.words.Texts;

/** The tables and charts of {@link HindcastLaunches}. */
final class LaunchTables {
    private static final double LEVEL = .9;
    private static final int PIT_BINS = 5;

    private LaunchTables() {}

    /** A forecaster's score beside that of another. */
    private record Row(CountTest test, boolean base, ScoreComparison gain) {
        Interval half() {
            return test.half().wilson(LEVEL);
        }

        Interval wide() {
            return test.wide().wilson(LEVEL);
        }
    }

    /**
     * The scores of forecasters.
     *
     * @param base the one to which differences are taken
     * @param together how many counts on end are forecast from one origin and compared by their mean
     */
    static Table scores(String name, String caption, List<CountTest> tests, CountTest base, int together) {
        return Table.of(
                        name,
                        caption + " CRPS: smaller is better; its difference to \"" + base.name()
                                + "\" with the 90 % interval of Diebold and Mariano"
                                + (together == 1
                                        ? ""
                                        : ", of the means of each origin's " + together + ", which share its errors")
                                + ". Intervals: the share that held the record, and the share expected if the forecasts were"
                                + " right: quantiles of counts are whole numbers, so that it is above the nominal one.",
                        tests.stream()
                                .map(t -> new Row(t, t == base, t.against(base, together, LEVEL)))
                                .toList())
                .text("Forecaster", r -> r.test.name())
                .number("Mean forecast", r -> mean(r.test), Table.fixed(2), "launches")
                .number("CRPS", r -> r.test.meanCrps(), Table.fixed(3), "launches")
                .difference(
                        "Difference",
                        r -> r.base ? Double.NaN : r.gain.difference(),
                        r -> r.base ? null : r.gain.interval(),
                        "launches")
                .share("In 50 % interval", "coverage_50", r -> r.test.half().share())
                .share("expected", "expected_50", r -> r.test.expectedCoverage(.25))
                .share("In 90 % interval", "coverage_90", r -> r.test.wide().share())
                .share("expected", "expected_90", r -> r.test.expectedCoverage(.05))
                .storedCount("periods", "Number of periods", r -> r.test.outcomes().length, "periods")
                .stored(
                        "coverage_50_low",
                        "Lower end of the 90 % Wilson interval",
                        r -> r.half().low(),
                        Table.SHARE)
                .stored("coverage_50_high", "Upper end", r -> r.half().high(), Table.SHARE)
                .stored(
                        "coverage_90_low",
                        "Lower end of the 90 % Wilson interval",
                        r -> r.wide().low(),
                        Table.SHARE)
                .stored("coverage_90_high", "Upper end", r -> r.wide().high(), Table.SHARE)
                .stored(
                        "pit_flatness_p",
                        "p of a flat histogram of transforms",
                        r -> r.test.outcomes().length < CountTest.LEAST
                                ? Double.NaN
                                : r.test.histogram(PIT_BINS).flatness(),
                        Table.P_VALUE)
                .build();
    }

    private static double mean(CountTest test) {
        return test.forecasts().stream()
                .mapToDouble(CountDistribution::mean)
                .average()
                .orElseThrow();
    }

    /** Record and forecast of each month. */
    static Table rows(CountTest test, YearMonth from) {
        TableBuilder<Integer> table = Table.of(
                        "launches_months",
                        "Launch events of each month, recorded and simulated.",
                        test.outcomes().length)
                .text("Month", i -> from.plusMonths(i).toString())
                .count("Recorded", i -> test.outcomes()[i], "launches")
                .number("Mean", i -> test.forecasts().get(i).mean(), Table.fixed(2), "launches");
        for (int p : new int[] {5, 25, 50, 75, 95}) {
            table.count(p + " %", "p" + p, i -> test.forecasts().get(i).quantile(p / 100.0), "launches");
        }
        return table.stored("pit", "Randomised transform", i -> test.pit()[i], "probability")
                .build();
    }

    private static double[] each(CountTest test, ToDoubleFunction<CountDistribution> of) {
        return test.forecasts().stream().mapToDouble(of).toArray();
    }

    private static Chart.Builder bands(Chart.Builder chart, double[] x, CountTest test) {
        return chart.fan("Forecast, 90 %", "Forecast, 50 %", x, p -> each(test, f -> f.quantile(p)))
                .add(
                        Chart.Shape.POINTS,
                        "Record",
                        x,
                        Arrays.stream(test.outcomes()).asDoubleStream().toArray())
                .hue("vermillion");
    }

    /** Launch events a month: bands of the simulation, and the record. */
    static Chart months(CountTest test, YearMonth from, String caption) {
        double[] days = IntStream.range(0, test.outcomes().length)
                .mapToDouble(i -> from.plusMonths(i).atDay(15).toEpochDay())
                .toArray();
        return bands(
                        Chart.of(
                                        "launches_months",
                                        "Launch events a month, simulated and recorded",
                                        "Bands: central 50 % and 90 % of runs, line: median; points: the record. "
                                                + caption)
                                .dates()
                                .y("Launch events", "a month"),
                        days,
                        test)
                .build();
    }

    /** Launch events a year: bands of a forecaster, and the record. */
    static Chart years(String name, CountTest test, int first, String caption) {
        int years = test.outcomes().length;
        double[] places = IntStream.range(0, years).asDoubleStream().toArray();
        return bands(
                        Chart.of(
                                        name,
                                        Texts.upper(test.name()),
                                        "Bands: central 50 % and 90 % of the forecast made on the first of January, line:"
                                                + " median; points: the record. " + caption)
                                .x(
                                        "Year",
                                        IntStream.range(0, years)
                                                .mapToObj(i -> String.valueOf(first + i))
                                                .toList())
                                .y("Launch events", "a year"),
                        places,
                        test)
                .build();
    }

    /** Histograms of the probability integral transforms. */
    static List<Chart> transforms(List<CountTest> tests, String caption) {
        double[] edges = IntStream.rangeClosed(0, PIT_BINS)
                .mapToDouble(i -> (double) i / PIT_BINS)
                .toArray();
        List<Chart> charts = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            double[] smooth = new double[edges.length];
            List<Double> heights = tests.get(i).histogram(PIT_BINS).heights();
            Arrays.setAll(smooth, bin -> heights.get(Math.min(bin, PIT_BINS - 1)));
            charts.add(Chart.of(
                            "launches_pit_" + i,
                            Texts.upper(tests.get(i).name()),
                            "Where the recorded months fall in the forecasts: level at 1 when these are right, piled up at both"
                                    + " ends when they are too narrow, at one end when they lie beside. " + caption)
                    .x("Share of the forecast below the record", "")
                    .y("Density", "")
                    .add(Chart.Shape.BARS, "Months", edges, tests.get(i).randomisedHeights(PIT_BINS))
                    .add(Chart.Shape.STEPS, "Not randomised", edges, smooth)
                    .level(1, "right")
                    .build());
        }
        return charts;
    }
}
