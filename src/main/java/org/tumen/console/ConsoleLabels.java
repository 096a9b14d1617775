package org.tumen.console;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Writes on the displays. */
final class ConsoleLabels {
    private static final Color PAPER = new Color(255, 255, 255, 225);

    private ConsoleLabels() {}

    /** Writes a text with its middle at x and its baseline at y. */
    static void centred(Graphics2D graphics, String text, double x, double y, Color colour) {
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.setColor(colour);
        graphics.drawString(text, (float) (x - width / 2), (float) y);
    }

    /** Writes a text on a ground that hides what lies below, its centre at a point. */
    static void onGround(Graphics2D graphics, String text, double x, double y, Color colour) {
        FontMetrics metrics = graphics.getFontMetrics();
        double width = metrics.stringWidth(text);
        double height = metrics.getAscent() + metrics.getDescent();
        graphics.setColor(PAPER);
        graphics.fill(new Rectangle2D.Double(x - width / 2 - 3, y - height / 2, width + 6, height));
        centred(graphics, text, x, y + (metrics.getAscent() - metrics.getDescent()) / 2.0, colour);
    }

    static void left(Graphics2D graphics, String text, double x, double y, Color colour) {
        graphics.setColor(colour);
        graphics.drawString(text, (float) x, (float) y);
    }
}
