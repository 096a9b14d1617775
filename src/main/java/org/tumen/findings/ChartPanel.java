package org.tumen.findings;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Legend;
import org.tumen.chart.Mark;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;

/**
 * A live chart as a panel of a still picture: what it shows to those who point at nothing. Cells and parallel axes have panels
 * of their own.
 *
 * @param title what stands above it; empty for nothing
 * @param beside the charts that are on the same axes, itself among them
 */
public record ChartPanel(Chart chart, String title, List<Chart> beside) implements Panel {
    /** The room beside a plot, which the row of names does not use; in points. */
    static final double BESIDE = 70;

    /** Points are named, series by series, as long as there are no more in all. */
    private static final int MOST_NAMED = 8;

    /** The share of an axis within which a value stands in the way of a name. */
    static final double NEAR = 0.1;

    /** The height of the axis of weeks above a plot. */
    private static final double WEEKS = 16;

    /** The height of a panel's title, and of a line of its legend. */
    private static final double LINE = 26;

    /** The room for the names of rows of numbers beneath a plot. */
    private static final double BENEATH = 110;

    private static final double THIN = 1.4;
    private static final double THICK = 4;

    /** On axes of its own. */
    public ChartPanel(Chart chart, String title) {
        this(chart, title, List.of(chart));
    }

    private ChartAxes axes() {
        return new ChartAxes(chart, beside);
    }

    private Rows rows() {
        return new Rows(chart);
    }

    @Override
    public double height(double width) {
        int rows = rows().names().size();
        return rows == 0 ? Panel.super.height(width) : 60 + above() + rows().height() * rows;
    }

    /** What stands above rows. */
    private double above() {
        return (title.isEmpty() ? 0 : LINE) + (named().size() > 1 ? LINE : 0);
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        boolean rows = !rows().names().isEmpty();
        List<Chart.Series> named = named();
        Legend legend = new Legend(
                named.stream().map(Chart.Series::name).toList(),
                i -> swatch(named.get(i)),
                i -> line(named.get(i), theme),
                theme);
        double width = area.getWidth() - BESIDE;
        Plot plot = new Plot(theme, axes().across(g, area, theme), rows ? rows().axis(theme) : axes().upwards(theme))
                .title(title)
                .right(theme.small() ? 14 : 40);
        if (named.size() > 1) {
            double above = axes().isWeekly() && !theme.small() ? WEEKS : 0;
            plot.top(legend.height(g, width)).over((h, f) -> {
                double top = f.area().getMinY() - above - legend.height(h, width);
                legend.draw(h, rows ? area.getX() + BESIDE / 2 : f.area().getMinX(), top, width);
            });
        }
        if (rows) {
            rows().write(g, plot, theme, area.getWidth());
        }
        if (axes().isWeekly()) {
            plot.weeksAbove(axes().first(), axes().first() + axes().weeks());
        }
        if (!theme.small() && !chart.beneath().isEmpty()) {
            beneath(plot, theme);
        }
        uprights(plot, theme, area);
        chart.marks().stream().filter(mark -> !mark.upright()).forEach(mark -> level(plot, mark, theme));
        chart.series().forEach(series -> draw(plot, series, theme));
        plot.over(Labels.beside(
                names(),
                theme.tick(),
                area,
                (h, f) -> chart.series().stream()
                        .filter(series -> series.shape() == Chart.Shape.POINTS)
                        .forEach(series -> dots(series).draw(h, f))));
        plot.draw(g, area);
    }

    private void beneath(Plot plot, Theme theme) {
        double row = 1.35 * theme.tick().getSize2D();
        plot.left(BENEATH).bottom(row * chart.beneath().size() + 4).over((g, f) -> {
            double y = f.area().getMaxY() + 32;
            for (Chart.Beneath of : chart.beneath()) {
                String name = Labels.fit(g, of.name(), theme.tick(), BENEATH - 16);
                Labels.draw(g, name, f.area().getMinX() - BENEATH, y, theme.tick(), Theme.MUTED, Labels.Align.START);
                for (int i = 0; i < of.texts().size(); i++) {
                    double x = f.x(axes().place(of.x().get(i)));
                    Labels.draw(g, of.texts().get(i), x, y, theme.tick(), Theme.INK, Labels.Align.MIDDLE);
                }
                y += row;
            }
        });
    }

