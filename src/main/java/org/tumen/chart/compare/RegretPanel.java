package org.tumen.chart.compare;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Legend;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;
import org.tumen.words.Numbers;

/**
 * The regret of each arm in each world: a row an arm, the least largest regret at the top; a dot a world; the largest of a
 * row in a ring, with its value and world beside it.
 *
 * @param axis the label of the horizontal axis, with its unit
 * @param table the regrets
 */
record RegretPanel(String axis, RegretTable table) implements Panel {
    /** Worlds beyond so many have no colour of their own. */
    private static final int COLOURS = 7;

    private static final double ROW = 30;
    private static final double LANES = 0.56;

    /** The height that suits the rows, title, legend and caption, in points. */
    int height() {
        return (int) (190 + ROW * table.arms().size());
    }

    private boolean coloured() {
        return table.worlds().size() <= COLOURS;
    }

    private Ink colour(int world) {
        return coloured() ? Theme.series(world) : Theme.AXIS;
    }

    /** The arms from the top. */
    private List<Integer> order() {
        return IntStream.range(0, table.arms().size())
                .boxed()
                .sorted(Comparator.comparing(table.largestRegrets()::get))
                .toList();
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double most = table.largestRegrets().stream().mapToDouble(v -> v).max().orElse(0);
        double room = most > 0 ? 0.04 * most : 0.5;
        double names = 24
                + table.arms().stream()
                        .mapToDouble(a -> Labels.width(g, a, theme.title()))
                        .max()
                        .orElse(0);
        double left = Math.min(0.3 * area.getWidth(), names);
        double top = 0;
        if (coloured()) {
            Legend legend = new Legend(table.worlds(), this::colour, theme);
            legend.draw(g, area.getX(), area.getY(), area.getWidth());
            top = legend.height(g, area.getWidth()) + 6;
        }
        int rows = table.arms().size();
        Plot plot = new Plot(
                        theme,
                        Axes.number(theme, axis, -room, most + room, theme.small() ? 5 : 8),
                        Axes.rows(theme, -0.6, rows - 0.4))
                .verticalGrid()
                .left(left)
                .right(right(area.getWidth()));
        plot.add(Marks.segment(0, -0.6, 0, rows - 0.4, Theme.INK, Theme.line(1)));
        List<Integer> order = order();
        for (int row = 0; row < rows; row++) {
            row(plot, order.get(row), row, theme, left, Math.min(160, right(area.getWidth()) - 10));
        }
        plot.draw(g, new Rectangle2D.Double(area.getX(), area.getY() + top, area.getWidth(), area.getHeight() - top));
    }

    /** The room beside the plot; a narrow one gives more of itself to the names of worlds. */
    private static double right(double width) {
        return width < 480 ? 0.4 * width : Math.min(0.26 * width, 180);
    }

    @Override
    public double height(double width) {
        return 90 + ROW * table.arms().size();
    }

    private void row(Plot plot, int arm, int row, Theme theme, double left, double width) {
        double largest = table.largestRegrets().get(arm);
        plot.add(Marks.segment(0, row, largest, row, Theme.GRID, Theme.line(ROW * LANES * 0.9)));
        List<String> where = new ArrayList<>();
        int worlds = table.worlds().size();
        for (int world = 0; world < worlds; world++) {
            double regret = table.regrets().get(world).get(arm);
            double y = row + (worlds > 1 ? LANES * (world / (worlds - 1.0) - 0.5) : 0);
            if (regret == largest && largest > 0) {
                where.add(table.worlds().get(world));
                plot.add(Marks.dot(regret, y, 11, Theme.INK));
            }
            plot.add(Marks.dot(regret, y, 6, colour(world)));
        }
        boolean least = table.minimaxRegret().contains(table.arms().get(arm));
        var font = least ? theme.title() : theme.label();
        String told = Numbers.fixed(largest, decimals()) + (where.isEmpty() ? "" : " in " + String.join(", ", where));
        plot.over((g, f) -> {
            String name = Labels.fit(g, table.arms().get(arm), font, left - 14);
            Labels.draw(g, name, f.area().getMinX() - 10, f.y(row), font, Theme.INK, Labels.Align.END);
            String text = Labels.fit(g, told, theme.tick(), width);
            Labels.draw(g, text, f.area().getMaxX() + 10, f.y(row), theme.tick(), Theme.INK, Labels.Align.START);
        });
    }

    /** As many decimals for all numbers, so that they compare. */
    private int decimals() {
        double most = table.largestRegrets().stream().mapToDouble(v -> v).max().orElse(0);
        return most >= 100 ? 0 : most >= 20 ? 1 : most >= 0.1 ? 2 : most > 0 ? 3 : 0;
    }
}
