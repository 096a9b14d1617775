package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The payoffs of one player over the strategies of two, as a table in colours: the more, the darker.
 *
 * @param title above the table; may be empty
 * @param down the player whose strategies are the rows
 * @param across the player whose strategies are the columns
 * @param rows the names of the rows
 * @param columns the names of the columns
 * @param cells by row, then column
 * @param low the payoff that stays white
 * @param high the payoff that is darkest
 */
public record PayoffTable(
        String title,
        String down,
        String across,
        List<String> rows,
        List<String> columns,
        Cell[][] cells,
        double low,
        double high)
        implements Panel {
    private static final double DARKEST = 0.55;
    private static final double GAP = 3;

    /**
     * A profile.
     *
     * @param value the payoff, which sets the colour
     * @param text what stands in the cell
     * @param bestReply whether it is a best reply, which is underlined
     * @param equilibrium what to say of an equilibrium, which is framed; empty for none
     */
    public record Cell(double value, String text, boolean bestReply, String equilibrium) {}

    /** @throws IllegalArgumentException when the table is not full */
    public PayoffTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        if (cells.length != rows.size() || cells.length == 0 || cells[0].length != columns.size()) {
            throw new IllegalArgumentException("a table needs a cell for each row and column");
        }
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        Font font = theme.tick();
        double wide =
                rows.stream().mapToDouble(r -> Labels.width(g, r, font)).max().orElse(0);
        double side = Math.min(area.getWidth() / 3, Math.max(wide, Labels.width(g, down + " ↓", font)) + 16);
        double head = title.isEmpty() ? 34 : 54;
        double cellWidth = (area.getWidth() - side) / columns.size();
        double cellHeight = Math.min(56, (area.getHeight() - head) / rows.size());
        double left = area.getX() + side;
        double top = area.getY() + head;
        if (!title.isEmpty()) {
            Labels.draw(g, title, area.getX(), area.getY() + 10, theme.title(), Theme.INK, Labels.Align.START);
        }
        Labels.draw(g, across + " →", left + GAP, top - 26, font, Theme.MUTED, Labels.Align.START);
        Labels.draw(g, down + " ↓", area.getX(), top - 9, font, Theme.MUTED, Labels.Align.START);
        for (int c = 0; c < columns.size(); c++) {
            double x = left + (c + 0.5) * cellWidth;
            Labels.draw(g, columns.get(c), x, top - 9, font, Theme.INK, Labels.Align.MIDDLE);
        }
        for (int r = 0; r < rows.size(); r++) {
            double y = top + r * cellHeight;
            Labels.draw(g, rows.get(r), area.getX(), y + cellHeight / 2, font, Theme.INK, Labels.Align.START);
            for (int c = 0; c < columns.size(); c++) {
                cell(
                        g,
                        cells[r][c],
                        new Rectangle2D.Double(
                                left + c * cellWidth + GAP, y + GAP, cellWidth - 2 * GAP, cellHeight - 2 * GAP),
                        theme);
            }
        }
    }

    @Override
    public double height(double width) {
        return 54 + 50.0 * rows.size();
    }

    private void cell(Graphics2D g, Cell cell, Rectangle2D box, Theme theme) {
        double share = high > low ? Math.max(0, Math.min(1, (cell.value - low) / (high - low))) : 0;
        Ink fill = Theme.BLUE.tint(0.04 + DARKEST * share);
        fill.fill(g, box);
        boolean framed = !cell.equilibrium.isEmpty();
        if (framed) {
            Theme.VERMILLION.draw(g, Theme.line(2.2), box);
        }
        Font font = theme.tick();
        List<String> value = Labels.wrap(g, cell.text, font, box.getWidth() - GAP);
        List<String> lines = new ArrayList<>(value);
        if (framed) {
            lines.addAll(Labels.wrap(g, "equilibrium, " + cell.equilibrium, font, box.getWidth() - GAP));
        }
        double step = Math.min(font.getSize2D() * 1.4, box.getHeight() / lines.size());
        double y = box.getCenterY() - step * (lines.size() - 1) / 2;
        for (int i = 0; i < lines.size(); i++, y += step) {
            Labels.draw(g, lines.get(i), box.getCenterX(), y, font, Theme.INK, Labels.Align.MIDDLE);
            if (cell.bestReply && i < value.size()) {
                double half = Labels.width(g, lines.get(i), font) / 2;
                double under = y + 0.58 * font.getSize2D();
                Theme.INK.draw(
                        g,
                        Theme.line(1.2),
                        new Line2D.Double(box.getCenterX() - half, under, box.getCenterX() + half, under));
            }
        }
    }
}
