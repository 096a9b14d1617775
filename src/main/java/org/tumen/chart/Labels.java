package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

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

    /** Half of the side of the square that a place takes. */
    private static final double DOT = 4;

    /** Of the grounds that are tried for a name: four at each distance. */
    private static final int STEPS = 80;

    /** Where a line may end. */
    private static final Pattern BREAK = Pattern.compile(" (?!%)");

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

    /** Breaks a text into lines that fit a width; a sign of percent stays with its number. */
    public static List<String> wrap(Graphics2D g, String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BREAK.split(text)) {
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
     * Names beside their places, each as near as it covers no other place and no other name; a name that does not stand to
     * the right above its place is joined to it.
     *
     * @param names the places; those whose text is empty are left free
     * @param within what they may not leave
     * @param seen what is drawn over the grounds of names and beneath their letters, so that no name hides it
     */
    public static Mark beside(List<Named> names, Font font, Rectangle2D within, Mark seen) {
        return (g, f) -> {
            List<Named> order = new ArrayList<>(names);
            order.removeIf(named -> named.text.isEmpty());
            order.sort(Comparator.comparingDouble((Named n) -> f.y(n.y)).thenComparing(Named::text));
            double line = font.getSize2D() * 1.2;
            Rectangle2D free = new Rectangle2D.Double(
                    within.getX(), f.area().getY(), within.getWidth(), f.area().getHeight());
            List<Rectangle2D> taken = new ArrayList<>();
            names.forEach(n -> taken.add(new Rectangle2D.Double(f.x(n.x) - DOT, f.y(n.y) - DOT, 2 * DOT, 2 * DOT)));
            List<Runnable> letters = new ArrayList<>();
            for (Named named : order) {
                double x = f.x(named.x);
                double y = f.y(named.y);
                double room = Math.max(within.getMaxX() - x, x - within.getMinX()) - ASIDE;
                String shown = fit(g, named.text, font, room);
                Rectangle2D ground = nearest(x, y, width(g, shown, font), line, free, taken);
                taken.add(ground);
                boolean right = ground.getMinX() > x;
                if (!right || y - ground.getCenterY() > OVER + 1 || ground.getCenterY() > y) {
                    double end = right ? ground.getMinX() - 1 : ground.getMaxX() + 1;
                    Theme.AXIS.draw(g, Theme.line(0.6), new Line2D.Double(x, y, end, ground.getCenterY()));
                }
                Theme.PAPER.clear(0.75).fill(g, ground);
                letters.add(() -> draw(g, shown, ground.getMinX(), ground.getCenterY(), font, Theme.INK, Align.START));
            }
            seen.draw(g, f);
            letters.forEach(Runnable::run);
        };
    }

    /** Where a name stands: to the right before the left, above before below, as near to its place as nothing is there. */
    static Rectangle2D nearest(
            double x, double y, double width, double line, Rectangle2D within, List<Rectangle2D> taken) {
        List<Rectangle2D> grounds = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            double away = OVER + step / 4 * line / 2;
            double left = step % 2 == 0 ? x + ASIDE : x - ASIDE - width;
            grounds.add(new Rectangle2D.Double(left, y + (step % 4 < 2 ? -away : away) - line / 2, width, line));
        }
        return grounds.stream()
                .filter(within::contains)
                .min(Comparator.comparingLong(
                        ground -> taken.stream().filter(ground::intersects).count()))
                .orElse(grounds.get(0));
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
}
