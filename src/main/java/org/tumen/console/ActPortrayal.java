package org.tumen.console;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import sim.field.network.Edge;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.network.EdgeDrawInfo2D;
import sim.portrayal.network.SimpleEdgePortrayal2D;

/** Draws an act as a line that bows aside, with its label on it and an arrow where it has a direction. */
final class ActPortrayal extends SimpleEdgePortrayal2D {
    /** The size of the disc of an actor, which an edge leaves free, in units of the field. */
    private static final double DISC = 4.2;

    private static final double ARROW = 2.2;

    @Override
    public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
        if (!(object instanceof Edge edge)
                || !(edge.info instanceof Act act)
                || !(info instanceof EdgeDrawInfo2D line)) {
            return;
        }
        Colours.smooth(graphics);
        double unit = info.draw.width;
        Point2D from = new Point2D.Double(info.draw.x, info.draw.y);
        Point2D to = new Point2D.Double(line.secondPoint.x, line.secondPoint.y);
        boolean vote = act.label().isEmpty();
        Point2D start = towards(from, to, (vote ? 2.5 : DISC) * unit);
        Point2D end = towards(to, from, DISC * unit);
        double dx = end.getX() - start.getX();
        double dy = end.getY() - start.getY();
        Point2D middle = new Point2D.Double(
                (start.getX() + end.getX()) / 2 + 2 * act.bend() * dy,
                (start.getY() + end.getY()) / 2 - 2 * act.bend() * dx);
        double width = act.width() * unit / 9;
        graphics.setColor(act.colour());
        graphics.setStroke(act.dashed() ? Colours.dashes(width) : Colours.line(width));
        Point2D tip = act.arrow() ? towards(end, middle, ARROW * unit * 0.8) : end;
        graphics.draw(new QuadCurve2D.Double(
                start.getX(), start.getY(), middle.getX(), middle.getY(), tip.getX(), tip.getY()));
        if (act.arrow()) {
            graphics.fill(head(middle, end, ARROW * unit));
        }
        if (!vote) {
            graphics.setFont(Colours.font(Font.PLAIN, 1.45 * unit));
            // A curve passes half-way between its chord and its point of control.
            double x = (start.getX() + end.getX()) / 4 + middle.getX() / 2;
            double y = (start.getY() + end.getY()) / 4 + middle.getY() / 2;
            ConsoleLabels.onGround(graphics, act.label(), x, y, Colours.INK);
        }
    }

    private static Point2D towards(Point2D from, Point2D to, double distance) {
        double length = Math.max(1e-9, from.distance(to));
        double t = Math.min(0.45, distance / length);
        return new Point2D.Double(
                from.getX() + t * (to.getX() - from.getX()), from.getY() + t * (to.getY() - from.getY()));
    }

    private static Path2D head(Point2D from, Point2D tip, double size) {
        double angle = Math.atan2(tip.getY() - from.getY(), tip.getX() - from.getX());
        Path2D head = new Path2D.Double();
        head.moveTo(tip.getX(), tip.getY());
        for (double side : new double[] {0.42, -0.42}) {
            head.lineTo(tip.getX() - size * Math.cos(angle + side), tip.getY() - size * Math.sin(angle + side));
        }
        head.closePath();
        return head;
    }
}
