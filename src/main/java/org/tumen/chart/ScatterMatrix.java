package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Points of several dimensions, each pair of dimensions in a plot below the diagonal. Arrays are not to be changed.
 *
 * @param highlighted whether a point is drawn in colour before the others
 */
public record ScatterMatrix(List<String> names, double[][] columns, boolean[] highlighted) implements Panel {
    private static final double LEAST = 150;
    private static final double ROOM = 16;
    private static final double GAP = 4;

    /** @throws IllegalArgumentException when names and columns differ in number or are fewer than two */
    public ScatterMatrix {
        if (names.size() < 2 || names.size() != columns.length) {
            throw new IllegalArgumentException("a scatter matrix needs two columns or more and a name for each");
        }
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        int n = names.size() - 1;
        if (narrow(area.getWidth())) {
            numbered(g, area);
            return;
        }
        double gap = 10;
        double width = (area.getWidth() - gap * (n - 1)) / n;
        Font font = Theme.SMALL.label();
        // The last row has the names below it.
        double below = 1.4 * font.getSize2D();
        double height = (area.getHeight() - gap * (n - 1) - below) / n;
        // Where one name is longer than its axis, all stand above, so that the plots of a row are as high as each
        // other.
        boolean above = names.stream().anyMatch(name -> Labels.width(g, name, font) > height - Plot.AXIS_ROOM);
        double line = above ? 1.8 * font.getSize2D() : 0;
        for (int row = 1; row <= n; row++) {
            double y = area.getY() + (row - 1) * (height + gap);
            if (above) {
                String name = Labels.fit(g, names.get(row), font, row * (width + gap));
                Labels.draw(g, name, area.getX(), y + font.getSize2D() / 2, font, Theme.INK, Labels.Align.START);
            }
            for (int column = 0; column < row; column++) {
                pair(row, column, column == 0 && !above)
                        .draw(
                                g,
                                new Rectangle2D.Double(
                                        area.getX() + column * (width + gap),
                                        y + line,
                                        width,
                                        height - line + (row == n ? below : 0)));
            }
        }
    }

    /** Where plots are too small for axes of their own they have none, and numbers stand for the names. */
    private boolean narrow(double width) {
        return width / (names.size() - 1) < LEAST;
    }

    @Override
    public double height(double width) {
        return narrow(width) ? width : Panel.super.height(width);
    }

    private void numbered(Graphics2D g, Rectangle2D area) {
        Font font = Theme.SMALL.tick();
        double line = 1.3 * font.getSize2D();
        String names = IntStream.range(0, this.names.size())
                .mapToObj(i -> (i + 1) + "\u00a0" + this.names.get(i))
                .collect(Collectors.joining("; "));
        List<String> key = Labels.wrap(g, names, font, area.getWidth());
        int n = this.names.size() - 1;
        double width = (area.getWidth() - ROOM) / n;
        double height = (area.getHeight() - ROOM - line * (key.size() + 0.5)) / n;
        for (int row = 1; row <= n; row++) {
            double y = area.getY() + (row - 1) * height;
            Labels.draw(g, Integer.toString(row + 1), area.getX(), y + height / 2, font, Theme.INK, Labels.Align.START);
            for (int column = 0; column < row; column++) {
                double x = area.getX() + ROOM + column * width;
                Rectangle2D cell = new Rectangle2D.Double(x, y, width - GAP, height - GAP);
                pair(row, column, false).bare().draw(g, cell);
                Theme.GRID.draw(g, Theme.line(0.8), cell);
            }
            Labels.draw(
                    g,
                    Integer.toString(row),
                    area.getX() + ROOM + (row - 0.5) * width,
                    area.getY() + n * height + line / 2,
                    font,
                    Theme.INK,
                    Labels.Align.MIDDLE);
        }
        double y = area.getMaxY() - line * (key.size() - 0.5);
        for (String each : key) {
            Labels.draw(g, each, area.getX(), y, font, Theme.INK, Labels.Align.START);
            y += line;
        }
    }

    private Plot pair(int row, int column, boolean named) {
        Theme theme = Theme.SMALL;
        double[] xs = range(columns[column]);
        double[] ys = range(columns[row]);
        String below = row == names.size() - 1 ? names.get(column) : "";
        String beside = named ? names.get(row) : "";
        Plot plot = new Plot(
                        theme, Axes.number(theme, below, xs[0], xs[1], 4), Axes.number(theme, beside, ys[0], ys[1], 4))
                .left(46);
        plot.add(Marks.dots(pick(columns[column], false), pick(columns[row], false), 2.4, Theme.AXIS.clear(0.5)));
        plot.add(Marks.dots(pick(columns[column], true), pick(columns[row], true), 3.2, Theme.BLUE.clear(0.75)));
        return plot;
    }

    private double[] pick(double[] values, boolean which) {
        double[] kept = new double[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (highlighted[i] == which) {
                kept[n++] = values[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private static double[] range(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double room = 0.04 * (high - low);
        return new double[] {low - room, high + room};
    }
}
