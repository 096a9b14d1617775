package org.tumen.chart.batch;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import org.tumen.analysis.StageShares;
import org.tumen.chart.Axes;
import org.tumen.chart.Frame;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;
import org.tumen.world.Stage;

/** The shares of the stages of the deal over time, stacked, each labelled at its end. */
record StagePanel(String title, StageShares stages, LocalDate start) implements Panel {
    /** From the bottom: the further the deal, the lower and the stronger. */
    private static final List<Stage> ORDER = List.of(Stage.SHIPPING, Stage.AGREED, Stage.TALKS, Stage.NONE);

    private static Ink colour(Stage stage) {
        return switch (stage) {
            case SHIPPING -> Theme.tint(Theme.VERMILLION, 0.85);
            case AGREED -> Theme.tint(Theme.ORANGE, 0.85);
            case TALKS -> Theme.tint(Theme.SKY, 0.7);
            case NONE -> Theme.tint(Theme.PALE, 0.6);
        };
    }

    private static String name(Stage stage) {
        return stage == Stage.NONE ? "no deal" : stage.key();
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        int weeks = stages.weeks();
        double[] time = Axes.endsOfWeeks(start, weeks);
        Plot plot = new Plot(
                        theme,
                        Axes.dates(theme, start, weeks, theme.small() ? 4 : 7),
                        Axes.percent(theme, "runs, %", 0, 1, 5))
                .title(title)
                .right(theme.small() ? 56 : 76)
                .noGrid();
        plot.weeksAbove(weeks);
        double[][] edges = edges(weeks);
        for (int i = 0; i < ORDER.size(); i++) {
            plot.add(Marks.band(time, edges[i], edges[i + 1], colour(ORDER.get(i))));
        }
        for (int i = 1; i < ORDER.size(); i++) {
            plot.add(Marks.line(time, edges[i], Theme.PAPER, Theme.line(0.9)));
        }
        plot.over((h, f) -> label(h, f, time, edges, theme));
        plot.draw(g, area);
    }

    private double[][] edges(int weeks) {
        double[][] edges = new double[ORDER.size() + 1][weeks];
        for (int i = 0; i < ORDER.size(); i++) {
            double[] share = stages.of(ORDER.get(i));
            for (int week = 0; week < weeks; week++) {
                edges[i + 1][week] = Math.min(1, edges[i][week] + share[week]);
            }
        }
        return edges;
    }

    /** In the margin, with a line to the end of the band. */
    private void label(Graphics2D g, Frame f, double[] time, double[][] edges, Theme theme) {
        double size = theme.label().getSize2D();
        int last = time.length - 1;
        double[] wanted = new double[ORDER.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = f.y((edges[i][last] + edges[i + 1][last]) / 2);
        }
        // Places ascend from the top, stages from the bottom.
        double[] reversed = reversed(wanted);
        double[] places = reversed(Labels.apart(
                reversed, size * 1.25, f.area().getMinY() + size / 2, f.area().getMaxY() - size / 2));
        for (int i = 0; i < wanted.length; i++) {
            double x = f.area().getMaxX();
            g.setPaint(colour(ORDER.get(i)).darker().in(g));
            g.setStroke(Theme.line(1));
            g.draw(new Line2D.Double(x + 1, wanted[i], x + 8, places[i]));
            g.fill(new Rectangle2D.Double(x + 8, places[i] - 3.5, 3, 7));
            Labels.draw(g, name(ORDER.get(i)), x + 14, places[i], theme.tick(), Theme.INK, Labels.Align.START);
        }
    }

    private static double[] reversed(double[] values) {
        double[] turned = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i] = values[values.length - 1 - i];
        }
        return turned;
    }
}
