package org.tumen.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** One pair of axes with marks. JFreeChart lays out and draws axes and grid; marks draw themselves. */
public final class Plot implements Panel {
    static {
        // JFreeChart would turn upright labels into outlines, which no reader of an SVG file could search or hear.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    /** What the horizontal axis takes of the height, less what a label may stand out of its own. */
    static final double AXIS_ROOM = 20;

    private final Theme theme;
    private final XYPlot plot;
    private final List<Mark> inside = new ArrayList<>();
    private final List<Mark> over = new ArrayList<>();
    private String title = "";
    private double right = 8;
    private double bottom;
    private double top;
    private double left;

    public Plot(Theme theme, ValueAxis horizontal, ValueAxis vertical) {
        this.theme = theme;
        this.left = theme.small() ? 44 : 58;
        plot = new XYPlot(null, horizontal, vertical, new XYLineAndShapeRenderer());
        plot.setBackgroundPaint(Theme.PAPER.colour());
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Theme.GRID.colour());
        plot.setRangeGridlineStroke(Theme.line(0.8));
    }

    /** Sets the title above the plot. */
    public Plot title(String text) {
        title = text;
        return this;
    }

    /** Adds a mark that ends at the edge of the plot's area. */
    public Plot add(Mark mark) {
        inside.add(mark);
        return this;
    }

    /** Adds a mark that may leave the plot's area, such as a label in the margin. */
    public Plot over(Mark mark) {
        over.add(mark);
        return this;
    }

    /** Leaves room to the right of the plot's area, in points. */
    public Plot right(double points) {
        right = points;
        return this;
    }

    /** Leaves room for the vertical axis, the same in all plots of a column, in points. */
    public Plot left(double points) {
        left = points;
        return this;
    }

    /** Leaves room below the horizontal axis, in points. */
    public Plot bottom(double points) {
        bottom = points;
        return this;
    }

    /** Leaves room between the title and the plot's area, in points. */
    public Plot top(double points) {
        top = points;
        return this;
    }

    /** Draws the grid of the horizontal axis instead of the vertical one's. */
    public Plot verticalGrid() {
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(Theme.GRID.colour());
        plot.setDomainGridlineStroke(Theme.line(0.8));
        return this;
    }

    /** Leaves out axes, grid and the room for them. */
    Plot bare() {
        left = 0;
        right = 0;
        plot.getDomainAxis().setVisible(false);
        plot.getRangeAxis().setVisible(false);
        plot.getDomainAxis().setLabel(null);
        plot.getRangeAxis().setLabel(null);
        plot.setRangeGridlinesVisible(false);
        return this;
    }

    /**
     * Counts weeks along the top, above an axis of dates; not in small plots, which have no room for it.
     *
     * @param first how many have passed where the axis begins
     * @param last how many where it ends
     */
    public Plot weeksAbove(int first, int last) {
        if (theme.small()) {
            return this;
        }
        plot.setDomainAxis(1, Axes.weeksAbove(theme, first, last));
        plot.setDomainAxisLocation(1, AxisLocation.TOP_OR_LEFT);
        return over((g, frame) -> Labels.draw(
                g,
                "week",
                frame.area().getMinX() - 6,
                frame.area().getMinY() - 11,
                theme.tick(),
                Theme.MUTED,
                Labels.Align.END));
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        double y = area.getY();
        if (!title.isEmpty()) {
            double height = theme.title().getSize2D();
            for (String line : Labels.twoLines(g, title, theme.title(), area.getWidth())) {
                g.setFont(Theme.in(g, theme.title()));
                g.setPaint(Theme.INK.in(g));
                g.drawString(line, (float) area.getX(), (float) (y + height));
                y += 1.2 * height;
            }
            y += (theme.small() ? 9 : 10) - 0.2 * height;
        }
        AxisSpace space = new AxisSpace();
        space.setLeft(left);
        space.setRight(right);
        plot.setFixedRangeAxisSpace(space);
        for (int i = 0; i < 2; i++) {
            letters(g, plot.getDomainAxis(i));
        }
        letters(g, plot.getRangeAxis());
        Capture capture = new Capture();
        plot.clearAnnotations();
        plot.addAnnotation(capture);
        Rectangle2D rest =
                new Rectangle2D.Double(area.getX(), y + top, area.getWidth(), area.getMaxY() - bottom - y - top);
        double said = labelAbove(g, rest);
        plot.draw(
                g,
                new Rectangle2D.Double(rest.getX(), rest.getY() + said, rest.getWidth(), rest.getHeight() - said),
                new Point2D.Double(),
                null,
                null);
        Frame frame = capture.frame;
        if (frame != null) {
            over.forEach(mark -> mark.draw(g, frame));
        }
    }

    /** Writes the vertical axis's label above it where it is longer than the axis; returns the room that takes. */
    private double labelAbove(Graphics2D g, Rectangle2D rest) {
        ValueAxis vertical = plot.getRangeAxis();
        String label = vertical.getLabel();
        Font font = vertical.getLabelFont();
        if (label == null || Labels.width(g, label, font) <= rest.getHeight() - AXIS_ROOM) {
            return 0;
        }
        vertical.setLabel(null);
        String shown = Labels.fit(g, label, font, rest.getWidth());
        double size = font.getSize2D();
        Labels.draw(g, shown, rest.getX(), rest.getY() - top + size / 2, font, Theme.INK, Labels.Align.START);
        return 1.6 * size;
    }

    private static void letters(Graphics2D g, @Nullable ValueAxis axis) {
        if (axis != null) {
            axis.setLabelFont(Theme.in(g, axis.getLabelFont()));
            axis.setTickLabelFont(Theme.in(g, axis.getTickLabelFont()));
        }
    }

    /** JFreeChart hands an annotation the area and axes that it laid out; the marks are drawn at that moment. */
    private final class Capture extends AbstractXYAnnotation {
        private transient @Nullable Frame frame;

        @Override
        public void draw(
                Graphics2D g,
                XYPlot owner,
                Rectangle2D dataArea,
                ValueAxis horizontal,
                ValueAxis vertical,
                int renderer,
                @Nullable PlotRenderingInfo info) {
            Frame here = new Frame((Rectangle2D) dataArea.clone(), horizontal, vertical, owner);
            frame = here;
            inside.forEach(mark -> mark.draw(g, here));
        }
    }
}
