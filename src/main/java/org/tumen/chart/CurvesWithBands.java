package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Curves with or without bands on common axes, named in a row above. Densities, distribution
 * functions, quantile differences, calibration curves and medians by arm are all of this form.
 *
 * @param title above the plot; may be empty
 * @param horizontal the label of the horizontal axis, with its unit
 * @param vertical the label of the vertical axis, with its unit
 * @param style what reference and filling the curves get
 * @param curves the curves, the first one nearest the viewer
 */
public record CurvesWithBands(String title, String horizontal, String vertical, Style style, List<Curve> curves)
        implements Panel {
    /** The room left and right of a plot, which the row of names does not use; in points. */
    private static final double ROOM = 70;

    /** What kind of curves they are. */
    public enum Style {
        /** Lines and bands alone. */
        PLAIN,
        /** Densities: lightly filled down to 0. */
        DENSITY,
        /** Distribution functions: steps from 0 to 1. */
        STEPS,
        /** Differences: a line at 0. */
        DIFFERENCE,
        /** Calibration: the diagonal. */
        DIAGONAL
    }

    /**
     * One curve. Arrays are not to be changed.
     *
     * @param name its name; empty for none
     * @param x ascending
     * @param y one for each x
     * @param low the lower end of its band; null for none
     * @param high the upper end
     */
    public record Curve(String name, double[] x, double[] y, double @Nullable [] low, double @Nullable [] high) {
        /** A curve without a band. */
        public static Curve of(String name, double[] x, double[] y) {
            return new Curve(name, x, y, null, null);
        }
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double[] xs = range(c -> List.of(c.x), false);
        double[] ys = range(CurvesWithBands::heights, style == Style.DENSITY);
        if (style == Style.STEPS) {
            ys = new double[] {0, 1};
        } else if (style == Style.DIFFERENCE) {
            ys = new double[] {Math.min(0, ys[0]), Math.max(0, ys[1])};
        }
        if (style == Style.DIAGONAL && xs[0] >= 0 && xs[1] <= 1) {
            xs = new double[] {0, 1};
            ys = new double[] {0, 1};
        }
        Legend legend = new Legend(curves.stream().map(Curve::name).toList(), Theme::series, theme);
        boolean named = curves.stream().anyMatch(c -> !c.name.isEmpty());
        Plot plot = new Plot(
                        theme,
                        Axes.number(theme, horizontal, xs[0], xs[1], theme.small() ? 5 : 8),
                        Axes.number(theme, vertical, ys[0], ys[1], theme.small() ? 4 : 6))
                .title(title)
                .top(named ? legend.height(g, area.getWidth() - ROOM) : 0);
        references(plot, xs);
        for (int i = curves.size() - 1; i >= 0; i--) {
            marks(plot, curves.get(i), Theme.series(i), theme, Palette.of(g).band(curves.size()));
        }
        if (named) {
            plot.over((h, f) -> {
                double width = area.getWidth() - ROOM;
                legend.draw(h, f.area().getMinX(), f.area().getMinY() - legend.height(h, width), width);
            });
        }
        plot.draw(g, area);
    }

    private void references(Plot plot, double[] xs) {
        if (style == Style.DIFFERENCE) {
            plot.add(Marks.level(0, Theme.INK, Theme.line(1)));
        } else if (style == Style.DIAGONAL) {
            plot.add(Marks.segment(xs[0], xs[0], xs[1], xs[1], Theme.MUTED, Theme.dashed(1)));
        }
    }

    private void marks(Plot plot, Curve c, Ink colour, Theme theme, double weight) {
        boolean steps = style == Style.STEPS;
        if (c.low != null && c.high != null) {
            Ink fill = Theme.clear(colour, 0.2 * weight);
            plot.add(steps ? Marks.stepBand(c.x, c.low, c.high, fill) : Marks.band(c.x, c.low, c.high, fill));
        } else if (style == Style.DENSITY) {
            plot.add(Marks.band(c.x, new double[c.x.length], c.y, Theme.clear(colour, 0.14 * weight)));
        }
        var stroke = Theme.line(theme.small() ? 1.4 : 1.9);
        plot.add(steps ? Marks.steps(c.x, c.y, colour, stroke) : Marks.line(c.x, c.y, colour, stroke));
        if (style == Style.DIAGONAL) {
            plot.over(Marks.dots(c.x, c.y, 5, colour));
        }
    }

    private static List<double[]> heights(Curve c) {
        return c.low != null && c.high != null ? List.of(c.y, c.low, c.high) : List.of(c.y);
    }

    private double[] range(Function<Curve, List<double[]>> values, boolean fromZero) {
        double[] all = curves.stream()
                .flatMap(c -> values.apply(c).stream())
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double room = values.apply(curves.get(0)).get(0) == curves.get(0).x ? 0 : 0.05 * (high - low);
        return new double[] {fromZero ? 0 : low - room, high + room};
    }
}
