package org.tumen.console;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;

/**
 * Draws stability and tension by week. MASON's own charts need a JFreeChart of its time, which the program does not carry.
 */
final class SeriesPortrayal extends FieldPortrayal2D {
    private static final int TOP_INDEX = 100;
    private static final int INDEX_STEP = 20;
    private static final double LEFT = 0.06;
    private static final double RIGHT = 0.985;
    private static final double TOP = 0.13;
    private static final double BOTTOM = 0.84;

    private final Series series;

    SeriesPortrayal(Series series) {
        this.series = series;
    }

    @Override
    public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
        int weeks = series.stability.length - 1;
        if (weeks < 1) {
            return;
        }
        Colours.smooth(graphics);
        Frame frame = new Frame(info, weeks);
        graphics.setFont(Colours.font(Font.PLAIN, 0.054 * info.draw.height));
        grid(graphics, frame);
        curve(graphics, frame, series.stability, Colours.BLUE);
        curve(graphics, frame, series.tension, Colours.VERMILLION);
        int last = series.known - 1;
        key(graphics, frame, 0, "stability", series.stability[last], Colours.BLUE);
        key(graphics, frame, 1, "tension", series.tension[last], Colours.VERMILLION);
    }

    /** Where weeks and indices lie on the display. */
    private record Frame(DrawInfo2D info, int weeks) {
        public double x(double week) {
            return info.draw.x + info.draw.width * (LEFT + (RIGHT - LEFT) * week / weeks);
        }

        public double y(double index) {
            return info.draw.y + info.draw.height * (BOTTOM - (BOTTOM - TOP) * index / TOP_INDEX);
        }
    }

    private static void grid(Graphics2D graphics, Frame frame) {
        graphics.setStroke(Colours.line(1));
        double line = graphics.getFontMetrics().getAscent();
        for (int index = 0; index <= TOP_INDEX; index += INDEX_STEP) {
            graphics.setColor(Colours.GRID);
            graphics.draw(new Line2D.Double(frame.x(0), frame.y(index), frame.x(frame.weeks()), frame.y(index)));
            ConsoleLabels.centred(
                    graphics,
                    String.valueOf(index),
                    frame.x(0) - 1.6 * line,
                    frame.y(index) + line / 2.5,
                    Colours.MUTED);
        }
        int step = frame.weeks() > 260 ? 52 : frame.weeks() > 60 ? 26 : Math.max(1, frame.weeks() / 6);
        for (int week = 0; week <= frame.weeks(); week += step) {
            ConsoleLabels.centred(
                    graphics, String.valueOf(week), frame.x(week), frame.y(0) + 1.5 * line, Colours.MUTED);
        }
        ConsoleLabels.centred(
                graphics, "weeks passed", frame.x(frame.weeks() / 2.0), frame.y(0) + 2.9 * line, Colours.MUTED);
    }

    private void curve(Graphics2D graphics, Frame frame, double[] values, Color colour) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < series.known; i++) {
            if (i == 0) {
                path.moveTo(frame.x(i), frame.y(values[i]));
            } else {
                path.lineTo(frame.x(i), frame.y(values[i]));
            }
        }
        graphics.setColor(colour);
        graphics.setStroke(Colours.line(0.009 * frame.info().draw.height));
        graphics.draw(path);
    }

    private static void key(Graphics2D graphics, Frame frame, int place, String name, double value, Color colour) {
        double x = frame.x(0) + place * 0.22 * frame.info().draw.width;
        double y = frame.y(TOP_INDEX) - 0.05 * frame.info().draw.height;
        double line = 0.03 * frame.info().draw.width;
        graphics.setColor(colour);
        graphics.setStroke(Colours.line(0.012 * frame.info().draw.height));
        double middle = y - graphics.getFontMetrics().getAscent() / 3.0;
        graphics.draw(new Line2D.Double(x, middle, x + line, middle));
        ConsoleLabels.left(
                graphics, String.format(Locale.ROOT, "%s %.1f", name, value), x + 1.3 * line, y, Colours.INK);
    }
}
