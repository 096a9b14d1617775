package org.tumen.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.words.Texts;

/** How tokens look in a picture. It travels with the drawing as a rendering hint. */
public enum Palette {
    /** In colours that people with any common colour-vision deficiency tell apart. */
    COLOUR,
    /** In greys that keep apart by lightness, and by dashes of lines and shapes of dots too. */
    GREY;

    private static final RenderingHints.Key KEY = new RenderingHints.Key(1) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Palette;
        }
    };

    /** Lines of series in grey: lengths of dashes and gaps in multiples of the line's width; of others, none. */
    private static final Map<String, float[]> DASHES = Map.of(
            "vermillion",
            new float[] {5, 2},
            "green",
            new float[] {1.2f, 1.6f},
            "orange",
            new float[] {7, 2, 1.2f, 2},
            "purple",
            new float[] {3, 1.5f},
            "sky",
            new float[] {1.2f, 3.5f});

    /** Dots of series in grey: corners of a polygon, and by how much of a turn it is turned; of others, round. */
    private static final Map<String, double[]> DOTS = Map.of(
            "vermillion", new double[] {4, 0.125},
            "green", new double[] {3, 0},
            "orange", new double[] {4, 0},
            "purple", new double[] {3, 0.5},
            "sky", new double[] {6, 0});

    private static final Map<String, String> GREYS =
            Map.of("blue", "dark", "vermillion", "light", "axis", "mid-grey", "colour", "in black", "hue", "black");

    private static final Map<String, String> COLOURS =
            Map.of("blue", "blue", "vermillion", "orange", "axis", "grey", "colour", "in colour", "hue", "colour");

    private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z]+)}");

    public static Palette of(Graphics2D g) {
        return g.getRenderingHint(KEY) instanceof Palette palette ? palette : COLOUR;
    }

    void applyTo(Graphics2D g) {
        g.setRenderingHint(KEY, this);
    }

    Color colour(String token) {
        return this == GREY ? Tokens.grey(token) : Tokens.colour(token);
    }

    /** A caption that names colours as <code>{blue}</code>, or <code>{Blue}</code> where a sentence begins, in words of this palette. */
    String say(String caption) {
        Map<String, String> words = this == GREY ? GREYS : COLOURS;
        return NAMED.matcher(caption).replaceAll(found -> {
            String name = found.group(1);
            String word = words.get(name.toLowerCase(Locale.ROOT));
            if (word == null) {
                return Matcher.quoteReplacement(found.group());
            }
            return Character.isUpperCase(name.charAt(0)) ? Texts.upper(word) : word;
        });
    }

    /** The stroke of a series' line. */
    BasicStroke stroke(Ink ink, BasicStroke solid) {
        float[] dashes = this == GREY && ink.plain() && solid.getDashArray() == null ? DASHES.get(ink.token()) : null;
        return dashes == null ? solid : Theme.dashed(solid.getLineWidth(), dashes);
    }

    /** The shape of a series' dot of a size, as wide as a disc of that diameter looks. */
    Shape dot(Ink ink, double x, double y, double size) {
        double[] polygon = this == GREY ? DOTS.get(ink.token()) : null;
        if (polygon == null) {
            return new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
        }
        Path2D path = new Path2D.Double();
        int corners = (int) polygon[0];
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * ((double) i / corners + polygon[1] - 0.25);
            double dx = x + 0.62 * size * StrictMath.cos(turn);
            double dy = y + 0.62 * size * StrictMath.sin(turn);
            if (i == 0) {
                path.moveTo(dx, dy);
            } else {
                path.lineTo(dx, dy);
            }
        }
        path.closePath();
        return path;
    }

    /** Whether letters on a ground are read better in white. */
    public static boolean dark(Color ground) {
        return 0.2126 * ground.getRed() + 0.7152 * ground.getGreen() + 0.0722 * ground.getBlue() < 110;
    }

    /** The patch of a legend; in grey a series' own ink is a line as it is drawn, and what is thinned an area. */
    void patch(Graphics2D g, Ink ink, double x, double middle, double width) {
        g.setPaint(ink.in(this));
        if (this == COLOUR || !ink.plain()) {
            g.fill(new Rectangle2D.Double(x, middle - 2, width, 4));
        } else {
            g.setStroke(stroke(ink, Theme.line(2)));
            g.draw(new Line2D.Double(x, middle, x + width, middle));
        }
    }
}