    /** What the legend names: not single examples, not what the axis names, and not what shares its grey with others. */
    private List<Chart.Series> named() {
        long muted = chart.series().stream()
                .filter(series -> series.hue().equals(Chart.Series.MUTED))
                .count();
        return chart.series().stream()
                .filter(series -> !series.name().isEmpty()
                        && !series.name().equals(chart.y().label())
                        && !series.hue().equals(Chart.Series.THIN)
                        && !(muted > 1 && series.hue().equals(Chart.Series.MUTED)))
                .toList();
    }

    private Ink ink(Chart.Series series) {
        if (series.hue().equals(Chart.Series.THIN)) {
            return Theme.INK.clear(0.42);
        }
        if (series.shape() == Chart.Shape.ROWS && series.low().isEmpty()) {
            return Theme.INK;
        }
        if (series.hue().isEmpty()) {
            return Theme.series(index(series));
        }
        boolean within = series.shape() == Chart.Shape.LINE
                && chart.series().stream()
                        .anyMatch(s -> s.shape() == Chart.Shape.BAND && s.hue().equals(series.hue()));
        return within ? Ink.of(series.hue()).darker() : Ink.of(series.hue());
    }

    /** The place of a series among those without a colour of their own; 0 for one that has one. */
    private int index(Chart.Series series) {
        return Math.max(
                0,
                chart.series().stream().filter(s -> s.hue().isEmpty()).toList().indexOf(series));
    }

    private BasicStroke line(Chart.Series series, Theme theme) {
        boolean thin = series.hue().equals(Chart.Series.THIN);
        double width = (thin ? 0.35 : 1) * (theme.small() ? 1.4 : 1.9);
        boolean drawn = series.shape() == Chart.Shape.LINE || series.shape() == Chart.Shape.STEPS;
        return drawn ? Theme.line(index(series), width) : Theme.line(width);
    }

    /** What stands for a series before its name. */
    private Ink swatch(Chart.Series series) {
        return switch (series.shape()) {
            case BAND -> ink(series).clear(2 * fill(series));
            case STACK -> ink(series).tint(1);
            default -> ink(series);
        };
    }

    /** Lines at values of x with their names. */
    private void uprights(Plot plot, Theme theme, Rectangle2D area) {
        List<Chart.Mark> marks = chart.marks().stream()
                .filter(Chart.Mark::upright)
                .sorted(Comparator.comparingDouble(Chart.Mark::at))
                .toList();
        marks.forEach(mark -> plot.add(Marks.upright(axes().place(mark.at()), Theme.MUTED, Theme.dashed(1, 4, 3))));
        plot.over(Labels.outwards(
                marks.stream()
                        .map(mark -> new Labels.Named(axes().place(mark.at()), 0, mark.label()))
                        .toList(),
                theme.tick(),
                area));
    }

    private void level(Plot plot, Chart.Mark mark, Theme theme) {
        plot.add(Marks.level(mark.at(), Theme.MUTED, Theme.dashed(1, 4, 3)));
        boolean left = near(mark, true) < near(mark, false);
        plot.over((g, f) -> Labels.draw(
                g,
                mark.label(),
                left ? f.area().getMinX() + 4 : f.area().getMaxX() - 2,
                f.y(mark.at()) - 7,
                theme.tick(),
                Theme.INK,
                left ? Labels.Align.START : Labels.Align.END));
    }

    private double[] places(Chart.Series series) {
        return series.x().stream().mapToDouble(axes()::place).toArray();
    }

    /** How many values lie where the name of a level mark would, at the left or the right end. */
    private long near(Chart.Mark mark, boolean left) {
        double[] x = axes().range(chart.series().stream().map(Chart.Series::x), true);
        double[] y = axes().range(chart.series().stream().map(Chart.Series::y), false);
        double end = left ? x[0] : x[1];
        return chart.series().stream()
                .flatMapToInt(s -> IntStream.range(0, Math.min(s.x().size(), s.y().size()))
                        .filter(i -> Math.abs(s.x().get(i) - end) < NEAR * (x[1] - x[0])
                                && Math.abs(s.y().get(i) - mark.at()) < NEAR * (y[1] - y[0])))
                .count();
    }

