package org.tumen.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.tumen.chart.Theme;
import org.tumen.world.Stage;
import org.tumen.world.Vote;

/** The colours of the reports and the page, which colour-blind readers can tell apart, and pens. */
final class Colours {
    static final Color INK = Theme.INK.colour();
    static final Color MUTED = Theme.MUTED.colour();
    static final Color GRID = Theme.PALE.colour();
    static final Color BLUE = Theme.BLUE.colour();
    static final Color SKY = Theme.SKY.colour();
    static final Color VERMILLION = Theme.VERMILLION.colour();
    static final Color ORANGE = Theme.ORANGE.colour();
    static final Color GREEN = Theme.GREEN.colour();
    static final Color PURPLE = Theme.PURPLE.colour();

    private Colours() {}

    static Color of(Stage stage) {
        return switch (stage) {
            case NONE -> GRID;
            case TALKS -> SKY;
            case AGREED -> ORANGE;
            case SHIPPING -> VERMILLION;
        };
    }

    static Color of(Vote vote) {
        return switch (vote) {
            case YES -> BLUE;
            case NO -> VERMILLION;
            case ABSTAIN -> Color.GRAY;
        };
    }

    static Font font(int style, double size) {
        return new Font(Font.SANS_SERIF, style, (int) Math.max(9, Math.round(size)));
    }

    static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashes(double width) {
        float[] pattern = {(float) (3 * width), (float) (2.5 * width)};
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
    }

    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }
}
