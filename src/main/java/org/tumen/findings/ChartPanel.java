package org.tumen.findings;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Legend;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.ParallelCoordinates;
import org.tumen.chart.Picture;
import org.tumen.chart.Plot;
import org.tumen.chart.Sheet;
import org.tumen.chart.Theme;
import org.tumen.words.Texts;

/**
 * A live chart as a panel of a still picture: what it shows to those who point at nothing. Stacks, cells and parallel axes have
 * panels of their own.
 *
 * @param chart what is drawn
 * @param titled whether its title stands above it
 */
public record ChartPanel(Chart chart, boolean titled) implements Panel {
    private static final double MILLIS_OF_A_DAY = 86_400_000;
    /** The room beside a plot, which the row of names does not use; in points. */
    private static final double BESIDE = 70;

    /** Points are named where a series has no more; the report does likewise. */
    private static final int MOST_NAMED = 8;

    /** The share of an axis within which a value stands in the way of a name. */
    private static final double NEAR = 0.1;

    private static final double ROW = 26;
    private static final double PANEL = 270;
    private static final double WHOLE = 400;

    /** A chart alone, under its title. */
    public static Picture picture(Chart chart, String subtitle) {
        int rows = new ChartPanel(chart, false).rows().size();
        return sheet(chart.title(), subtitle, chart)
                .add(new ChartPanel(chart, false))
                .picture(rows == 0 ? 500 : (int) (150 + ROW * rows));
    }

    /** Charts beside each other under a common title; all are read as the first is. */
    public static Picture picture(String title, String subtitle, List<Chart> charts) {
        return picture(title, subtitle, charts, List.of());
    }

    /**
     * The same of charts that are each of an outcome.
     *
     * @param about the keys of the outcomes, one a chart; none where they are of no single ones
     */
    public static Picture picture(String title, String subtitle, List<Chart> charts, List<String> about) {
        int columns = charts.size() == 3 || charts.size() > 4 ? 3 : Math.min(2, charts.size());
        Sheet sheet = sheet(title, subtitle, charts.get(0)).columns(columns);
        for (int i = 0; i < charts.size(); i++) {
            String[] keys = about.isEmpty() ? new String[0] : new String[] {about.get(i)};
            sheet.add(new ChartPanel(charts.get(i), true), keys);
        }
        return sheet.picture((int) (120 + (columns == 1 ? WHOLE : PANEL) * ((charts.size() + columns - 1) / columns)));
    }

    /** Parallel coordinates under the title of their live chart. */
    public static Picture picture(Chart chart, String subtitle, ParallelCoordinates lines) {
        Chart.Series highlighted = chart.series().get(chart.series().size() - 1);
        String caption = chart.caption() + " {Colour}: " + Texts.lower(highlighted.name()) + ".";
        return new Sheet(chart.title(), subtitle, caption).add(lines).picture(520);
    }

    private static Sheet sheet(String title, String subtitle, Chart read) {
        return new Sheet(
                title,
                subtitle,
                read.caption() + (read.good().isEmpty() ? "" : " It is good to be at the " + read.good() + "."));
    }

