package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.tumen.words.Numbers;

/**
 * Many points of several dimensions, each a line across upright axes. Arrays are not to be changed.
 *
 * @param axes the axes from the left, at least two
 * @param points one array a point, one value for each axis
 * @param highlighted whether a point is drawn in colour; the others are grey behind
 */
public record ParallelCoordinates(List<Axis> axes, double[][] points, boolean[] highlighted) implements Panel {
    /**
     * An axis.
     *
     * @param name what it measures
     * @param unit in which unit; may be empty
     * @param bottom the value at the foot; greater than top where less is better
     * @param top the value at the head
     */
    public record Axis(String name, String unit, double bottom, double top) {
        /** An axis from the smallest to the largest of some values, upside down where less is better. */
        public static Axis over(String name, String unit, double[] values, boolean lessIsBetter) {
            double low = Arrays.stream(values).min().orElse(0);
            double high = Arrays.stream(values).max().orElse(1);
            double top = high > low ? high : low + 1;
            return new Axis(name, unit, lessIsBetter ? top : low, lessIsBetter ? low : top);
        }
    }

    /** @throws IllegalArgumentException when there are fewer than two axes or flags do not match points */
    public ParallelCoordinates {
        if (axes.size() < 2 || highlighted.length != points.length) {
            throw new IllegalArgumentException("parallel coordinates need two axes and a flag for each point");
        }
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double side = 60;
        Rectangle2D inner = new Rectangle2D.Double(
                area.getX() + side, area.getY() + 48, area.getWidth() - 2 * side, area.getHeight() - 98);
        lines(g, inner, false, Theme.clear(Theme.AXIS, 0.35), 0.7);
        lines(g, inner, true, Theme.clear(Theme.BLUE, 0.8), 1.3);
        double width = inner.getWidth() / (axes.size() - 1);
        for (int i = 0; i < axes.size(); i++) {
            axis(g, axes.get(i), inner.getX() + i * width, inner, width - 8, theme);
        }
    }

    private void lines(Graphics2D g, Rectangle2D inner, boolean which, Ink colour, double width) {
        g.setPaint(colour.in(g));
        g.setStroke(Theme.line(width));
        for (int p = 0; p < points.length; p++) {
            if (highlighted[p] == which) {
                Path2D path = new Path2D.Double();
                for (int i = 0; i < axes.size(); i++) {
                    Axis axis = axes.get(i);
                    double share = (points[p][i] - axis.bottom) / (axis.top - axis.bottom);
                    double x = inner.getX() + inner.getWidth() * i / (axes.size() - 1);
                    double y = inner.getMaxY() - share * inner.getHeight();
                    if (i == 0) {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
                g.draw(path);
            }
        }
    }

    private static void axis(Graphics2D g, Axis axis, double x, Rectangle2D inner, double width, Theme theme) {
        g.setPaint(Theme.INK.in(g));
        g.setStroke(Theme.line(1));
        g.draw(new Line2D.Double(x, inner.getMinY(), x, inner.getMaxY()));
        Font font = theme.tick();
        List<String> name = Labels.wrap(g, axis.name, font, width);
        double y = inner.getMinY() - 14 - font.getSize2D() * 1.25 * name.size();
        for (String line : name) {
            String shown = theme.small() ? Labels.fit(g, line, font, width + 6) : line;
            Labels.draw(g, shown, x, y, font, Theme.INK, Labels.Align.MIDDLE);
            y += font.getSize2D() * 1.25;
        }
        Labels.draw(g, Numbers.label(axis.top), x, inner.getMinY() - 9, font, Theme.MUTED, Labels.Align.MIDDLE);
        Labels.draw(g, Numbers.label(axis.bottom), x, inner.getMaxY() + 9, font, Theme.MUTED, Labels.Align.MIDDLE);
        double under = inner.getMaxY() + 22;
        for (String line : Labels.wrap(g, axis.unit, font, width)) {
            Labels.draw(g, line, x, under, font, Theme.MUTED, Labels.Align.MIDDLE);
            under += font.getSize2D() * 1.25;
        }
    }
}
