package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that can be drawn in a rectangle: a plot, a table, a strip. */
@FunctionalInterface
public interface Panel {
    /** Draws within an area of the drawing, in points. */
    void draw(Graphics2D g, Rectangle2D area);

    /** The height that suits a width where a picture is laid out anew, in points; three quarters of it are enough. */
    default double height(double width) {
        return Math.max(150, Math.min(380, 0.64 * width));
    }
}
