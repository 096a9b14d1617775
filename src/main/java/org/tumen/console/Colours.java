package org.tumen.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.tumen.world.Stage;
import org.tumen.world.Vote;

/** The colours of the reports and the page, which colour-blind readers can tell apart, and pens. */
final class Colours {
    static final Color INK = new Color(0x1a1a1a);
    static final Color MUTED = new Color(0x55595e);
    static final Color GRID = new Color(0xd9dcdf);
    static final Color BLUE = new Color(0x0072b2);
    static final Color SKY = new Color(0x56b4e9);
    static final Color VERMILLION = new Color(0xd55e00);
    static final Color ORANGE = new Color(0xe69f00);
    static final Color GREEN = new Color(0x009e73);
    static final Color PURPLE = new Color(0xa04a79);

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
