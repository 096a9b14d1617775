package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Panels in rows and columns under a title and over a caption. */
public final class Sheet {
    /** The width of every picture, in points; 1,600 pixels as PNG. */
    public static final int WIDTH = 800;

    private static final double MARGIN = 18;
    private static final double LINE = 1.35;

    /** The width that a panel keeps where a sheet is laid out anew. */
    private static final double LEAST = 215;

    private final String title;
    private final String subtitle;
    private final String caption;
    private final List<Panel> panels = new ArrayList<>();
    private final List<Set<String>> about = new ArrayList<>();
    private final Map<String, Panel> spare = new LinkedHashMap<>();
    private int columns = 1;
    private double gap = 18;

    /**
     * A sheet without panels.
     *
     * @param subtitle of what; may be empty
     * @param caption how to read it, number of runs, seed and version; may have several lines
     */
    public Sheet(String title, String subtitle, String caption) {
        this.title = title;
        this.subtitle = subtitle;
        this.caption = caption;
    }

    /**
     * Adds a panel after the others, row by row, about the outcomes of these keys; none where it is of no single ones.
     */
    public Sheet add(Panel panel, String... about) {
        panels.add(panel);
        this.about.add(Set.of(about));
        return this;
    }

    /** A panel that is drawn only where its outcome is chosen, besides the others. */
    public Sheet spare(Panel panel, String key) {
        spare.put(key, panel);
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

    /** The picture of the sheet, so many points high. */
    public Picture picture(int height) {
        return new Picture(name(), WIDTH, height, (g, area) -> draw(g, area, columns, List.of()), this::published);
    }

    private String name() {
        return subtitle.isEmpty() ? title : title + ": " + subtitle;
    }

    private void draw(Graphics2D g, Rectangle2D area, int across, List<Double> heights) {
        double left = area.getX() + MARGIN;
        double width = area.getWidth() - 2 * MARGIN;
        double top = head(g, left, area.getY() + MARGIN, area.getWidth());
        List<String> foot = foot(g, width);
        double bottom = area.getMaxY() - 12 - foot.size() * Theme.caption().getSize2D() * LINE;
        lines(g, foot, Theme.caption(), left, bottom, false);
        grid(g, new Rectangle2D.Double(left, top + 14, width, bottom - 12 - top - 14), across, heights);
    }

    /** Draws title and subtitle; returns where they end. */
    private double head(Graphics2D g, double left, double y, double sheet) {
        double width = sheet - 2 * MARGIN;
        Font heading = Theme.heading(sheet);
        Font sub = Theme.subheading(sheet);
        double top = lines(g, Labels.wrap(g, title, heading, width), heading, left, y, true);
        if (!subtitle.isEmpty()) {
            List<String> wrapped = Labels.wrap(g, subtitle, sub, width);
            int most = sheet < WIDTH ? wrapped.size() : Math.min(2, wrapped.size());
            top = lines(g, wrapped.subList(0, most), sub, left, top + 3, false);
        }
        return top;
    }

    private List<String> foot(Graphics2D g, double width) {
        return Palette.of(g)
                .say(caption)
                .lines()
                .flatMap(line -> Labels.wrap(g, line, Theme.caption(), width).stream())
                .toList();
    }

    /**
     * The sheet laid out anew.
     *
     * @return empty where no panel is of a chosen outcome, or a slide cannot hold the panels in letters that can be read
     */
    private Optional<Picture> published(Publication as) {
        Sheet chosen = chosen(as);
        if (chosen.panels.isEmpty()) {
            return Optional.empty();
        }
        for (int width : as.size().widths()) {
            int most = chosen.mostColumns(width, as);
            // Print is as high as it needs; a slide takes the fewest columns that it can hold.
            for (int across = as.size().height(width) > 0 ? 1 : most; across <= most; across++) {
                List<Double> heights = chosen.heights(width, across);
                double needed = chosen.around(width, as)
                        + heights.stream().mapToDouble(h -> h).sum()
                        + gap * (heights.size() - 1);
                double room = as.size().height(width);
                double squeezed =
                        needed - 0.25 * heights.stream().mapToDouble(h -> h).sum();
                if (room > 0 && squeezed > room) {
                    continue;
                }
                int columnsOf = across;
                return Optional.of(new Picture(
                        name(),
                        width,
                        (int) Math.ceil(room > 0 ? room : needed),
                        (g, area) -> chosen.draw(g, area, columnsOf, heights),
                        as));
            }
        }
        return Optional.empty();
    }

    private Sheet chosen(Publication as) {
        Sheet chosen = new Sheet(title, subtitle, caption).columns(columns).gap(gap);
        for (int i = 0; i < panels.size(); i++) {
            Set<String> keys = about.get(i);
            if (as.outcomes().isEmpty() || keys.stream().anyMatch(as.outcomes()::contains)) {
                chosen.add(panels.get(i), keys.toArray(String[]::new));
            }
        }
        spare.forEach((key, panel) -> {
            if (as.outcomes().contains(key)) {
                chosen.add(panel, key);
            }
        });
        return chosen;
    }

    /** As many columns as leave each panel room; on slides more than the sheet was made for. */
    private int mostColumns(int width, Publication as) {
        int room = (int) ((width - 2 * MARGIN + gap) / (LEAST + gap));
        int wanted = as.size().height(width) > 0 ? panels.size() : Math.min(columns, panels.size());
        return Math.max(1, Math.min(wanted, room));
    }

    private List<Double> heights(int width, int across) {
        double each = (width - 2 * MARGIN - gap * (across - 1)) / across;
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < panels.size(); i += across) {
            heights.add(panels.subList(i, Math.min(panels.size(), i + across)).stream()
                    .mapToDouble(panel -> panel.height(each))
                    .max()
                    .orElseThrow());
        }
        return heights;
    }

    /** The height of title, caption and margins. */
    private double around(int width, Publication as) {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            Picture.prepare(g, as);
            double head = head(g, 0, MARGIN, width);
            return head
                    + 14
                    + 12
                    + foot(g, width - 2 * MARGIN).size() * Theme.caption().getSize2D() * LINE
                    + 12;
        } finally {
            g.dispose();
        }
    }

    private static double lines(Graphics2D g, List<String> texts, Font font, double x, double y, boolean strong) {
        double next = y;
        g.setFont(Theme.in(g, font));
        g.setPaint((strong ? Theme.INK : Theme.MUTED).in(g));
        for (String text : texts) {
            g.drawString(text, (float) x, (float) (next + font.getSize2D()));
            next += font.getSize2D() * LINE;
        }
        return next;
    }

    /** Lays panels out in rows: as high as each other, or as their heights are to each other. */
    private void grid(Graphics2D g, Rectangle2D area, int across, List<Double> heights) {
        int rows = (panels.size() + across - 1) / across;
        double width = (area.getWidth() - gap * (across - 1)) / across;
        double high = area.getHeight() - gap * (rows - 1);
        double even = high / Math.max(1, rows);
        double sum = heights.stream().mapToDouble(h -> h).sum();
        double y = area.getY();
        for (int row = 0; row < rows; row++) {
            double height = heights.isEmpty() ? even : high * heights.get(row) / sum;
            for (int i = row * across; i < Math.min(panels.size(), (row + 1) * across); i++) {
                double x = area.getX() + (i % across) * (width + gap);
                panels.get(i).draw(g, new Rectangle2D.Double(x, y, width, height));
            }
            y += height + gap;
        }
    }
}