    /** The names of rows; none where there are axes of numbers. */
    private List<String> rows() {
        return chart.series().stream()
                .filter(series -> series.shape() == Chart.Shape.ROWS)
                .map(Chart.Series::labels)
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public double height(double width) {
        return rows().isEmpty() ? Panel.super.height(width) : 60 + ROW * rows().size();
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        List<String> rows = rows();
        List<Chart.Series> named = chart.series().stream()
                .filter(series -> !series.name().isEmpty() && !series.hue().equals(Chart.Series.THIN))
                .toList();
        Legend legend = new Legend(named.stream().map(Chart.Series::name).toList(), i -> swatch(named.get(i)), theme);
        double width = area.getWidth() - BESIDE;
        Plot plot = new Plot(theme, across(theme), upwards(theme, rows.size()))
                .title(titled ? chart.title() : "")
                .right(theme.small() ? 14 : 40);
        if (named.size() > 1) {
            plot.top(legend.height(g, width))
                    .over((h, f) ->
                            legend.draw(h, f.area().getMinX(), f.area().getMinY() - legend.height(h, width), width));
        }
        if (!rows.isEmpty()) {
            double left = 24
                    + rows.stream()
                            .mapToDouble(r -> Labels.width(g, r, theme.tick()))
                            .max()
                            .orElse(0);
            names(plot.verticalGrid(), rows, Math.min(0.36 * area.getWidth(), left), theme);
        }
        chart.marks().forEach(mark -> mark(plot, mark, theme));
        chart.series().forEach(series -> draw(plot, series, theme, area));
        plot.draw(g, area);
    }

    private static void names(Plot plot, List<String> rows, double left, Theme theme) {
        plot.left(left).over((g, f) -> {
            for (int i = 0; i < rows.size(); i++) {
                List<String> lines = Labels.twoLines(g, rows.get(i), theme.tick(), left - 14);
                Labels.draw(g, lines, f.area().getMinX() - 8, f.y(i), theme.tick(), Theme.INK, Labels.Align.END);
            }
        });
    }

    private ValueAxis across(Theme theme) {
        boolean rows = !rows().isEmpty();
        double[] range = range(
                chart.series().stream().flatMap(s -> rows ? Stream.of(s.y(), s.low(), s.high()) : Stream.of(s.x())),
                true);
        if (chart.x().dates()) {
            LocalDate start = LocalDate.ofEpochDay((long) range[0]).minusWeeks(1);
            return Axes.dates(theme, start, (int) Math.ceil((range[1] - range[0]) / 7) + 1, theme.small() ? 4 : 7);
        }
        return number(theme, chart.x(), range, theme.small() ? 5 : 8);
    }

    private ValueAxis upwards(Theme theme, int rows) {
        if (rows > 0) {
            return Axes.rows(theme, -0.6, rows - 0.4);
        }
        double[] range = range(chart.series().stream().flatMap(s -> Stream.of(s.y(), s.low(), s.high())), false);
        boolean bars = chart.series().stream().anyMatch(s -> s.shape() == Chart.Shape.BARS);
        boolean fromZero = bars || (range[0] > 0 && range[0] < NEAR * range[1]);
        return number(theme, chart.y(), fromZero ? new double[] {0, range[1]} : range, theme.small() ? 4 : 6);
    }

    private static ValueAxis number(Theme theme, Chart.Axis axis, double[] range, int ticks) {
        double room = 0.04 * Math.max(range[1] - range[0], 1e-9);
        String label = axis.unit().isEmpty() ? axis.label() : axis.label() + ", " + axis.unit();
        return Axes.number(theme, label, range[0] == 0 ? 0 : range[0] - room, range[1] + room, ticks);
    }

    /** The least and the greatest of values and of the marks along an axis. */
    private double[] range(Stream<List<Double>> values, boolean across) {
        double[] all = DoubleStream.concat(
                        values.flatMap(List::stream).mapToDouble(v -> v),
                        chart.marks().stream()
                                .filter(mark -> mark.upright() == across)
                                .mapToDouble(Chart.Mark::at))
                .filter(Double::isFinite)
                .toArray();
        return new double[] {
            Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(1)
        };
    }

    private Ink ink(Chart.Series series) {
        if (series.hue().equals(Chart.Series.THIN)) {
            return Theme.tint(Theme.MUTED, 0.4);
        }
        return series.hue().isEmpty()
                ? Theme.series(chart.series().stream()
                        .filter(other -> other.hue().isEmpty())
                        .toList()
                        .indexOf(series))
                : Ink.of(series.hue());
    }

    /** What stands for a series before its name. */
    private Ink swatch(Chart.Series series) {
        return series.shape() == Chart.Shape.BAND ? Theme.clear(ink(series), 2 * fill(series)) : ink(series);
    }

    private void mark(Plot plot, Chart.Mark mark, Theme theme) {
        if (mark.upright()) {
            plot.add(Marks.upright(mark.at(), 1, Theme.MUTED, Theme.dashed(1)));
            plot.over((g, f) -> Labels.draw(
                    g,
                    mark.label(),
                    f.x(mark.at()) + 4,
                    f.area().getMinY() + 7,
                    theme.tick(),
                    Theme.MUTED,
                    Labels.Align.START));
            return;
        }
        plot.add(Marks.level(mark.at(), Theme.MUTED, Theme.dashed(1)));
        boolean left = near(mark, true) < near(mark, false);
        plot.over((g, f) -> Labels.draw(
                g,
                mark.label(),
                left ? f.area().getMinX() + 4 : f.area().getMaxX() - 2,
                f.y(mark.at()) - 7,
                theme.tick(),
                Theme.MUTED,
                left ? Labels.Align.START : Labels.Align.END));
    }

    /** How many values lie where the name of a level mark would, at the left or the right end. */
    private long near(Chart.Mark mark, boolean left) {
        double[] x = range(chart.series().stream().map(Chart.Series::x), true);
        double[] y = range(chart.series().stream().map(Chart.Series::y), false);
        double end = left ? x[0] : x[1];
        return chart.series().stream()
                .flatMapToInt(s -> IntStream.range(0, Math.min(s.x().size(), s.y().size()))
                        .filter(i -> Math.abs(s.x().get(i) - end) < NEAR * (x[1] - x[0])
                                && Math.abs(s.y().get(i) - mark.at()) < NEAR * (y[1] - y[0])))
                .count();
    }

    private void draw(Plot plot, Chart.Series series, Theme theme, Rectangle2D area) {
        double[] x = array(series.x());
        if (chart.x().dates()) {
            x = Arrays.stream(x).map(day -> day * MILLIS_OF_A_DAY).toArray();
        }
        double[] y = array(series.y());
        Ink ink = ink(series);
        var stroke = Theme.line(theme.small() ? 1.4 : 1.9);
        switch (series.shape()) {
            case LINE -> plot.add(Marks.line(x, y, ink, stroke));
            case STEPS -> plot.add(Marks.steps(x, y, ink, stroke));
            case BARS -> plot.add(Marks.bars(x, y, Theme.tint(ink, 0.45), 2));
            case BAND -> {
                plot.add(Marks.band(x, array(series.low()), array(series.high()), Theme.clear(ink, fill(series))));
                plot.add(Marks.line(x, y, ink.darker(), stroke));
            }
            case POINTS -> points(plot, series, x, y, theme, area);
            case ROWS -> {
                for (int i = 0; i < y.length; i++) {
                    row(plot, series, i, ink);
                }
            }
            default -> throw new IllegalArgumentException(series.shape() + " has a panel of its own");
        }
    }

    /** Bands of a hue inside each other grow stronger. */
    private double fill(Chart.Series series) {
        List<Chart.Series> before = chart.series().subList(0, chart.series().indexOf(series));
        return 0.2
                + 0.16
                        * before.stream()
                                .filter(s ->
                                        s.shape() == Chart.Shape.BAND && s.hue().equals(series.hue()))
                                .count();
    }

    private void points(Plot plot, Chart.Series series, double[] x, double[] y, Theme theme, Rectangle2D area) {
        Ink ink = ink(series);
        for (int i = 0; i < series.low().size(); i++) {
            plot.add(Marks.segment(
                    x[i], series.low().get(i), x[i], series.high().get(i), Theme.tint(ink, 0.6), Theme.line(1.4)));
        }
        plot.over(Marks.dots(x, y, x.length > 100 ? 3 : 6.5, ink));
        if (series.labels().size() <= MOST_NAMED && !series.hue().equals(Chart.Series.MUTED)) {
            List<Labels.Named> names = new ArrayList<>();
            IntStream.range(0, series.labels().size())
                    .forEach(i -> names.add(new Labels.Named(
                            x[i],
                            y[i],
                            series.labels().get(i).lines().findFirst().orElse(""))));
            plot.over(Labels.beside(names, theme.tick(), area));
        }
    }

    private static void row(Plot plot, Chart.Series series, int i, Ink ink) {
        double value = series.y().get(i);
        if (!Double.isFinite(value)) {
            return;
        }
        if (series.low().isEmpty()) {
            plot.add(Marks.segment(value, i - 0.34, value, i + 0.34, Theme.INK, Theme.line(1.8)));
            return;
        }
        plot.add(Marks.segment(series.low().get(i), i, series.high().get(i), i, Theme.tint(ink, 0.6), Theme.line(2.4)));
        plot.over(Marks.dot(value, i, 7, ink));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