    private void draw(Plot plot, Chart.Series series, Theme theme) {
        double[] x = places(series);
        double[] y = array(series.y());
        Ink ink = ink(series);
        BasicStroke stroke = line(series, theme);
        switch (series.shape()) {
            case LINE -> plot.add(Marks.line(x, y, ink, stroke, false));
            case STEPS -> {
                band(plot, series, x, ink);
                plot.add(Marks.line(x, y, ink, stroke, true));
            }
            case BARS -> plot.add(Marks.bars(x, y, ink.tint(0.55), ChartAxes.isWhole(series) ? 2 : 0.6));
            case BAND -> {
                band(plot, series, x, ink);
                plot.add(Marks.line(x, y, ink.darker(), stroke, false));
            }
            case POINTS -> points(plot, series, x, y);
            case ROWS -> rows().draw(plot, series, ink);
            case STACK -> {
                double[] low = axes().stacked(chart.series().indexOf(series));
                double[] high = axes().stacked(chart.series().indexOf(series) + 1);
                plot.add(Marks.band(x, low, high, ink, false))
                        .over(Marks.line(x, low, Theme.PAPER, Theme.line(0.9), false));
            }
            default -> throw new IllegalArgumentException(series.shape() + " has a panel of its own");
        }
    }

    /** The band of a series that has one; beside steps it is stepped. */
    private void band(Plot plot, Chart.Series series, double[] x, Ink ink) {
        if (!series.low().isEmpty()) {
            Ink fill = ink.clear(fill(series));
            boolean steps = chart.series().stream().anyMatch(other -> other.shape() == Chart.Shape.STEPS);
            plot.add(Marks.band(x, array(series.low()), array(series.high()), fill, steps));
        }
    }

    /** Bands of a hue inside each other grow stronger. */
    private double fill(Chart.Series series) {
        List<Chart.Series> before = chart.series().subList(0, chart.series().indexOf(series));
        if (series.shape() == Chart.Shape.STEPS) {
            // Bands of many curves would hide them.
            return 0.3 / chart.series().size();
        }
        return 0.2
                + 0.16
                        * before.stream()
                                .filter(s ->
                                        s.shape() == Chart.Shape.BAND && s.hue().equals(series.hue()))
                                .count();
    }

    private void points(Plot plot, Chart.Series series, double[] x, double[] y) {
        Ink ink = ink(series);
        for (int i = 0; i < series.low().size(); i++) {
            interval(plot, x[i], series.low().get(i), x[i], series.high().get(i), ink, THIN);
        }
        for (int i = 0; i < series.left().size(); i++) {
            // One that lies alone often lies on a level mark.
            double width = series.low().isEmpty() ? THICK : THIN;
            interval(plot, series.left().get(i), y[i], series.right().get(i), y[i], ink, width);
        }
        plot.add(dots(series));
    }

    private Mark dots(Chart.Series series) {
        double[] x = places(series);
        return Marks.dots(x, array(series.y()), x.length > 100 ? 3 : 6.5, ink(series));
    }

    private List<Labels.Named> names() {
        List<Labels.Named> names = new ArrayList<>();
        int told = 0;
        for (Chart.Series series : chart.series()) {
            if (series.shape() != Chart.Shape.POINTS || series.hue().equals(Chart.Series.MUTED)) {
                continue;
            }
            boolean named = told + series.labels().size() <= MOST_NAMED;
            told += named ? series.labels().size() : 0;
            // Places without a name are there to be left free.
            IntStream.range(0, series.x().size())
                    .filter(i -> series.y().get(i) != null)
                    .forEach(i -> names.add(new Labels.Named(
                            axes().place(series.x().get(i)),
                            series.y().get(i),
                            !named || series.labels().isEmpty()
                                    ? ""
                                    : series.labels().get(i).lines().findFirst().orElse(""))));
        }
        boolean any = names.stream().anyMatch(named -> !named.text().isEmpty());
        if (any) {
            chart.series().stream()
                    .filter(series -> series.shape() == Chart.Shape.LINE || series.shape() == Chart.Shape.BAND)
                    .forEach(series -> along(series, names));
        }
        return names;
    }

    /** A curve is left free too, as a place without a name at each of its points. */
    private void along(Chart.Series series, List<Labels.Named> names) {
        IntStream.range(0, series.x().size())
                .filter(i ->
                        series.y().get(i) != null && Double.isFinite(series.y().get(i)))
                .forEach(i -> names.add(new Labels.Named(
                        axes().place(series.x().get(i)), series.y().get(i), "")));
    }

    private static void interval(Plot plot, double x0, double y0, double x1, double y1, Ink ink, double width) {
        if (Double.isFinite(x0 + y0 + x1 + y1)) {
            plot.add(Marks.segment(x0, y0, x1, y1, ink.tint(0.6), Theme.line(width)));
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
