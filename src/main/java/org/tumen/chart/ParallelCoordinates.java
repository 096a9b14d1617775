package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.words.Numbers;

/**
 * Many points of several dimensions, each a line across upright axes. Arrays are not to be changed.
 *
 * @param axes the axes from the left, at least two
 * @param points one array a point, one value for each axis
 * @param highlighted whether a point is drawn in colour; the others are grey behind
 */
public record ParallelCoordinates(List<Axis> axes, double[][] points, boolean[] highlighted) implements Panel {
    private static final double SIDE = 60;
    private static final double LINE = 1.25;

    /**
     * An axis.
     *
     * @param name what it measures
     * @param unit in which unit; may be empty
     * @param bottom the value at the foot; greater than top where less is better
     * @param top the value at the head
     * @param names what the values 1, 2 and so on are, where they are no numbers; else empty
     */
    public record Axis(String name, String unit, double bottom, double top, List<String> names) {
        /** The same with a number for name and unit. */
        private Axis numbered(int number) {
            return new Axis(Integer.toString(number), "", bottom, top, names);
        }

        /** An axis from the smallest to the largest value of a column, upside down where less is better. */
        static Axis over(Column of) {
            double low = Arrays.stream(of.values).min().orElse(0);
            double high = Arrays.stream(of.values).max().orElse(1);
            double top = high > low ? high : low + 1;
            return new Axis(of.name, of.unit, of.lessIsBetter ? top : low, of.lessIsBetter ? low : top, of.names);
        }

        /** Where a value stands, 0 at the foot and 1 at the head. */
        private double share(double value) {
            return (value - bottom) / (top - bottom);
        }
    }

    /**
     * A dimension of points.
     *
     * @param name what it measures
     * @param unit in which unit; may be empty
     * @param values one a point
     * @param lessIsBetter whether its axis stands upside down
     * @param names what the values 1, 2 and so on are, where they are no numbers; else empty
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Column(String name, String unit, double[] values, boolean lessIsBetter, List<String> names) {}

    /** Points by their dimensions, each on an axis from its least to its greatest value. */
    public static ParallelCoordinates of(List<Column> columns, boolean[] highlighted) {
        return new ParallelCoordinates(
                columns.stream().map(Axis::over).toList(),
                IntStream.range(0, highlighted.length)
                        .mapToObj(p ->
                                columns.stream().mapToDouble(c -> c.values[p]).toArray())
                        .toArray(double[][]::new),
                highlighted);
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
        Font font = theme.tick();
        double next = (area.getWidth() - 2 * SIDE) / (axes.size() - 1);
        boolean keyed = !fits(g, font, next - 8);
        List<String> key = keyed ? Labels.wrap(g, key(), font, area.getWidth()) : List.of();
        double side = keyed ? SIDE / 2 : SIDE;
        double head = keyed ? 34 : 48;
        double foot = keyed ? 24 + LINE * font.getSize2D() * key.size() : 50;
        Rectangle2D inner = new Rectangle2D.Double(
                area.getX() + side, area.getY() + head, area.getWidth() - 2 * side, area.getHeight() - head - foot);
        lines(g, inner, false, Theme.AXIS.clear(0.35), 0.7);
        lines(g, inner, true, Theme.BLUE.clear(0.8), 1.3);
        double width = inner.getWidth() / (axes.size() - 1);
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = keyed ? axes.get(i).numbered(i + 1) : axes.get(i);
            axis(g, axis, inner.getX() + i * width, inner, width - 8, font);
        }
        double y = inner.getMaxY() + 30;
        for (String line : key) {
            Labels.draw(g, line, area.getX(), y, font, Theme.INK, Labels.Align.START);
            y += LINE * font.getSize2D();
        }
    }

    /** Whether every word of names and units has room over and under its axis. */
    private boolean fits(Graphics2D g, Font font, double width) {
        return axes.stream()
                .flatMap(axis -> Stream.of((axis.name + " " + axis.unit).split(" ")))
                .allMatch(word -> Labels.width(g, word, font) <= width + 6);
    }

    /** What the axes are, where numbers stand for their names. */
    private String key() {
        return IntStream.range(0, axes.size())
                .mapToObj(i -> (i + 1) + "\u00a0" + axes.get(i).name
                        + (axes.get(i).unit.isEmpty() ? "" : " (" + axes.get(i).unit + ")"))
                .collect(Collectors.joining("; "));
    }

    private void lines(Graphics2D g, Rectangle2D inner, boolean which, Ink colour, double width) {
        g.setPaint(colour.in(g));
        g.setStroke(Theme.line(width));
        for (int p = 0; p < points.length; p++) {
            if (highlighted[p] == which) {
                Path2D path = new Path2D.Double();
                for (int i = 0; i < axes.size(); i++) {
                    Axis axis = axes.get(i);
                    double x = inner.getX() + inner.getWidth() * i / (axes.size() - 1);
                    double y = inner.getMaxY() - axis.share(points[p][i]) * inner.getHeight();
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

    private static void axis(Graphics2D g, Axis axis, double x, Rectangle2D inner, double width, Font font) {
        Theme.INK.draw(g, Theme.line(1), new Line2D.Double(x, inner.getMinY(), x, inner.getMaxY()));
        List<String> name = Labels.wrap(g, axis.name, font, width);
        double y = inner.getMinY() - 14 - font.getSize2D() * LINE * name.size();
        for (String line : name) {
            Labels.draw(g, line, x, y, font, Theme.INK, Labels.Align.MIDDLE);
            y += font.getSize2D() * LINE;
        }
        for (int k = 1; k <= axis.names.size(); k++) {
            double at = inner.getMaxY() - axis.share(k) * inner.getHeight();
            Labels.draw(g, axis.names.get(k - 1), x + 5, at, font, Theme.INK, Labels.Align.START);
        }
        if (axis.names.isEmpty()) {
            Labels.draw(g, Numbers.label(axis.top), x, inner.getMinY() - 9, font, Theme.MUTED, Labels.Align.MIDDLE);
            Labels.draw(g, Numbers.label(axis.bottom), x, inner.getMaxY() + 9, font, Theme.MUTED, Labels.Align.MIDDLE);
        }
        double under = inner.getMaxY() + 22;
        for (String line : Labels.wrap(g, axis.unit, font, width)) {
            Labels.draw(g, line, x, under, font, Theme.MUTED, Labels.Align.MIDDLE);
            under += font.getSize2D() * LINE;
        }
    }
}
