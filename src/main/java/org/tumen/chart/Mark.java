package org.tumen.chart;

import java.awt.Graphics2D;

/** Something drawn in the coordinates of a plot. */
@FunctionalInterface
public interface Mark {
    void draw(Graphics2D g, Frame frame);
}
