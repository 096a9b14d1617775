package org.tumen.chart;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shapes that plots are made of; values are in the units of the axes, sizes in points. */
public final class Marks {
    private Marks() {}

    /** A line through points, or one that keeps each value until the next point. A NaN interrupts it. */
    public static Mark line(double[] x, double[] y, Ink colour, BasicStroke stroke, boolean steps) {
        return (g, f) -> colour.draw(g, Palette.of(g).stroke(colour, stroke), path(f, x, y, steps));
    }

    /** The area between two such lines. */
    public static Mark band(double[] x, double[] low, double[] high, Ink fill, boolean steps) {
        return (g, f) -> fill.fill(g, between(f, x, low, high, steps));
    }

    /** Upright bars from 0; with a gap between them in points. */
    public static Mark bars(double[] edges, double[] heights, Ink fill, double gap) {
        return (g, f) -> {
            g.setPaint(fill.in(g));
            double zero = f.y(0);
            for (int i = 0; i < heights.length; i++) {
                if (heights[i] > 0) {
                    double left = f.x(edges[i]);
                    double space = Math.min(gap, (f.x(edges[i + 1]) - left) / 4);
                    double top = f.y(heights[i]);
                    g.fill(new Rectangle2D.Double(left + space / 2, top, f.x(edges[i + 1]) - left - space, zero - top));
                }
            }
        };
    }

    public static Mark segment(double x0, double y0, double x1, double y1, Ink colour, BasicStroke stroke) {
        return (g, f) -> colour.draw(g, stroke, new Line2D.Double(f.x(x0), f.y(y0), f.x(x1), f.y(y1)));
    }

    /** A vertical line over the plot's height. */
    public static Mark upright(double x, Ink colour, BasicStroke stroke) {
        return (g, f) -> colour.draw(
                g,
                stroke,
                new Line2D.Double(f.x(x), f.area().getMaxY(), f.x(x), f.area().getMinY()));
    }

    /** A horizontal line over the plot's width. */
    public static Mark level(double y, Ink colour, BasicStroke stroke) {
        return (g, f) -> colour.draw(
                g,
                stroke,
                new Line2D.Double(f.area().getMinX(), f.y(y), f.area().getMaxX(), f.y(y)));
    }

    /** A round dot with a white rim. */
    public static Mark dot(double x, double y, double size, Ink fill) {
        return (g, f) -> {
            Palette palette = Palette.of(g);
            Theme.PAPER.fill(g, palette.dot(fill, f.x(x), f.y(y), size + 2));
            fill.fill(g, palette.dot(fill, f.x(x), f.y(y), size));
        };
    }

    /** Many dots without rims. */
    public static Mark dots(double[] x, double[] y, double size, Ink fill) {
        return (g, f) -> {
            g.setPaint(fill.in(g));
            for (int i = 0; i < x.length; i++) {
                g.fill(Palette.of(g).dot(fill, f.x(x[i]), f.y(y[i]), size));
            }
        };
    }

    private static Path2D path(Frame f, double[] x, double[] y, boolean steps) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(y[i])) {
                down = false;
                continue;
            }
            if (!down) {
                path.moveTo(f.x(x[i]), f.y(y[i]));
            } else {
                if (steps) {
                    path.lineTo(f.x(x[i]), path.getCurrentPoint().getY());
                }
                path.lineTo(f.x(x[i]), f.y(y[i]));
            }
            down = true;
        }
        return path;
    }

    /** The area between two lines, stretch by stretch: where one of them has no value there is a gap. */
    private static Path2D between(Frame f, double[] x, double[] low, double[] high, boolean steps) {
        Path2D path = new Path2D.Double();
        int from = 0;
        while (from < x.length) {
            int to = from;
            while (to < x.length && !Double.isNaN(low[to]) && !Double.isNaN(high[to])) {
                to++;
            }
            if (to > from) {
                stretch(path, f, x, low, high, from, to, steps);
            }
            from = to + 1;
        }
        return path;
    }

    private static void stretch(
            Path2D path, Frame f, double[] x, double[] low, double[] high, int from, int to, boolean steps) {
        path.moveTo(f.x(x[from]), f.y(high[from]));
        for (int i = from + 1; i < to; i++) {
            if (steps) {
                path.lineTo(f.x(x[i]), f.y(high[i - 1]));
            }
            path.lineTo(f.x(x[i]), f.y(high[i]));
        }
        for (int i = to - 1; i >= from; i--) {
            path.lineTo(f.x(x[i]), f.y(low[i]));
            if (steps && i > from) {
                path.lineTo(f.x(x[i]), f.y(low[i - 1]));
            }
        }
        path.closePath();
    }
}
