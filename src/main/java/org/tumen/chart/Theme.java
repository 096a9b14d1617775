package org.tumen.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Colours, fonts and strokes that all pictures share. The hues are those of M. Okabe and K. Ito, "Color universal
 * design" (2008), which people with any common colour-vision deficiency tell apart. Sizes are in points of the drawing,
 * of which a PNG has two pixels each.
 */
public final class Theme {
    public static final Color BLUE = new Color(0x0072B2);
    public static final Color SKY = new Color(0x56B4E9);
    public static final Color ORANGE = new Color(0xE69F00);
    public static final Color VERMILLION = new Color(0xD55E00);
    public static final Color GREEN = new Color(0x009E73);
    static final Color PURPLE = new Color(0xCC79A7);
    public static final Color INK = new Color(0x1A1A1A);
    public static final Color MUTED = new Color(0x5A5A5A);
    public static final Color AXIS = new Color(0x8A8A8A);
    public static final Color GRID = new Color(0xE6E6E6);
    public static final Color PALE = new Color(0xD9D9D9);
    public static final Color PAPER = Color.WHITE;

    /** Colours for up to seven series, the most distinct first. */
    private static final List<Color> SERIES =
            List.of(BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY, new Color(0x000000));

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
