package org.tumen.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Names with swatches, in as many rows as they need.
 *
 * @param lines how each is drawn; the swatch of a dashed line is one
 */
public record Legend(List<String> names, IntFunction<Ink> colours, IntFunction<BasicStroke> lines, Theme theme) {
    private static final double SWATCH = 18;
    private static final double DASHED = 34;
    private static final double GAP = 16;

    /** The height of all rows within a width. */
    public double height(Graphics2D g, double width) {
        return layout(g, 0, 0, width, false) + rowHeight() * 0.3;
    }

    /** Draws the rows from a top left corner. */
    public void draw(Graphics2D g, double left, double top, double width) {
        layout(g, left, top, width, true);
    }

    /** Dashes are told apart over a longer line. */
    private double swatch(Graphics2D g) {
        boolean dashed = Palette.of(g) == Palette.GREY
                || IntStream.range(0, names.size()).anyMatch(this::isDashed);
        return dashed ? DASHED : SWATCH;
    }

    private boolean isDashed(int i) {
        return lines.apply(i).getDashArray() != null;
    }

    private double rowHeight() {
        return theme.tick().getSize2D() * 1.5;
    }

    private double layout(Graphics2D g, double left, double top, double width, boolean visible) {
        double x = left;
        double y = top;
        for (int i = 0; i < names.size(); i++) {
            double wide = swatch(g) + Labels.width(g, names.get(i), theme.tick());
            if (x > left && x + wide > left + width) {
                x = left;
                y += rowHeight();
            }
            if (visible) {
                double middle = y + rowHeight() / 2;
                double end = x + swatch(g) - 4;
                if (isDashed(i)) {
                    colours.apply(i).draw(g, lines.apply(i), new Line2D.Double(x, middle, end, middle));
                } else {
                    Palette.of(g).patch(g, colours.apply(i), x, middle, end - x);
                }
                Labels.draw(g, names.get(i), x + swatch(g), middle, theme.tick(), Theme.INK, Labels.Align.START);
            }
            x += wide + GAP;
        }
        return y + rowHeight() - top;
    }
}
