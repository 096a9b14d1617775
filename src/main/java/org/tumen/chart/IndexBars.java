package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Named values as lying bars with intervals and, where there is one, a mark of the value that noise alone would give.
 *
 * @param horizontal the label of the axis, with its unit
 * @param bars the bars from the top
 */
public record IndexBars(String horizontal, List<Bar> bars) implements Panel {
    private static final double THICK = 0.34;
    private static final double NAMES = 0.34;
    private static final double NAMES_SMALL = 0.42;

    /**
     * A bar.
     *
     * @param name its name
     * @param value where it ends
     * @param low the lower end of its interval
     * @param high the upper end
     * @param floor what noise alone would give; 0 for no mark
     * @param clear whether it stands out of the noise; others are grey
     */
    public record Bar(String name, double value, double low, double high, double floor, boolean clear) {}

    /** @throws IllegalArgumentException when there is no bar */
    public IndexBars {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("there must be a bar");
        }
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double left = Math.min(
                0, bars.stream().mapToDouble(b -> finite(b.low, b.value)).min().orElse(0));
        double right = Math.max(
                bars.stream().mapToDouble(b -> finite(b.high, b.value)).max().orElse(1),
                bars.stream().mapToDouble(Bar::floor).max().orElse(0));
        double room = 0.04 * Math.max(right - left, 1e-9);
        double names = Math.min(
                (theme.small() ? NAMES_SMALL : NAMES) * area.getWidth(),
                24
                        + bars.stream()
                                .mapToDouble(b -> Labels.width(g, b.name, theme.tick()))
                                .max()
                                .orElse(0));
        Plot plot = new Plot(
                        theme,
                        Axes.number(
                                theme, horizontal, left - (left < 0 ? room : 0), right + room, theme.small() ? 5 : 8),
                        Axes.rows(theme, -0.6, bars.size() - 0.4))
                .verticalGrid()
                .left(names);
        plot.add(Marks.segment(0, -0.6, 0, bars.size() - 0.4, Theme.AXIS, Theme.line(1)));
        for (int i = 0; i < bars.size(); i++) {
            marks(plot, bars.get(i), i);
        }
        plot.over((h, f) -> {
            for (int i = 0; i < bars.size(); i++) {
                List<String> lines = Labels.twoLines(h, bars.get(i).name, theme.tick(), names - 14);
                Labels.draw(h, lines, f.area().getMinX() - 8, f.y(i), theme.tick(), Theme.INK, Labels.Align.END);
            }
        });
        plot.draw(g, area);
    }

    @Override
    public double height(double width) {
        return 50 + 22.0 * bars.size();
    }

    private static void marks(Plot plot, Bar bar, int row) {
        Ink colour = bar.clear ? Theme.BLUE : Theme.AXIS;
        plot.add(Marks.box(
                Math.min(0, bar.value), Math.max(0, bar.value), row - THICK, row + THICK, Theme.tint(colour, 0.45)));
        plot.add(Marks.segment(
                finite(bar.low, bar.value), row, finite(bar.high, bar.value), row, colour, Theme.line(1.8)));
        plot.add(Marks.dot(bar.value, row, 6, colour));
        if (bar.floor > 0) {
            plot.add(Marks.segment(bar.floor, row - THICK, bar.floor, row + THICK, Theme.VERMILLION, Theme.line(1.8)));
        }
    }

    private static double finite(double value, double other) {
        return Double.isFinite(value) ? value : other;
    }
}
