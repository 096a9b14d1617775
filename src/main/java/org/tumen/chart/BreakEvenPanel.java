package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.analysis.Density;
import org.tumen.analysis.value.BreakEven;
import org.tumen.analysis.value.BreakEvens;
import org.tumen.analysis.value.DifferenceCurve;
import org.tumen.words.Numbers;

/**
 * The expected difference against a parameter with its band, the line of no difference, the break-even values with their
 * intervals, and beneath on the same axis the prior.
 *
 * @param breakEvens the curve and where it changes its sign
 * @param vertical the label of the difference, with its unit
 * @param better 1 where a positive difference is better, −1 where it is worse
 */
public record BreakEvenPanel(BreakEvens breakEvens, String vertical, int better) implements Panel {
    private static final double UPPER = 0.74;
    private static final double LEFT = 62;

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double height = UPPER * area.getHeight();
        difference(theme).draw(g, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), height));
        prior(theme)
                .draw(
                        g,
                        new Rectangle2D.Double(
                                area.getX(), area.getY() + height, area.getWidth(), area.getHeight() - height));
    }

    private Plot difference(Theme theme) {
        DifferenceCurve curve = breakEvens.curve();
        double[] x = curve.x();
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            low[i] = curve.difference()[i] - 1.96 * curve.error()[i];
            high[i] = curve.difference()[i] + 1.96 * curve.error()[i];
        }
        double least = Math.min(0, Arrays.stream(low).min().orElse(0));
        double most = Math.max(0, Arrays.stream(high).max().orElse(0));
        double room = 0.1 * Math.max(most - least, 1e-9);
        var across = Axes.number(theme, "", x[0], x[x.length - 1], theme.small() ? 5 : 8);
        across.setTickLabelsVisible(false);
        across.setLabel(null);
        Plot plot = new Plot(theme, across, Axes.number(theme, vertical, least - room, most + room, 6)).left(LEFT);
        for (int sign = -1; sign <= 1; sign += 2) {
            plot.add(Marks.band(
                    x,
                    beyond(curve.difference(), sign),
                    new double[x.length],
                    colour(sign).tint(0.16)));
        }
        plot.add(Marks.band(x, low, high, Theme.MUTED.clear(0.28)));
        plot.add(Marks.level(0, Theme.INK, Theme.line(1)));
        plot.add(Marks.line(x, curve.difference(), Theme.INK, Theme.line(2)));
        List<String> texts = new ArrayList<>();
        for (BreakEven value : breakEvens.values()) {
            plot.add(Marks.segment(value.low(), 0, value.high(), 0, Theme.INK, Theme.line(5)));
            plot.add(Marks.upright(value.value(), 1, Theme.MUTED, Theme.dashed(1)));
            plot.add(Marks.dot(value.value(), 0, 9, Theme.INK));
            texts.add(text(value));
        }
        for (int i = 0; i < texts.size(); i++) {
            BreakEven value = breakEvens.values().get(i);
            boolean late = value.value() > x[0] + 0.6 * (x[x.length - 1] - x[0]);
            double up = 14 + 14 * i;
            plot.over(label(value.value(), late, up, texts.get(i), theme));
        }
        return plot;
    }

    private static Mark label(double x, boolean late, double up, String text, Theme theme) {
        return (g, f) -> Labels.draw(
                g,
                text,
                f.x(x) + (late ? -6 : 6),
                f.area().getMinY() + up,
                theme.tick(),
                Theme.INK,
                late ? Labels.Align.END : Labels.Align.START);
    }

    private static String text(BreakEven value) {
        String interval = value.openBelow() && value.openAbove()
                ? "anywhere"
                : value.openBelow()
                        ? "at most " + Numbers.label(value.high())
                        : value.openAbove()
                                ? "at least " + Numbers.label(value.low())
                                : Numbers.label(value.low()) + " to " + Numbers.label(value.high());
        return "break-even " + Numbers.label(value.value()) + " (" + interval + ")";
    }

    private Ink colour(int sign) {
        return sign == better ? Theme.BLUE : Theme.VERMILLION;
    }

    private static double[] beyond(double[] values, int sign) {
        return Arrays.stream(values).map(v -> v * sign > 0 ? v : 0).toArray();
    }

    /** The density of the draws, coloured by the sign of the difference there. */
    private Plot prior(Theme theme) {
        DifferenceCurve curve = breakEvens.curve();
        double from = curve.x()[0];
        double to = curve.x()[curve.x().length - 1];
        double[] draws = breakEvens.quantity().columns().get(0);
        Density density = Density.of(
                        draws,
                        Arrays.stream(draws).min().orElse(from),
                        Arrays.stream(draws).max().orElse(to))
                .orElseThrow();
        double most = Arrays.stream(density.y()).max().orElse(1);
        var up = Axes.number(theme, "prior", 0, 1.08 * most, 2);
        up.setTickLabelsVisible(false);
        up.setTickMarksVisible(false);
        Plot plot = new Plot(
                        theme, Axes.number(theme, breakEvens.quantity().label(), from, to, theme.small() ? 5 : 8), up)
                .left(LEFT)
                .noGrid();
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] part = new double[density.x().length];
            for (int i = 0; i < part.length; i++) {
                part[i] = at(curve, density.x()[i]) * sign > 0 ? density.y()[i] : 0;
            }
            plot.add(Marks.band(
                    density.x(), new double[part.length], part, colour(sign).tint(0.45)));
        }
        breakEvens.values().forEach(v -> plot.add(Marks.upright(v.value(), 1, Theme.MUTED, Theme.dashed(1))));
        return plot;
    }

    private static double at(DifferenceCurve curve, double x) {
        double[] grid = curve.x();
        double place = (x - grid[0]) / (grid[grid.length - 1] - grid[0]) * (grid.length - 1);
        return curve.difference()[(int) Math.max(0, Math.min(grid.length - 1, Math.round(place)))];
    }
}
