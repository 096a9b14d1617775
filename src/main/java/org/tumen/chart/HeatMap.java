package org.tumen.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.tumen.words.Numbers;

/**
 * A value over two levers as coloured cells with contour lines. Arrays are not to be changed.
 *
 * @param horizontal the label of the horizontal axis, with its unit
 * @param vertical the label of the vertical axis, with its unit
 * @param across the names of the columns, 1 being the first, where they are no numbers; else empty
 * @param up the names of the rows likewise
 * @param x the centres of the columns, ascending and even
 * @param y the centres of the rows, ascending and even
 * @param values by row, then column
 * @param clear whether a value stands out of the noise, by row, then column; others are written in brackets
 * @param contours the values of a smooth surface at the same places, whose contour lines are drawn; empty for none
 * @param hues what colours say
 */
public record HeatMap(
        String horizontal,
        String vertical,
        List<String> across,
        List<String> up,
        double[] x,
        double[] y,
        double[][] values,
        boolean[][] clear,
        double[][] contours,
        Hues hues)
        implements Panel {
    /** What colours say. */
    public enum Hues {
        /** How high a value is. */
        SEQUENCE,
        /** That values above 0 are better, those below worse. */
        HIGH_IS_GOOD,
        /** That values below 0 are better, those above worse. */
        LOW_IS_GOOD
    }

    private static final double ROOM = 6;
    private static final List<Ink> SEQUENCE = List.of(
            Theme.BLUE.tint(0.03),
            Theme.BLUE.tint(0.22),
            Theme.BLUE.tint(0.42),
            Theme.BLUE.tint(0.62),
            Theme.BLUE.tint(0.85));
    private static final List<Ink> OPPOSITES =
            List.of(Theme.VERMILLION, Theme.VERMILLION.tint(0.45), Theme.EVEN, Theme.BLUE.tint(0.45), Theme.BLUE);

    /** From worse to better in grey, in which two hues cannot part from a middle. */
    private static final List<Ink> OPPOSITES_GREY = List.of(
            Theme.BLUE.tint(0.8), Theme.BLUE.tint(0.6), Theme.BLUE.tint(0.4), Theme.BLUE.tint(0.2), Theme.PAPER);

    /** @throws IllegalArgumentException when there are fewer than two rows or columns or the table is not full */
    public HeatMap {
        if (x.length < 2 || y.length < 2 || values.length != y.length) {
            throw new IllegalArgumentException("a heat map needs two rows and columns and a value for each cell");
        }
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double dx = (x[1] - x[0]) / 2;
        double dy = (y[1] - y[0]) / 2;
        Plot plot = new Plot(
                        theme,
                        axis(theme, horizontal, across, x[0] - dx, x[x.length - 1] + dx),
                        axis(theme, vertical, up, y[0] - dy, y[y.length - 1] + dy))
                .noGrid()
                .right(theme.small() ? 60 : 96);
        double[] range = range();
        plot.add((h, f) -> cells(h, f, dx, dy, range));
        if (contours.length > 0) {
            plot.add((h, f) -> contours(h, f, range));
        }
        plot.add((h, f) -> numbers(h, f, range, theme));
        plot.over((h, f) -> legend(h, f, range, theme));
        plot.draw(g, area);
    }

    private static NumberAxis axis(Theme theme, String label, List<String> names, double from, double to) {
        return names.isEmpty()
                ? Axes.number(theme, label, from, to, theme.small() ? 5 : 8)
                : Axes.names(theme, label, names);
    }

    private double[] range() {
        double low = Arrays.stream(values).flatMapToDouble(Arrays::stream).min().orElse(0);
        double high =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElse(1);
        double most = Math.max(Math.abs(low), Math.abs(high));
        double[] range = diverging() ? new double[] {-most, most} : new double[] {low, high};
        return range[1] > range[0] ? range : new double[] {low - 0.5, low + 0.5};
    }

    private boolean diverging() {
        return hues != Hues.SEQUENCE;
    }

    private Color colour(double value, double[] range, Palette palette) {
        List<Ink> inks = !diverging() ? SEQUENCE : palette == Palette.GREY ? OPPOSITES_GREY : OPPOSITES;
        Color[] stops = inks.stream().map(ink -> ink.in(palette)).toArray(Color[]::new);
        double share = (value - range[0]) / (range[1] - range[0]);
        double place = (hues == Hues.LOW_IS_GOOD ? 1 - share : share) * (stops.length - 1);
        int i = Math.max(0, Math.min(stops.length - 2, (int) place));
        double t = Math.max(0, Math.min(1, place - i));
        return new Color(
                mix(stops[i].getRed(), stops[i + 1].getRed(), t),
                mix(stops[i].getGreen(), stops[i + 1].getGreen(), t),
                mix(stops[i].getBlue(), stops[i + 1].getBlue(), t));
    }

    private static int mix(int a, int b, double t) {
        return (int) Math.round(a + (b - a) * t);
    }

    private void cells(Graphics2D g, Frame f, double dx, double dy, double[] range) {
        Palette palette = Palette.of(g);
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                double left = f.x(x[column] - dx);
                double top = f.y(y[row] + dy);
                g.setPaint(colour(values[row][column], range, palette));
                // Half a point of overlap, or the white below would show between the cells.
                g.fill(new Rectangle2D.Double(
                        left, top, f.x(x[column] + dx) - left + 0.5, f.y(y[row] - dy) - top + 0.5));
            }
        }
    }

    /** The value of each cell, where there is room for all of them. */
    private void numbers(Graphics2D g, Frame f, double[] range, Theme theme) {
        double room = f.x(x[1]) - f.x(x[0]) - ROOM;
        String[][] texts = new String[y.length][x.length];
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                double value = values[row][column];
                String number = (diverging() && value > 0 ? "+" : "") + Numbers.label(value);
                texts[row][column] = clear[row][column] ? number : "(" + number + ")";
                if (Labels.width(g, texts[row][column], theme.tick()) > room) {
                    return;
                }
            }
        }
        double tall = theme.tick().getSize2D() * 1.2;
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                Color ground = colour(values[row][column], range, Palette.of(g));
                double wide = Labels.width(g, texts[row][column], theme.tick()) + 6;
                // Contours give way to numbers.
                g.setPaint(ground);
                g.fill(new Rectangle2D.Double(f.x(x[column]) - wide / 2, f.y(y[row]) - tall / 2, wide, tall));
                Labels.draw(
                        g,
                        texts[row][column],
                        f.x(x[column]),
                        f.y(y[row]),
                        theme.tick(),
                        Palette.dark(ground) ? Theme.PAPER : Theme.INK,
                        Labels.Align.MIDDLE);
            }
        }
    }

    /** Contours at round values by marching squares between the centres of four neighbouring cells. */
    private void contours(Graphics2D g, Frame f, double[] range) {
        double step = Axes.niceStep(range[1] - range[0], 7);
        for (double level = Math.ceil(range[0] / step) * step; level < range[1]; level += step) {
            Path2D path = new Path2D.Double();
            for (int row = 0; row + 1 < y.length; row++) {
                for (int column = 0; column + 1 < x.length; column++) {
                    square(path, f, row, column, level);
                }
            }
            Theme.PAPER.clear(0.6).draw(g, Theme.line(2.4), path);
            Theme.INK.clear(0.8).draw(g, Theme.line(Math.abs(level) < step / 2 && diverging() ? 1.6 : 0.7), path);
        }
    }

    /** Joins the crossings of a level with the four sides of a square: two, or at a saddle four in pairs. */
    private void square(Path2D path, Frame f, int row, int column, double level) {
        int[][] corners = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
        double[] px = new double[4];
        double[] py = new double[4];
        int found = 0;
        for (int side = 0; side < 4; side++) {
            int[] a = corners[side];
            int[] b = corners[(side + 1) % 4];
            double va = contours[row + a[0]][column + a[1]];
            double vb = contours[row + b[0]][column + b[1]];
            if (va < level != vb < level) {
                double t = (level - va) / (vb - va);
                px[found] = f.x(x[column + a[1]] + t * (x[column + b[1]] - x[column + a[1]]));
                py[found] = f.y(y[row + a[0]] + t * (y[row + b[0]] - y[row + a[0]]));
                found++;
            }
        }
        for (int i = 0; i + 1 < found; i += 2) {
            path.append(new Line2D.Double(px[i], py[i], px[i + 1], py[i + 1]), false);
        }
    }

    private void legend(Graphics2D g, Frame f, double[] range, Theme theme) {
        double left = f.area().getMaxX() + (theme.small() ? 14 : 24);
        double top = f.area().getMinY() + 18;
        double height = f.area().getHeight() - 18;
        int slices = 60;
        for (int i = 0; i < slices; i++) {
            double value = range[1] - (i + 0.5) / slices * (range[1] - range[0]);
            g.setPaint(colour(value, range, Palette.of(g)));
            g.fill(new Rectangle2D.Double(left, top + height * i / slices, 14, height / slices + 0.5));
        }
        double step = Axes.niceStep(range[1] - range[0], 7);
        for (double level = Math.ceil(range[0] / step) * step; level <= range[1]; level += step) {
            double y0 = top + height * (range[1] - level) / (range[1] - range[0]);
            Theme.AXIS.draw(g, Theme.line(0.8), new Line2D.Double(left + 14, y0, left + 18, y0));
            String text = Numbers.label(Math.rint(level / step * 1e6) / 1e6 * step);
            Labels.draw(g, text, left + 21, y0, theme.tick(), Theme.MUTED, Labels.Align.START);
        }
    }
}
