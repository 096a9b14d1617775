package org.tumen.chart.batch;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.tumen.chart.Axes;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;
import org.tumen.words.Numbers;

/** A share of runs as a bar out of all runs. */
record SharePanel(String title, double share, double standardError) implements Panel {
    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        Plot plot = new Plot(theme, Axes.percent(theme, "runs, %", 0, 1, 5), Axes.rows(theme, 0, 1))
                .title(title)
                .verticalGrid();
        plot.add(Marks.box(0, 1, 0.3, 0.7, Theme.tint(Theme.PALE, 0.45)));
        plot.add(Marks.box(0, share, 0.3, 0.7, Theme.tint(Theme.SKY, 0.8)));
        plot.over(Labels.at(0, 0.3, 2, -9, text(), theme.label(), Theme.INK, Labels.Align.START));
        plot.draw(g, area);
    }

    private String text() {
        String yes = Numbers.percent(share) + " of runs";
        return Double.isNaN(standardError) || standardError == 0
                ? yes
                : yes + " (standard error " + Numbers.percent(standardError) + ")";
    }
}
