package org.tumen.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;

/** Names with swatches, in as many rows as they need. */
public final class Legend {
    private static final double SWATCH = 18;
    private static final double GAP = 16;

    private final List<String> names;
    private final IntFunction<Color> colours;
    private final Theme theme;

    public Legend(List<String> names, IntFunction<Color> colours, Theme theme) {
        this.names = names;
        this.colours = colours;
        this.theme = theme;
    }

    /** The height of all rows within a width. */
    public double height(Graphics2D g, double width) {
        return layout(g, 0, 0, width, false) + rowHeight() * 0.3;
    }

    /** Draws the rows from a top left corner. */
    public void draw(Graphics2D g, double left, double top, double width) {
        layout(g, left, top, width, true);
    }

    private double rowHeight() {
        return theme.tick().getSize2D() * 1.5;
    }

    private double layout(Graphics2D g, double left, double top, double width, boolean visible) {
        double x = left;
        double y = top;
        for (int i = 0; i < names.size(); i++) {
            double wide = SWATCH + Labels.width(g, names.get(i), theme.tick());
            if (x > left && x + wide > left + width) {
                x = left;
                y += rowHeight();
            }
            if (visible) {
                double middle = y + rowHeight() / 2;
                g.setPaint(colours.apply(i));
                g.fill(new Rectangle2D.Double(x, middle - 2, SWATCH - 4, 4));
                Labels.draw(g, names.get(i), x + SWATCH, middle, theme.tick(), Theme.INK, Labels.Align.START);
            }
            x += wide + GAP;
        }
        return y + rowHeight() - top;
    }
}
