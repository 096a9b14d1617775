package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tumen.analysis.KaplanMeier;
import org.tumen.words.Numbers;

/**
 * Kaplan–Meier curves of the runs without a crisis, with their pointwise bands and the number at risk below the axis.
 *
 * @param title above the plot; may be empty
 * @param arms the curves
 * @param weeks the horizon
 */
public record SurvivalPanel(String title, List<Arm> arms, int weeks) implements Panel {
    /**
     * One curve.
     *
     * @param name its name; empty for none
     * @param curve the estimate
     */
    public record Arm(String name, KaplanMeier curve) {}

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double row = theme.tick().getSize2D() * 1.35;
        double widest = arms.stream()
                .mapToDouble(a -> Labels.width(g, ending(a), theme.tick()))
                .max()
                .orElse(0);
        Plot plot = new Plot(
                        theme,
                        Axes.weeks(theme, "weeks since the start", weeks, ticks(area.getWidth() - widest)),
                        Axes.percent(theme, "runs without a crisis, %", floor(), 1, theme.small() ? 4 : 5))
                .title(title)
                .right(widest + 10)
                .left(theme.small() ? 44 : 76)
                .bottom(theme.small() ? 0 : row * (arms.size() + 1) + 6);
        double weight = Palette.of(g).band(arms.size());
        for (int i = 0; i < arms.size(); i++) {
            Curve c = Curve.of(arms.get(i).curve, weeks);
            plot.add(Marks.stepBand(c.x, c.lower, c.upper, Theme.series(i).clear(0.22 * weight)));
        }
        List<Labels.Beside> beside = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            curve(plot, arms.get(i), Theme.series(i), theme);
            double end = arms.get(i).curve.survivalAt(weeks);
            beside.add(
                    new Labels.Beside(end, ending(arms.get(i)), Theme.series(i).darker()));
        }
        plot.over(Labels.column(beside, theme.tick()));
        if (!theme.small()) {
            plot.over((h, f) -> atRisk(h, f, row, theme));
        }
        plot.draw(g, area);
    }

    /** As many ticks as have room. */
    private static int ticks(double width) {
        return (int) Math.max(3, Math.min(7, (width - 44) / 40));
    }

    private void curve(Plot plot, Arm arm, Ink colour, Theme theme) {
        Curve c = Curve.of(arm.curve, weeks);
        plot.add(Marks.steps(c.x, c.y, colour, Theme.line(theme.small() ? 1.5 : 1.9)));
        arm.curve
                .median()
                .ifPresent(m -> plot.add(Marks.segment(0, 0.5, m, 0.5, Theme.MUTED, Theme.dashed(0.9)))
                        .add(Marks.segment(m, floor(), m, 0.5, colour, Theme.dashed(0.9))));
    }

    /** Where the vertical axis begins: at 0, or at a multiple of 5 % when no curve falls to one half. */
    private double floor() {
        double least =
                arms.stream().mapToDouble(a -> a.curve.survivalAt(weeks)).min().orElse(0);
        return least > 0.5 ? Math.floor((least - 0.01) * 20) / 20 : 0;
    }

    /** Whether the vertical axis begins above 0, which a caption ought to say. */
    public boolean cut() {
        return floor() > 0;
    }

    private String ending(Arm arm) {
        String share = Numbers.percent(arm.curve.survivalAt(weeks));
        return arm.name.isEmpty() ? share : arm.name + " " + share;
    }

    private void atRisk(Graphics2D g, Frame f, double row, Theme theme) {
        int step = Axes.weekStep(weeks, 7);
        double y = f.area().getMaxY() + 42;
        double left = f.area().getMinX() - 76;
        Labels.draw(g, "Runs at risk", left, y, theme.tick(), Theme.MUTED, Labels.Align.START);
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            double line = y + (i + 1) * row;
            String name = Labels.fit(g, arm.name, theme.tick(), 58);
            Labels.draw(g, name, left, line, theme.tick(), Theme.series(i).darker(), Labels.Align.START);
            for (int week = 0; week <= weeks; week += step) {
                String n = Numbers.count(arm.curve.atRiskAt(week));
                Labels.draw(g, n, f.x(week), line, theme.tick(), Theme.INK, Labels.Align.MIDDLE);
            }
        }
    }

    /** The curve from week 0 at 100 % on to the horizon. */
    private record Curve(double[] x, double[] y, double[] lower, double[] upper) {
        static Curve of(KaplanMeier km, double weeks) {
            int n = km.time().length;
            return new Curve(
                    extended(km.time(), 0, weeks),
                    extended(km.survival(), 1, n == 0 ? 1 : km.survival()[n - 1]),
                    extended(held(km.lower(), 0), 1, n == 0 ? 1 : held(km.lower(), 0)[n - 1]),
                    extended(held(km.upper(), 0), 1, n == 0 ? 1 : held(km.upper(), 0)[n - 1]));
        }

        private static double[] extended(double[] values, double first, double last) {
            double[] more = new double[values.length + 2];
            more[0] = first;
            System.arraycopy(values, 0, more, 1, values.length);
            more[more.length - 1] = last;
            return more;
        }

        /** The band has no ends where nobody is left; it closes on the curve there. */
        private static double[] held(double[] values, double instead) {
            double[] held = values.clone();
            for (int i = 0; i < held.length; i++) {
                held[i] = Double.isNaN(held[i]) ? instead : held[i];
            }
            return held;
        }
    }
}
