package org.tumen.study.hindcast;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.analysis.hindcast.DelayCheck;
import org.tumen.analysis.hindcast.EstimateCheck;
import org.tumen.analysis.score.CalibrationCurve;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;

/** The plots of the pictures of a hindcast. */
final class HindcastPanels {
    private static final int LABEL_GAP = 9;

    /** Half the height of a count in a band: a band of one count alone can be seen too. */
    private static final double HALF = .07;

    private HindcastPanels() {}

    /** How often something happened where it was forecast: a dot a bin, its interval, the number of forecasts beside it. */
    static Panel reliability(String title, String horizontal, String vertical, CalibrationCurve curve, Ink colour) {
        return (g, area) -> {
            Theme theme = Theme.of(area);
            Plot plot = new Plot(
                            theme,
                            Axes.percent(theme, horizontal, -.03, 1.03, 5),
                            Axes.percent(theme, vertical, -.03, 1.03, 5))
                    .title(title)
                    .right(14);
            plot.add(Marks.segment(0, 0, 1, 1, Theme.MUTED, Theme.dashed(1)));
            for (CalibrationCurve.Point p : curve.points()) {
                plot.add(Marks.segment(
                        p.forecast(), p.low(), p.forecast(), p.high(), colour, Theme.line(theme.small() ? 1.6 : 2.2)));
                plot.over(Marks.dot(p.forecast(), p.observed(), theme.small() ? 6 : 8, colour));
                // Below the interval, or above it where the axis is in the way.
                boolean below = p.low() > .1;
                plot.over(Labels.at(
                        p.forecast(),
                        below ? p.low() : p.high(),
                        0,
                        below ? LABEL_GAP : -LABEL_GAP,
                        String.valueOf(p.count()),
                        theme.tick(),
                        Theme.MUTED,
                        Labels.Align.MIDDLE));
            }
            plot.draw(g, area);
        };
    }

    /** A histogram whose bars are all 1 when forecasts are calibrated; the outline is that of the transforms not randomised. */
    static Panel transforms(String title, double[] randomised, List<Double> smooth, Ink colour) {
        return (g, area) -> {
            Theme theme = Theme.of(area);
            int bins = randomised.length;
            double top = Math.max(2, 1.1 * Arrays.stream(randomised).max().orElse(1));
            double[] edges = IntStream.rangeClosed(0, bins)
                    .mapToDouble(i -> (double) i / bins)
                    .toArray();
            double[] outline = IntStream.rangeClosed(0, bins)
                    .mapToDouble(i -> smooth.get(Math.min(i, bins - 1)))
                    .toArray();
            Plot plot = new Plot(
                            theme,
                            Axes.number(theme, "probability integral transform", 0, 1, 5),
                            Axes.number(theme, "density", 0, top, 4))
                    .title(title);
            plot.add(Marks.bars(edges, randomised, Theme.tint(colour, .45), 2));
            plot.add(Marks.steps(edges, outline, colour.darker(), Theme.line(1.4)));
            plot.add(Marks.level(1, Theme.INK, Theme.dashed(1)));
            plot.draw(g, area);
        };
    }

    /**
     * A quantity by period: its simulated 50 % and 90 % bands and median as steps, and what was recorded as dots.
     *
     * @param edges where periods begin and the last one ends, on an axis from the start as {@link Axes#dates} lays it out
     */
    static Panel bandsAndRecord(
            String vertical, LocalDate start, int weeks, double[] edges, Bands bands, double[] recorded, Ink colour) {
        return (g, area) -> {
            Theme theme = Theme.of(area);
            double top = 1.08
                    * Math.max(
                            Arrays.stream(bands.p95).max().orElse(1),
                            Arrays.stream(recorded).max().orElse(1));
            Plot plot = new Plot(
                            theme,
                            Axes.dates(theme, start, weeks, theme.small() ? 4 : 7),
                            Axes.whole(theme, vertical, -.08 * top, Math.max(1, top), 6))
                    .right(30);
            double[] middles = IntStream.range(0, recorded.length)
                    .mapToDouble(i -> (edges[i] + edges[i + 1]) / 2)
                    .toArray();
            for (int i = 0; i < recorded.length; i++) {
                plot.add(Marks.box(
                        edges[i], edges[i + 1], bands.p5[i] - HALF, bands.p95[i] + HALF, Theme.tint(colour, .2)));
                plot.add(Marks.box(
                        edges[i], edges[i + 1], bands.p25[i] - HALF, bands.p75[i] + HALF, Theme.tint(colour, .45)));
                plot.add(Marks.segment(
                        edges[i], bands.p50[i], edges[i + 1], bands.p50[i], colour.darker(), Theme.line(2.2)));
            }
            plot.over(Marks.dots(middles, recorded, 6.5, Theme.VERMILLION));
            plot.draw(g, area);
        };
    }

