package org.tumen.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Colours, fonts and strokes that all pictures share. The hues follow M. Okabe and K. Ito, "Color universal design"
 * (2008), which people with any common colour-vision deficiency tell apart. Sizes are in points of the drawing,
 * of which a PNG has two pixels each.
 */
public final class Theme {
    public static final Color BLUE = Tokens.colour("blue");
    public static final Color SKY = Tokens.colour("sky");
    public static final Color ORANGE = Tokens.colour("orange");
    public static final Color VERMILLION = Tokens.colour("vermillion");
    public static final Color GREEN = Tokens.colour("green");
    public static final Color PURPLE = Tokens.colour("purple");
    public static final Color INK = Tokens.colour("ink");
    public static final Color MUTED = Tokens.colour("muted");
    public static final Color AXIS = Tokens.colour("axis");
    public static final Color GRID = Tokens.colour("grid");
    public static final Color PALE = Tokens.colour("rule");
    public static final Color PAPER = Tokens.colour("paper");

    /** Colours for up to seven series, the most distinct first. */
    private static final List<Color> SERIES =
            List.of(BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY, Tokens.colour("black"));

    /** Theme of a picture that has one plot. */
    public static final Theme FULL = new Theme(12);

    /** Theme of a plot on a sheet of several. */
    public static final Theme SMALL = new Theme(10);

    private final Font regular;
    private final Font bold;

    private Theme(int size) {
        // Whole sizes, because the SVG library rounds others.
        regular = new Font(Font.SANS_SERIF, Font.PLAIN, size);
        bold = new Font(Font.SANS_SERIF, Font.BOLD, size);
    }

    /** The theme that suits the room a panel has. */
    public static Theme of(Rectangle2D area) {
        return area.getWidth() < 480 ? SMALL : FULL;
    }

    /** The font of labels at marks and axes. */
    public Font label() {
        return regular;
    }

    /** The font of ticks and remarks. */
    public Font tick() {
        return regular.deriveFont(regular.getSize2D() - 1);
    }

    /** The font of a plot's title. */
    public Font title() {
        return bold;
    }

    /** Whether the plot stands among others and leaves out what their common caption says. */
    public boolean small() {
        return this == SMALL;
    }

    static Font heading() {
        return new Font(Font.SANS_SERIF, Font.BOLD, 16);
    }

    static Font subheading() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }

    static Font caption() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    }

    /** The colour of a series; after seven they repeat. */
    public static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /** A colour laid thinly over white; opaque, so that overlaps and files stay simple. */
    public static Color tint(Color colour, double share) {
        return new Color(mix(colour.getRed(), share), mix(colour.getGreen(), share), mix(colour.getBlue(), share));
    }

    /** A colour through which others show. */
    public static Color clear(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    private static int mix(int channel, double share) {
        return (int) Math.round(255 + (channel - 255) * share);
    }

    public static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    public static BasicStroke dashed(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);
    }

    /**
     * Tries the fonts once before anything is drawn.
     *
     * @throws FontsMissingException when Java cannot measure a letter
     */
    @SuppressWarnings("CatchingUnchecked")
    static void requireFonts() {
        try {
            heading().getStringBounds("Tumen", new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError e) {
            // A headless Java without fontconfig, freetype or any font fails in one of these three ways.
            throw new FontsMissingException(e);
        }
    }
}
