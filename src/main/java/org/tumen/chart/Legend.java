package org.tumen.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;

/** Names with swatches in a row. */
final class Legend {
    private Legend() {}

    static void draw(
            Graphics2D g, List<String> names, IntFunction<Color> colours, double left, double middle, Theme theme) {
        double x = left;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                continue;
            }
            g.setPaint(colours.apply(i));
            g.fill(new Rectangle2D.Double(x, middle - 2, 14, 4));
            Labels.draw(g, names.get(i), x + 18, middle, theme.tick(), Theme.INK, Labels.Align.START);
            x += 18 + Labels.width(g, names.get(i), theme.tick()) + 16;
        }
    }
}
