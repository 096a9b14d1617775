package org.tumen.findings;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Palette;
import org.tumen.chart.Panel;
import org.tumen.chart.Theme;
import org.tumen.words.Numbers;

/**
 * The cells of a live chart as a panel of a still picture: coloured, with their values where there is room for all of them,
 * framed and dotted as the chart says, under the contours of its smooth surface.
 *
 * @param chart what is drawn, between names both ways
 * @param title what stands above it; empty for nothing
 * @param beside the charts whose cells have the same colours for the same values, itself among them
 */
record CellsPanel(Chart chart, String title, List<Chart> beside) implements Panel {
    private static final double GAP = 2;
    private static final double FRAME = 4;
    private static final int SLICES = 60;
    private static final int ROUND_VALUES = 7;
    private static final double ROW = 54;

    /** The most height of all rows, in points: of more than eleven each has less. */
    private static final double MOST_HEIGHT = 600;

    private static final List<Ink> SEQUENCE = List.of(
            Theme.BLUE.tint(0.03),
            Theme.BLUE.tint(0.22),
            Theme.BLUE.tint(0.42),
            Theme.BLUE.tint(0.62),
            Theme.BLUE.tint(0.85));
    private static final List<Ink> OPPOSITES = List.of(
            Theme.VERMILLION,
            Theme.VERMILLION.tint(0.45),
            Ink.of("none").tint(0.25),
            Theme.BLUE.tint(0.45),
            Theme.BLUE);

    /** From worse to better in grey, in which two hues cannot part from a middle. */
    private static final List<Ink> OPPOSITES_GREY = List.of(
            Theme.BLUE.tint(0.8), Theme.BLUE.tint(0.6), Theme.BLUE.tint(0.4), Theme.BLUE.tint(0.2), Theme.PAPER);

    static boolean draws(Chart chart) {
        return chart.series().get(0).shape() == Chart.Shape.CELLS;
    }

    /** The height that suits it, in points. */
    static double height(Chart chart) {
        return 110 + Math.min(ROW * chart.y().names().size(), MOST_HEIGHT);
    }

    @Override
    public double height(double width) {
        return height(chart);
    }

    private Chart.Series cells() {
        return chart.series().get(0);
    }

    private List<Chart.Series> all(Chart.Shape shape) {
        return chart.series().stream().filter(series -> series.shape() == shape).toList();
    }

    /** Whether colours part at 0, since high or low values are good. */
    private boolean parts() {
        return !chart.good().isEmpty();
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        Font font = theme.tick();
        double line = 1.4 * font.getSize2D();
        List<String> rows = chart.y().names();
        double side = Math.min(area.getWidth() / 3, Rows.widest(g, theme, rows) + 12);
        double y = area.getY();
        for (String text :
                title.isEmpty() ? List.<String>of() : Labels.twoLines(g, title, theme.title(), area.getWidth())) {
            y += line;
            Labels.draw(g, text, area.getX(), y - line / 2, theme.title(), Theme.INK, Labels.Align.START);
        }
        double right = theme.small() ? 54 : 84;
        Grid grid = new Grid(
                new Rectangle2D.Double(
                        area.getX() + side,
                        y + 1.6 * line,
                        area.getWidth() - side - right,
                        area.getMaxY() - y - 5.2 * line),
                chart.x().names().size(),
                rows.size());
        double[] range = range();
        Labels.draw(g, chart.y().label(), area.getX(), y + 0.7 * line, theme.label(), Theme.INK, Labels.Align.START);
        Labels.draw(g, cells().name(), area.getMaxX(), y + 0.7 * line, font, Theme.MUTED, Labels.Align.END);
        for (int row = 0; row < rows.size(); row += every(rows, 1.2 * font.getSize2D() / grid.height())) {
            List<String> name = Labels.twoLines(g, rows.get(row), font, side - 8);
            Labels.draw(g, name, grid.area.getMinX() - 8, grid.y(row), font, Theme.MUTED, Labels.Align.END);
        }
        List<String> columns = chart.x().names();
        int every = every(columns, (Rows.widest(g, theme, columns) + 8) / grid.width());
        for (int column = 0; column < grid.columns; column += every) {
            List<String> name = Labels.twoLines(g, columns.get(column), font, every * grid.width() - 2);
            Labels.draw(g, name, grid.x(column), grid.area.getMaxY() + line, font, Theme.MUTED, Labels.Align.MIDDLE);
        }
        Labels.draw(
                g,
                Labels.fit(g, chart.x().label(), theme.label(), area.getMaxX() - grid.area.getX()),
                grid.area.getX(),
                grid.area.getMaxY() + 2.6 * line,
                theme.label(),
                Theme.INK,
                Labels.Align.START);
        fill(g, grid, range);
        all(Chart.Shape.CELLS).stream().skip(1).forEach(surface -> contours(g, grid, surface, range));
        all(Chart.Shape.POINTS).forEach(points -> mark(g, grid, points));
        numbers(g, grid, range, font);
        legend(g, grid.area, range, font);
    }

