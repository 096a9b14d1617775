package org.tumen.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.function.UnaryOperator;

/** What something is drawn in: a token, thinned or darkened. The palette of the drawing says what it looks like. */
public final class Ink {
    private final String token;
    private final boolean plain;
    private final UnaryOperator<Color> change;

    private Ink(String token, boolean plain, UnaryOperator<Color> change) {
        this.token = token;
        this.plain = plain;
        this.change = change;
    }

    /**
     * The ink of a token.
     *
     * @throws IllegalArgumentException when no colour is called so
     */
    public static Ink of(String token) {
        Palette.COLOUR.colour(token);
        return new Ink(token, true, c -> c);
    }

    /** The token, such as {@code blue}. */
    String token() {
        return token;
    }

    /** Whether it is the token's own colour, in which lines and dots of one series are drawn. */
    boolean plain() {
        return plain;
    }

    /** Laid thinly over white; opaque, so that overlaps and files stay simple. */
    public Ink tint(double share) {
        return changed(false, c -> between(Color.WHITE, c, share));
    }

    /** Such that others show through. */
    public Ink clear(double opacity) {
        return changed(false, c -> new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * opacity)));
    }

    /** Darker, for letters and lines over a tint. */
    public Ink darker() {
        return changed(false, Color::darker);
    }

    /** Its colour on screens, in pages and in pictures that are not asked to look otherwise. */
    public Color colour() {
        return in(Palette.COLOUR);
    }

    Color in(Palette palette) {
        return change.apply(palette.colour(token));
    }

    /** Its colour in a drawing. */
    public Color in(Graphics2D g) {
        return in(Palette.of(g));
    }

    public void fill(Graphics2D g, Shape shape) {
        g.setPaint(in(g));
        g.fill(shape);
    }

    /** Draws a line, or the outline of a shape. */
    public void draw(Graphics2D g, Stroke stroke, Shape shape) {
        g.setPaint(in(g));
        g.setStroke(stroke);
        g.draw(shape);
    }

    private Ink changed(boolean stillPlain, UnaryOperator<Color> more) {
        return new Ink(token, stillPlain, c -> more.apply(change.apply(c)));
    }

    /** A share of the way from a colour to another. */
    public static Color between(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
