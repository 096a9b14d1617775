package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Upright bars with an expected height and the range around it within which chance alone would keep them: histograms of
 * probability integral transforms and of ranks.
 *
 * @param title above the plot; may be empty
 * @param horizontal the label of the horizontal axis
 * @param vertical the label of the vertical axis
 * @param edges the edges of the bars
 * @param heights the heights, one fewer than edges
 * @param expected the expected height; NaN for none
 * @param low the lower end of the range of chance
 * @param high the upper end of the range of chance
 * @param intervals for each bar an interval of its own; null for none
 */
public record BarsWithIntervals(
        String title,
        String horizontal,
        String vertical,
        double[] edges,
        double[] heights,
        double expected,
        double low,
        double high,
        double @Nullable [][] intervals)
        implements Panel {

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double top = Arrays.stream(heights).max().orElse(1);
        top = Double.isNaN(expected) ? top : Math.max(top, high);
        if (intervals != null) {
            top = Math.max(
                    top, Arrays.stream(intervals).mapToDouble(i -> i[1]).max().orElse(0));
        }
        Plot plot = new Plot(
                        theme,
                        Axes.number(theme, horizontal, edges[0], edges[edges.length - 1], theme.small() ? 5 : 10),
                        Axes.number(theme, vertical, 0, top * 1.08, theme.small() ? 4 : 6))
                .title(title);
        plot.add(Marks.bars(edges, heights, Theme.tint(Theme.SKY, 0.75), 2));
        if (!Double.isNaN(expected)) {
            plot.add(Marks.box(edges[0], edges[edges.length - 1], low, high, Theme.clear(Theme.INK, 0.12)));
            plot.add(Marks.level(expected, Theme.INK, Theme.dashed(1)));
        }
        for (int i = 0; intervals != null && i < intervals.length; i++) {
            double x = (edges[i] + edges[i + 1]) / 2;
            plot.add(Marks.segment(x, intervals[i][0], x, intervals[i][1], Theme.INK, Theme.line(1.2)));
        }
        plot.draw(g, area);
    }
}