    /** Of how many names one stands, so that numbers have room: where names are words they all stand. */
    private static int every(List<String> names, double cells) {
        boolean numbers = names.stream().flatMapToInt(String::chars).noneMatch(Character::isLetter);
        return numbers ? (int) Math.ceil(Math.max(1, cells)) : 1;
    }

    /** Where cells lie; rows are counted upwards. */
    private record Grid(Rectangle2D area, int columns, int rows) {
        double width() {
            return area.getWidth() / columns;
        }

        double height() {
            return area.getHeight() / rows;
        }

        double x(double column) {
            return area.getMinX() + (column + 0.5) * width();
        }

        double y(double row) {
            return area.getMaxY() - (row + 0.5) * height();
        }

        Rectangle2D cell(Chart.Series series, int i, double inwards) {
            return new Rectangle2D.Double(
                    x(series.x().get(i)) - width() / 2 + inwards,
                    y(series.y().get(i)) - height() / 2 + inwards,
                    width() - 2 * inwards,
                    height() - 2 * inwards);
        }
    }

    private double[] range() {
        double[] values = beside.stream()
                .flatMap(other -> other.series().get(0).low().stream())
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double most = Math.max(Math.abs(low), Math.abs(high));
        double[] range = parts() ? new double[] {-most, most} : new double[] {low, high};
        return range[1] > range[0] ? range : new double[] {low - 0.5, low + 0.5};
    }

    private Color colour(Graphics2D g, double value, double[] range) {
        List<Ink> inks = !parts() ? SEQUENCE : Palette.of(g) == Palette.GREY ? OPPOSITES_GREY : OPPOSITES;
        double share = (value - range[0]) / (range[1] - range[0]);
        double place = (chart.good().equals("low") ? 1 - share : share) * (inks.size() - 1);
        int i = (int) Math.max(0, Math.min(inks.size() - 2, place));
        return Ink.between(inks.get(i).in(g), inks.get(i + 1).in(g), Math.max(0, Math.min(1, place - i)));
    }

    private void fill(Graphics2D g, Grid grid, double[] range) {
        for (int i = 0; i < cells().low().size(); i++) {
            if (Double.isFinite(cells().low().get(i))) {
                g.setPaint(colour(g, cells().low().get(i), range));
                g.fill(grid.cell(cells(), i, GAP / 4));
            }
        }
    }

    /** The value of a cell with half of its interval; where colours part at 0, in brackets where the interval holds it. */
    private String text(int i) {
        double value = cells().low().get(i);
        double half = cells().high().isEmpty() ? Double.NaN : cells().high().get(i);
        if (!Double.isFinite(value)) {
            return "";
        }
        if (parts()) {
            String number = (value > 0 ? "+" : "") + Numbers.label(value);
            return Math.abs(value) > half ? number : "(" + number + ")";
        }
        return within(value, half);
    }

    /** A mean with half of its interval, to the digits that it deserves. */
    static String within(double mean, double halfWidth) {
        int decimals = Numbers.decimals(halfWidth);
        return Numbers.fixed(mean, decimals)
                + (Double.isFinite(halfWidth) ? " ±" + Numbers.fixed(halfWidth, decimals) : "");
    }

    private List<String> lines(Graphics2D g, int i, double width, Font font) {
        List<String> lines = new ArrayList<>(Labels.wrap(g, text(i), font, width));
        for (Chart.Series points : all(Chart.Shape.POINTS)) {
            IntStream.range(0, points.labels().size())
                    .filter(p -> points.x().get(p).equals(cells().x().get(i))
                            && points.y().get(p).equals(cells().y().get(i)))
                    .forEach(p -> lines.addAll(Labels.wrap(g, points.labels().get(p), font, width)));
        }
        return lines;
    }

