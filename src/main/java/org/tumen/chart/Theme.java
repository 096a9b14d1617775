package org.tumen.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Colours, fonts and strokes that all pictures share. The hues follow M. Okabe and K. Ito, "Color universal design"
 * (2008), which people with any common colour-vision deficiency tell apart. Sizes are in points of the drawing,
 * of which a PNG has two pixels each.
 */
public final class Theme {
    public static final Ink BLUE = Ink.of("blue");
    public static final Ink SKY = Ink.of("sky");
    public static final Ink ORANGE = Ink.of("orange");
    public static final Ink VERMILLION = Ink.of("vermillion");
    public static final Ink GREEN = Ink.of("green");
    public static final Ink PURPLE = Ink.of("purple");
    public static final Ink INK = Ink.of("ink");
    public static final Ink MUTED = Ink.of("muted");
    public static final Ink AXIS = Ink.of("axis");
    public static final Ink GRID = Ink.of("grid");
    public static final Ink PALE = Ink.of("rule");
    public static final Ink PAPER = Ink.of("paper");

    /** How lines are dashed where colours repeat, as {@link #dashed} takes it. */
    private static final List<float[]> DASHES = List.of(new float[0], new float[] {5, 2}, new float[] {1.5f, 1.5f});

    /** Colours for up to seven series, the most distinct first. */
    private static final List<Ink> SERIES = List.of(BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY, Ink.of("black"));

    /** Theme of a picture that has one plot. */
    public static final Theme FULL = new Theme(12);

    /** Theme of a plot on a sheet of several. */
    public static final Theme SMALL = new Theme(10);

    private static final double NARROW = 480;

    private final Font regular;
    private final Font bold;

    private Theme(int size) {
        // Whole sizes, because the SVG library rounds others.
        regular = new Font(Font.SANS_SERIF, Font.PLAIN, size);
        bold = new Font(Font.SANS_SERIF, Font.BOLD, size);
    }

    private static final RenderingHints.Key FAMILY = new RenderingHints.Key(2) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof String;
        }
    };

    /** Lets all letters of a drawing be of a family. */
    static void letters(Graphics2D g, String family) {
        g.setRenderingHint(FAMILY, family);
    }

    /** A font in the family of the drawing. */
    static Font in(Graphics2D g, Font font) {
        return g.getRenderingHint(FAMILY) instanceof String family && !family.equals(font.getFamily())
                ? new Font(family, font.getStyle(), 1).deriveFont(font.getSize2D())
                : font;
    }

    /** The theme that suits the room a panel has. */
    public static Theme of(Rectangle2D area) {
        return area.getWidth() < NARROW ? SMALL : FULL;
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

    /** The font of the title of a sheet of a width. */
    static Font heading(double width) {
        return new Font(Font.SANS_SERIF, Font.BOLD, width < NARROW ? 12 : 16);
    }

    static Font subheading(double width) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, width < NARROW ? 10 : 12);
    }

    static Font caption() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    }

    /** The colour of a series; after seven they repeat, and {@link #line(int, double)} tells them apart. */
    public static Ink series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    public static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    /** The line of a series: solid for the first seven, then dashed in other ways for each seven more, which repeat as well. */
    public static BasicStroke line(int index, double width) {
        float[] dashes = DASHES.get(index / SERIES.size() % DASHES.size());
        return dashes.length == 0 ? line(width) : dashed(width, dashes);
    }

    /** A dashed line; the lengths of dashes and gaps are in multiples of its width. */
    public static BasicStroke dashed(double width, float... dashes) {
        float[] lengths = new float[dashes.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dashes[i] * (float) width;
        }
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    /**
     * Tries the fonts once before anything is drawn.
     *
     * @throws FontsMissingException when Java cannot measure a letter
     */
    @SuppressWarnings("CatchingUnchecked")
    static void requireFonts() {
        try {
            heading(NARROW).getStringBounds("Tumen", new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError e) {
            // A headless Java without fontconfig, freetype or any font fails in one of these three ways.
            throw new FontsMissingException(e);
        }
    }
}
