package org.tumen.study.hindcast;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.analysis.Quantiles;
import org.tumen.analysis.hindcast.CountTest;
import org.tumen.analysis.hindcast.DelayCheck;
import org.tumen.analysis.hindcast.EstimateCheck;
import org.tumen.analysis.hindcast.VoteForecaster;
import org.tumen.analysis.hindcast.VoteTest;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Picture;
import org.tumen.chart.Plot;
import org.tumen.chart.Sheet;
import org.tumen.chart.Theme;

/** The pictures of a hindcast. Each caption is the caller's: sample size, seed and version. */
public final class HindcastPictures {
    private static final int BINS = 10;
    private static final int PIT_BINS = 5;

    private HindcastPictures() {}

    /** Calibration of forecasters' probabilities of yes, a plot for each, in two columns. */
    public static Picture calibration(VoteTest test, List<String> forecasters, String caption) {
        Sheet sheet = new Sheet(
                        "How often members voted yes where it was forecast",
                        test.votes() + " votes on " + test.drafts() + " drafts, "
                                + (test.way() == VoteForecaster.Way.FORWARD
                                        ? "each forecast from the drafts before it"
                                        : "each forecast from all the others"),
                        caption)
                .columns(2);
        for (int i = 0; i < forecasters.size(); i++) {
            String name = forecasters.get(i);
            sheet.add(HindcastPanels.reliability(
                    name,
                    "forecast probability of yes (%)",
                    "voted yes (%)",
                    test.yesCurve(name, BINS),
                    Theme.series(i)));
        }
        return sheet.picture(120 + 300 * ((forecasters.size() + 1) / 2));
    }

    /** Histograms of the probability integral transforms. */
    public static Picture transforms(List<CountTest> tests, String subtitle, String caption) {
        Sheet sheet = new Sheet("Where the recorded monthly counts fall in the forecasts", subtitle, caption)
                .columns(Math.min(3, tests.size()));
        for (int i = 0; i < tests.size(); i++) {
            CountTest test = tests.get(i);
            sheet.add(HindcastPanels.transforms(
                    test.name(),
                    test.randomisedHeights(PIT_BINS),
                    test.histogram(PIT_BINS).heights(),
                    Theme.series(i)));
        }
        return sheet.picture(120 + 230 * ((tests.size() + 2) / 3));
    }

    /** Simulated counts by month and the recorded ones. */
    public static Picture counts(CountTest test, YearMonth from, String subtitle, String caption) {
        int n = test.outcomes().length;
        LocalDate start = from.atDay(1);
        int weeks = (int) Math.ceil(from.plusMonths(n).atDay(1).toEpochDay() / 7.0 - start.toEpochDay() / 7.0);
        double[] edges = IntStream.rangeClosed(0, n)
                .mapToDouble(i -> 1000.0
                        * from.plusMonths(i)
                                .atDay(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond())
                .toArray();
        HindcastPanels.Bands bands = new HindcastPanels.Bands(
                level(test, .05), level(test, .25), level(test, .5), level(test, .75), level(test, .95));
        double[] recorded = Arrays.stream(test.outcomes()).asDoubleStream().toArray();
        return new Sheet("Launch events a month", subtitle, caption)
                .add(HindcastPanels.bandsAndRecord("events a month", start, weeks, edges, bands, recorded, Theme.BLUE))
                .picture(420);
    }

    private static double[] level(CountTest test, double p) {
        return test.forecasts().stream().mapToDouble(f -> f.quantile(p)).toArray();
    }

    /** The simulated volume by week and the published estimates. */
    public static Picture shipments(
            LocalDate start, double[][] volumes, List<EstimateCheck> checks, String subtitle, String caption) {
        int weeks = volumes[0].length;
        return new Sheet("Volume delivered, simulated and as published", subtitle, caption)
                .add(HindcastPanels.estimates(start, weeks, bands(volumes), checks))
                .picture(560);
    }

    /** Delays, a plot for each, in two columns. */
    public static Picture delays(List<DelayCheck> checks, String subtitle, String caption) {
        Sheet sheet = new Sheet("Weeks from step to step, simulated and recorded", subtitle, caption).columns(2);
        checks.forEach(check -> sheet.add(HindcastPanels.delay(check)));
        return sheet.picture(120 + 170 * ((checks.size() + 1) / 2));
    }

    /** A dyad's events and their weights by week, recorded and simulated. */
    public static Picture dyad(
            String title,
            LocalDate start,
            double[] recordedCounts,
            double[][] counts,
            double[] recordedSums,
            double[][] sums,
            String subtitle,
            String caption) {
        int weeks = recordedCounts.length;
        return new Sheet(title, subtitle, caption)
                .add(new DyadPanel(
                        "Events a week",
                        "events",
                        start,
                        weeks,
                        bands(counts),
                        means(counts),
                        recordedCounts,
                        Theme.BLUE))
                .add(new DyadPanel(
                        "Sum of Goldstein weights a week",
                        "sum of weights",
                        start,
                        weeks,
                        bands(sums),
                        means(sums),
                        recordedSums,
                        Theme.GREEN))
                .picture(620);
    }

    private static HindcastPanels.Bands bands(double[][] table) {
        return new HindcastPanels.Bands(
                Quantiles.byColumn(table, .05),
                Quantiles.byColumn(table, .25),
                Quantiles.byColumn(table, .5),
                Quantiles.byColumn(table, .75),
                Quantiles.byColumn(table, .95));
    }

    private static double[] means(double[][] table) {
        double[] means = new double[table[0].length];
        for (double[] row : table) {
            for (int week = 0; week < means.length; week++) {
                means[week] += row[week] / table.length;
            }
        }
        return means;
    }

    /** A band, a mean and recorded values, which may be negative; weeks without a record are left empty. */
    private record DyadPanel(
            String title,
            String vertical,
            LocalDate start,
            int weeks,
            HindcastPanels.Bands bands,
            double[] means,
            double[] recorded,
            Ink colour)
            implements Panel {
        @Override
        public void draw(Graphics2D g, Rectangle2D area) {
            Theme theme = Theme.of(area);
            double high = Math.max(0, Math.max(max(bands.p95()), max(recorded)));
            double low = Math.min(0, Math.min(min(bands.p5()), min(recorded)));
            double room = .08 * Math.max(1, high - low);
            double[] times = Axes.endsOfWeeks(start, weeks);
            Plot plot = new Plot(
                            theme,
                            Axes.dates(theme, start, weeks, theme.small() ? 4 : 7),
                            Axes.number(theme, vertical, low < 0 ? low - room : 0, high + room, 5))
                    .title(title)
                    .right(20);
            plot.add(Marks.band(times, bands.p5(), bands.p95(), Theme.tint(colour, .2)));
            plot.add(Marks.line(times, means, colour.darker(), Theme.line(2)));
            plot.add(Marks.level(0, Theme.AXIS, Theme.line(.8)));
            for (int week = 0; week < recorded.length; week++) {
                if (recorded[week] != 0) {
                    plot.add(Marks.segment(
                            times[week], 0, times[week], recorded[week], Theme.VERMILLION, Theme.line(1.6)));
                    plot.over(Marks.dot(times[week], recorded[week], 5, Theme.VERMILLION));
                }
            }
            plot.draw(g, area);
        }

        private static double max(double[] values) {
            return Arrays.stream(values).max().orElse(0);
        }

        private static double min(double[] values) {
            return Arrays.stream(values).min().orElse(0);
        }
    }
}
