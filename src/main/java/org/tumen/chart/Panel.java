package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that can be drawn in a rectangle: a plot, a table, a strip. */
@FunctionalInterface
public interface Panel {
    /** Draws within an area of the drawing, in points. */
    void draw(Graphics2D g, Rectangle2D area);
}
