package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Texts at places of a plot. */
public final class Labels {
    /** Which part of the text stands at the place. */
    public enum Align {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    /** How far names stand above and beside their places. */
    private static final double OVER = 9;

    private static final double ASIDE = 8;

    private Labels() {}

    /** Draws a text whose middle height is y. */
    public static void draw(Graphics2D g, String text, double x, double y, Font font, Ink colour, Align align) {
        g.setFont(Theme.in(g, font));
        g.setPaint(colour.in(g));
        double left = x - width(g, text, font) * align.share;
        g.drawString(text, (float) left, (float) (y + 0.36 * font.getSize2D()));
    }

    public static double width(Graphics2D g, String text, Font font) {
        return g.getFontMetrics(Theme.in(g, font)).getStringBounds(text, g).getWidth();
    }

    /** Breaks a text into lines that fit a width. */
    public static List<String> wrap(Graphics2D g, String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && width(g, line + " " + word, font) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** The text, or as much of its beginning as fits with an ellipsis. */
    public static String fit(Graphics2D g, String text, Font font, double width) {
        if (width(g, text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(g, text.substring(0, end) + "…", font) > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** A text in a line, or in two where it is longer; what is longer still ends in dots. */
    public static List<String> twoLines(Graphics2D g, String text, Font font, double width) {
        List<String> lines = wrap(g, text, font, width);
        List<String> two =
                lines.size() <= 2 ? lines : List.of(lines.get(0), String.join(" ", lines.subList(1, lines.size())));
        return two.stream().map(line -> fit(g, line, font, width)).toList();
    }

    /** Lines that stand one above the other, their middle height y. */
    public static void draw(Graphics2D g, List<String> lines, double x, double y, Font font, Ink colour, Align align) {
        double step = font.getSize2D() * 1.05;
        double at = y - step * (lines.size() - 1) / 2;
        for (String line : lines) {
            draw(g, line, x, at, font, colour, align);
            at += step;
        }
    }

    /** The name of a place of the plot. */
    public record Named(double x, double y, String text) {}

    /**
     * Names to the right above their places, to the left where the right has no room, pushed apart where they would overlap; a
     * name that was moved away is joined to its place.
     *
     * @param within what they may not leave
     * @param seen what is drawn over the grounds of names and beneath their letters, so that no name hides it
     */
    public static Mark beside(List<Named> names, Font font, Rectangle2D within, Mark seen) {
        return (g, f) -> {
            List<Named> order = new ArrayList<>(names);
            order.sort(Comparator.comparingDouble((Named n) -> f.y(n.y)).thenComparing(Named::text));
            double line = font.getSize2D() * 1.2;
            double[] places = apart(
                    order.stream().mapToDouble(n -> f.y(n.y) - OVER).toArray(),
                    line,
                    f.area().getMinY() + line / 2,
                    f.area().getMaxY() - line / 2);
            List<Runnable> letters = new ArrayList<>();
            for (int i = 0; i < places.length; i++) {
                double x = f.x(order.get(i).x);
                double y = f.y(order.get(i).y);
                double place = places[i];
                boolean right = x + ASIDE + width(g, order.get(i).text, font) <= within.getMaxX();
                double at = right ? x + ASIDE : x - ASIDE;
                if (Math.abs(places[i] - y) > line) {
                    Theme.AXIS.draw(g, Theme.line(0.6), new Line2D.Double(x, y, right ? at - 1 : at + 1, places[i]));
                }
                String shown = fit(g, order.get(i).text, font, right ? within.getMaxX() - at : at - within.getMinX());
                double half = width(g, shown, font) / 2;
                Theme.PAPER
                        .clear(0.75)
                        .fill(
                                g,
                                new Rectangle2D.Double(
                                        right ? at : at - 2 * half, places[i] - line / 2, 2 * half, line));
                letters.add(() -> draw(g, shown, at, place, font, Theme.INK, right ? Align.START : Align.END));
            }
            seen.draw(g, f);
            letters.forEach(Runnable::run);
        };
    }

    /**
     * Names at the head of upright lines, those of the first half to the left of their lines and the others to the right, in
     * rows where they would meet.
     *
     * @param names in ascending order
     * @param within what they may not leave
     */
    public static Mark outwards(List<Named> names, Font font, Rectangle2D within) {
        return (g, f) -> {
            double line = font.getSize2D() * 1.15;
            List<Rectangle2D> taken = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                double x = f.x(names.get(i).x);
                double width = width(g, names.get(i).text, font) + 2;
                boolean left = x - 3 - width > f.area().getMinX()
                        && (i < names.size() / 2 || x + 3 + width > within.getMaxX());
                double at = left ? x - 3 - width : x + 3;
                Rectangle2D ground = new Rectangle2D.Double(at, f.area().getMinY(), width, line);
                while (taken.stream().anyMatch(ground::intersects)) {
                    ground.setRect(at, ground.getY() + line, width, line);
                }
                taken.add(ground);
                Theme.PAPER.clear(0.8).fill(g, ground);
                draw(g, names.get(i).text, at + 1, ground.getCenterY(), font, Theme.INK, Align.START);
            }
        };
    }

    /** Moves ascending places apart to a least distance, as little as a few sweeps can, within limits. */
    public static double[] apart(double[] wanted, double distance, double from, double to) {
        double[] places = wanted.clone();
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int i = 1; i < places.length; i++) {
                double lack = distance - (places[i] - places[i - 1]);
                if (lack > 0) {
                    places[i - 1] -= lack / 2;
                    places[i] += lack / 2;
                }
            }
            for (int i = 0; i < places.length; i++) {
                places[i] = Math.max(from, Math.min(to, places[i]));
            }
        }
        return places;
    }
}