    private void numbers(Graphics2D g, Grid grid, double[] range, Font font) {
        double width = grid.width() - 3 * FRAME;
        List<List<String>> texts = IntStream.range(0, cells().low().size())
                .mapToObj(i -> lines(g, i, width, font))
                .toList();
        double tall = 1.2 * font.getSize2D();
        if (texts.stream()
                .anyMatch(lines -> lines.size() * tall > grid.height()
                        || lines.stream().anyMatch(text -> Labels.width(g, text, font) > width))) {
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            Color ground = colour(g, cells().low().get(i), range);
            double x = grid.x(cells().x().get(i));
            double y = grid.y(cells().y().get(i)) - tall * (texts.get(i).size() - 1) / 2;
            for (String text : texts.get(i)) {
                double wide = Labels.width(g, text, font) + 6;
                // Contours give way to numbers.
                g.setPaint(ground);
                g.fill(new Rectangle2D.Double(x - wide / 2, y - tall / 2, wide, tall));
                Ink ink = Palette.dark(ground) ? Theme.PAPER : Theme.INK;
                Labels.draw(g, text, x, y, font, ink, Labels.Align.MIDDLE);
                y += tall;
            }
        }
    }

    /** Frames cells, or marks them by a dot in a corner. */
    private void mark(Graphics2D g, Grid grid, Chart.Series points) {
        for (int i = 0; i < points.x().size(); i++) {
            Rectangle2D cell = grid.cell(points, i, FRAME / 2);
            if (points.hue().equals(Chart.Series.MUTED)) {
                Ellipse2D dot = new Ellipse2D.Double(cell.getMaxX() - 12, cell.getMinY() + 4, 8, 8);
                Theme.PAPER.fill(g, dot);
                Theme.INK.draw(g, Theme.line(1.3), dot);
            } else {
                Theme.VERMILLION.draw(g, Theme.line(2.6), cell);
            }
        }
    }

    /** Contours at round values by marching squares between the centres of four neighbouring cells. */
    private void contours(Graphics2D g, Grid grid, Chart.Series surface, double[] range) {
        double[][] values = new double[grid.rows][grid.columns];
        for (int i = 0; i < surface.low().size(); i++) {
            values[surface.y().get(i).intValue()][surface.x().get(i).intValue()] =
                    surface.low().get(i);
        }
        double step = Axes.niceStep(range[1] - range[0], ROUND_VALUES);
        for (double level = Math.ceil(range[0] / step) * step; level < range[1]; level += step) {
            Path2D path = new Path2D.Double();
            for (int row = 0; row + 1 < grid.rows; row++) {
                for (int column = 0; column + 1 < grid.columns; column++) {
                    square(path, grid, values, row, column, level);
                }
            }
            Theme.PAPER.clear(0.6).draw(g, Theme.line(2.4), path);
            Theme.INK.clear(0.8).draw(g, Theme.line(Math.abs(level) < step / 2 && parts() ? 1.6 : 0.7), path);
        }
    }

    /** Joins the crossings of a level with the four sides of a square: two, or at a saddle four in pairs. */
    private static void square(Path2D path, Grid grid, double[][] values, int row, int column, double level) {
        int[][] corners = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
        double[] x = new double[4];
        double[] y = new double[4];
        int found = 0;
        for (int side = 0; side < 4; side++) {
            int[] a = corners[side];
            int[] b = corners[(side + 1) % 4];
            double va = values[row + a[0]][column + a[1]];
            double vb = values[row + b[0]][column + b[1]];
            if (va < level != vb < level) {
                double t = (level - va) / (vb - va);
                x[found] = grid.x(column + a[1] + t * (b[1] - a[1]));
                y[found++] = grid.y(row + a[0] + t * (b[0] - a[0]));
            }
        }
        for (int i = 0; i + 1 < found; i += 2) {
            path.append(new Line2D.Double(x[i], y[i], x[i + 1], y[i + 1]), false);
        }
    }

    private void legend(Graphics2D g, Rectangle2D cells, double[] range, Font font) {
        double left = cells.getMaxX() + 14;
        double height = cells.getHeight();
        for (int i = 0; i < SLICES; i++) {
            g.setPaint(colour(g, range[1] - (i + 0.5) / SLICES * (range[1] - range[0]), range));
            g.fill(new Rectangle2D.Double(left, cells.getY() + height * i / SLICES, 12, height / SLICES + 0.5));
        }
        double step = Axes.niceStep(range[1] - range[0], ROUND_VALUES);
        for (double level = Math.ceil(range[0] / step) * step; level <= range[1]; level += step) {
            double y = cells.getY() + height * (range[1] - level) / (range[1] - range[0]);
            Theme.AXIS.draw(g, Theme.line(0.8), new Line2D.Double(left + 12, y, left + 16, y));
            String text = Numbers.label(Math.rint(level / step * 1e6) / 1e6 * step);
            Labels.draw(g, text, left + 19, y, font, Theme.MUTED, Labels.Align.START);
        }
    }
}
