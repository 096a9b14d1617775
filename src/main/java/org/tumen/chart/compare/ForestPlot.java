package org.tumen.chart.compare;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;
import org.tumen.words.Numbers;

/**
 * Estimates with intervals, one a row, against a reference.
 *
 * @param axis the label of the horizontal axis, with its unit
 * @param reference the value of no effect
 * @param rows from the top
 */
public record ForestPlot(String axis, double reference, List<Row> rows) implements Panel {
    /**
     * One row.
     *
     * @param name what is estimated
     * @param estimate the estimate
     * @param low the lower end of the interval
     * @param high the upper end
     * @param remark the text at the right end; where empty, the numbers
     */
    public record Row(String name, double estimate, double low, double high, String remark) {}

    /** The height that suits the rows, title and caption, in points. */
    public int height() {
        return (int) (150 + 25.0 * rows.size());
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double low = rows.stream().mapToDouble(Row::low).min().orElse(reference);

        double high = rows.stream().mapToDouble(Row::high).max().orElse(reference);

        low = Math.min(low, reference);
        high = Math.max(high, reference);
        double room = 0.05 * Math.max(high - low, 1e-9);
        double left = theme.small()
                ? Math.min(0.32 * area.getWidth(), 14 + widest(g, theme, Row::name))
                : Math.min(0.32 * area.getWidth(), 210);
        double right = theme.small() ? 12 + widest(g, theme, this::told) : Math.min(0.24 * area.getWidth(), 150);
        Plot plot = new Plot(
                        theme,
                        Axes.number(
                                theme,
                                axis,
                                low - room,
                                high + room,
                                theme.small() ? (int) Math.max(2, (area.getWidth() - left - right) / 45) : 8),
                        Axes.rows(theme, -0.7, rows.size() - 0.3))
                .verticalGrid()
                .left(left)
                .right(right);
        plot.add(Marks.segment(reference, -0.7, reference, rows.size(), Theme.INK, Theme.line(1)));
        for (int i = 0; i < rows.size(); i++) {
            row(plot, rows.get(i), i, theme, left);
        }
        plot.draw(g, area);
    }

    private void row(Plot plot, Row row, int place, Theme theme, double left) {
        Ink colour = row.low > reference ? Theme.BLUE : row.high < reference ? Theme.VERMILLION : Theme.MUTED;
        plot.add(Marks.segment(row.low, place, row.high, place, colour, Theme.line(2)));
        plot.add(Marks.dots(new double[] {row.estimate}, new double[] {place}, 7.5, colour));
        String numbers = told(row);
        plot.over((g, f) -> {
            var name = Labels.twoLines(g, row.name, theme.tick(), left - 12);
            Labels.draw(g, name, f.area().getMinX() - 10, f.y(place), theme.tick(), Theme.INK, Labels.Align.END);
            Labels.draw(g, numbers, f.area().getMaxX() + 8, f.y(place), theme.tick(), Theme.INK, Labels.Align.START);
        });
    }

    private double widest(Graphics2D g, Theme theme, Function<Row, String> text) {
        return rows.stream()
                .mapToDouble(r -> Labels.width(g, text.apply(r), theme.tick()))
                .max()
                .orElse(0);
    }

    private String told(Row row) {
        return row.remark.isEmpty() ? numbers(row.estimate, row.low, row.high) : row.remark;
    }

    @Override
    public double height(double width) {
        return 50 + 22.0 * rows.size();
    }

    /** All numbers of a plot with as many decimals, so that they compare. */
    private String numbers(double estimate, double low, double high) {
        double most = rows.stream()
                .mapToDouble(r -> Math.max(Math.abs(r.low), Math.abs(r.high)))
                .max()
                .orElse(1);
        int decimals = most >= 100 ? 0 : most >= 20 ? 1 : most >= 0.1 ? 2 : 3;
        return Numbers.fixed(estimate, decimals) + " (" + Numbers.fixed(low, decimals) + " to "
                + Numbers.fixed(high, decimals) + ")";
    }
}