    /** Quantiles by time; arrays of one length, not to be changed. */
    record Bands(double[] p5, double[] p25, double[] p50, double[] p75, double[] p95) {}

    private static void fan(Plot plot, double[] times, Bands b, Ink colour, Theme theme) {
        plot.add(Marks.band(times, b.p5, b.p95, Theme.tint(colour, .2)));
        plot.add(Marks.band(times, b.p25, b.p75, Theme.tint(colour, .45)));
        plot.add(Marks.line(times, b.p50, colour.darker(), Theme.line(theme.small() ? 1.6 : 2.2)));
    }

    /** The simulated volume as a fan, and the estimates as intervals, numbered in the order of the list. */
    static Panel estimates(LocalDate start, int weeks, Bands bands, List<EstimateCheck> checks) {
        return (g, area) -> {
            Theme theme = Theme.of(area);
            double largest = checks.stream()
                    .mapToDouble(c -> Double.isInfinite(c.high()) ? c.low() : c.high())
                    .max()
                    .orElse(0);
            double top = 1.12 * Math.max(largest, Arrays.stream(bands.p95).max().orElse(1));
            Plot plot = new Plot(
                            theme,
                            Axes.dates(theme, start, weeks, theme.small() ? 4 : 7),
                            Axes.number(theme, "delivered since the start (units of volume)", 0, top, 6))
                    .weeksAbove(weeks)
                    .right(46);
            fan(plot, Axes.endsOfWeeks(start, weeks), bands, Theme.BLUE, theme);
            for (int i = 0; i < checks.size(); i++) {
                estimate(plot, checks.get(i), i + 1, top, theme);
            }
            List<Labels.Beside> beside = new ArrayList<>();
            beside.add(new Labels.Beside(bands.p95[weeks - 1], "95 %", Theme.MUTED));
            beside.add(new Labels.Beside(bands.p50[weeks - 1], "median", Theme.BLUE.darker()));
            beside.add(new Labels.Beside(bands.p5[weeks - 1], "5 %", Theme.MUTED));
            plot.over(Labels.column(beside, theme.tick()));
            plot.draw(g, area);
        };
    }

    private static void estimate(Plot plot, EstimateCheck check, int number, double top, Theme theme) {
        double time =
                1000.0 * check.estimate().date().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        boolean open = Double.isInfinite(check.high());
        double high = open ? Math.min(top * .985, check.low() + .12 * top) : check.high();
        Ink colour = check.compatible() ? Theme.INK : Theme.VERMILLION;
        plot.add(Marks.segment(time, check.low(), time, high, colour, open ? Theme.dashed(1.8) : Theme.line(2.2)));
        plot.over(Marks.dot(time, check.estimate().value() / check.perUnit(), 7, colour));
        plot.over(Labels.at(time, check.low(), 6, 6, String.valueOf(number), theme.tick(), colour, Labels.Align.START));
    }

    /** How long runs took, as a histogram of whole weeks, and the record as a line. */
    static Panel delay(DelayCheck check) {
        return (g, area) -> {
            Theme theme = Theme.of(area);
            double from = Math.min(check.recorded(), check.quantile(.005));
            double to = Math.max(check.recorded(), check.quantile(.97));
            if (check.delays().length == 0) {
                from = check.recorded() - 1;
                to = check.recorded() + 1;
            }
            double step = Math.max(1, Math.ceil((to - from + 1) / 40));
            int bins = (int) Math.ceil((to - from + 1) / step);
            double[] edges = new double[bins + 1];
            double[] heights = new double[bins];
            for (int i = 0; i <= bins; i++) {
                edges[i] = from - .5 + i * step;
            }
            for (double d : check.delays()) {
                int bin = (int) Math.floor((d - edges[0]) / step);
                if (bin >= 0 && bin < bins) {
                    heights[bin] += 1.0 / check.runs();
                }
            }
            double top = 1.15 * Math.max(.01, Arrays.stream(heights).max().orElse(.01));
            Plot plot = new Plot(
                            theme,
                            Axes.whole(theme, "weeks", edges[0], edges[bins], 6),
                            Axes.percent(theme, "runs (%)", 0, top, 3))
                    .title(check.name());
            plot.add(Marks.bars(edges, heights, Theme.tint(Theme.BLUE, .6), 1));
            plot.add(Marks.upright(check.recorded(), 1, Theme.VERMILLION, Theme.line(2)));
            plot.draw(g, area);
        };
    }
}
