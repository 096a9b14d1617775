package org.tumen.chart.batch;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tumen.analysis.WeeklyBands;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;

/**
 * An index over time: median, 50 % and 90 % bands, a few single runs.
 *
 * @param title above the plot; may be empty
 * @param label of the vertical axis
 * @param bands the quantiles by week
 * @param samples single runs by week
 * @param start the first day of week 0
 * @param colour of the bands
 * @param range of the vertical axis: from, to
 * @param levels values to mark with a line
 */
record FanPanel(
        String title,
        String label,
        WeeklyBands bands,
        double[][] samples,
        LocalDate start,
        Ink colour,
        double[] range,
        List<Level> levels)
        implements Panel {

    /** A reference line. */
    record Level(double value, String text) {}

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        int weeks = bands.weeks();
        double[] time = Axes.endsOfWeeks(start, weeks);
        Plot plot = new Plot(
                        theme,
                        Axes.dates(theme, start, weeks, theme.small() ? 4 : 7),
                        Axes.number(theme, label, range[0], range[1], theme.small() ? 4 : 6))
                .title(title)
                .right(theme.small() ? 42 : 64);
        plot.weeksAbove(weeks);
        plot.add(Marks.band(time, bands.at(5), bands.at(95), Theme.tint(colour, 0.20)));
        plot.add(Marks.band(time, bands.at(25), bands.at(75), Theme.tint(colour, 0.45)));
        for (double[] sample : samples) {
            plot.add(Marks.line(time, sample, Theme.clear(Theme.INK, 0.42), Theme.line(theme.small() ? 0.45 : 0.6)));
        }
        plot.add(Marks.line(time, bands.at(50), Theme.PAPER, Theme.line(theme.small() ? 3 : 4)));
        plot.add(Marks.line(time, bands.at(50), colour.darker(), Theme.line(theme.small() ? 1.7 : 2.3)));
        for (Level level : levels) {
            plot.add(Marks.level(level.value, Theme.INK, Theme.dashed(0.9)));
            plot.over((h, f) -> Labels.draw(
                    h,
                    level.text,
                    f.area().getMinX() + 5,
                    f.y(level.value) - 7,
                    theme.tick(),
                    Theme.INK,
                    Labels.Align.START));
        }
        plot.over(Labels.column(beside(weeks), theme.tick()));
        plot.draw(g, area);
    }

    private List<Labels.Beside> beside(int weeks) {
        List<Labels.Beside> labels = new ArrayList<>();
        for (int level : WeeklyBands.LEVELS) {
            double last = bands.at(level)[weeks - 1];
            boolean median = level == 50;
            labels.add(
                    new Labels.Beside(last, median ? "median" : level + " %", median ? colour.darker() : Theme.MUTED));
        }
        return labels;
    }
}
