package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Named points of two outcomes with intervals; chosen points are in colour and, where wanted, joined.
 *
 * @param horizontal the label of the horizontal axis, with its unit
 * @param vertical the label of the vertical axis, with its unit
 * @param points the points
 * @param joined whether the chosen points are joined: right for a curve or a frontier in these two outcomes, misleading where
 *     they were chosen by others too
 */
public record Scatter(String horizontal, String vertical, List<Point> points, boolean joined) implements Panel {
    /**
     * A point.
     *
     * @param name its name; empty for none
     * @param x where it is
     * @param xLow the lower end of the interval of x
     * @param xHigh the upper end
     * @param y where it is
     * @param yLow the lower end of the interval of y
     * @param yHigh the upper end
     * @param chosen whether it belongs to the Pareto set
     */
    public record Point(
            String name, double x, double xLow, double xHigh, double y, double yLow, double yHigh, boolean chosen) {}

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double left = points.stream().mapToDouble(Point::xLow).min().orElse(0);
        double right = points.stream().mapToDouble(Point::xHigh).max().orElse(1);
        double low = points.stream().mapToDouble(Point::yLow).min().orElse(0);
        double high = points.stream().mapToDouble(Point::yHigh).max().orElse(1);
        double dx = 0.06 * Math.max(right - left, 1e-9);
        double dy = 0.08 * Math.max(high - low, 1e-9);
        Plot plot = new Plot(
                theme,
                Axes.number(theme, horizontal, left - dx, right + dx, theme.small() ? 5 : 8),
                Axes.number(theme, vertical, low - dy, high + dy, theme.small() ? 4 : 6));
        plot.right(theme.small() ? 30 : 70);
        if (joined) {
            List<Point> front =
                    new ArrayList<>(points.stream().filter(Point::chosen).toList());
            front.sort(Comparator.comparingDouble(Point::x));
            plot.add(Marks.line(
                    front.stream().mapToDouble(Point::x).toArray(),
                    front.stream().mapToDouble(Point::y).toArray(),
                    Theme.BLUE.tint(0.5),
                    Theme.dashed(1.2)));
        }
        for (Point p : points) {
            var colour = p.chosen ? Theme.BLUE : Theme.AXIS;
            plot.add(Marks.segment(p.xLow, p.y, p.xHigh, p.y, colour.tint(0.6), Theme.line(1.2)));
            plot.add(Marks.segment(p.x, p.yLow, p.x, p.yHigh, colour.tint(0.6), Theme.line(1.2)));
            plot.add(Marks.dot(p.x, p.y, 8, colour));
        }
        plot.over(Labels.beside(
                points.stream()
                        .filter(p -> !p.name.isEmpty())
                        .map(p -> new Labels.Named(p.x, p.y, p.name))
                        .toList(),
                theme.tick(),
                area));
        plot.draw(g, area);
    }
}
