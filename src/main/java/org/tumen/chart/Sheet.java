package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Panels in rows and columns under a title and over a caption. */
public final class Sheet {
    /** The width of every picture, in points; 1,600 pixels as PNG. */
    public static final int WIDTH = 800;

    private static final double MARGIN = 18;

    private final String title;
    private final String subtitle;
    private final String caption;
    private final List<Panel> panels = new ArrayList<>();
    private int columns = 1;
    private double gap = 18;

    /**
     * A sheet without panels.
     *
     * @param title what is shown
     * @param subtitle of what; may be empty
     * @param caption how to read it, number of runs, seed and version; may have several lines
     */
    public Sheet(String title, String subtitle, String caption) {
        this.title = title;
        this.subtitle = subtitle;
        this.caption = caption;
    }

    /** Adds a panel after the others, row by row. */
    public Sheet add(Panel panel) {
        panels.add(panel);
        return this;
    }

    /** Sets the number of columns; 1 at first. */
    public Sheet columns(int number) {
        columns = number;
        return this;
    }

    /** Sets the space between panels, in points. */
    public Sheet gap(double points) {
        gap = points;
        return this;
    }

    /**
     * The picture of the sheet.
     *
     * @param height in points
     */
    public Picture picture(int height) {
        String name = subtitle.isEmpty() ? title : title + ": " + subtitle;
        return new Picture(name, WIDTH, height, this::draw);
    }

    private void draw(Graphics2D g, Rectangle2D area) {
        double left = area.getX() + MARGIN;
        double width = area.getWidth() - 2 * MARGIN;
        double top = lines(g, List.of(title), Theme.heading(), left, area.getY() + MARGIN, true);
        if (!subtitle.isEmpty()) {
            List<String> wrapped = Labels.wrap(g, subtitle, Theme.subheading(), width);
            top = lines(g, wrapped.subList(0, Math.min(2, wrapped.size())), Theme.subheading(), left, top + 3, false);
        }
        List<String> foot = caption.lines()
                .flatMap(line -> Labels.wrap(g, line, Theme.caption(), width).stream())
                .toList();
        double footHeight = foot.size() * Theme.caption().getSize2D() * 1.35;
        double bottom = area.getMaxY() - 12 - footHeight;
        lines(g, foot, Theme.caption(), left, bottom, false);
        grid(g, new Rectangle2D.Double(left, top + 14, width, bottom - 12 - top - 14));
    }

    private static double lines(Graphics2D g, List<String> texts, Font font, double x, double y, boolean strong) {
        double next = y;
        g.setFont(font);
        g.setPaint(strong ? Theme.INK : Theme.MUTED);
        for (String text : texts) {
            g.drawString(text, (float) x, (float) (next + font.getSize2D()));
            next += font.getSize2D() * 1.35;
        }
        return next;
    }

    private void grid(Graphics2D g, Rectangle2D area) {
        int rows = (panels.size() + columns - 1) / columns;
        double width = (area.getWidth() - gap * (columns - 1)) / columns;
        double height = (area.getHeight() - gap * (rows - 1)) / Math.max(1, rows);
        for (int i = 0; i < panels.size(); i++) {
            double x = area.getX() + (i % columns) * (width + gap);
            double y = area.getY() + (i / columns) * (height + gap);
            panels.get(i).draw(g, new Rectangle2D.Double(x, y, width, height));
        }
    }
}
