package org.tumen.console;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import javax.swing.JLabel;
import org.jspecify.annotations.Nullable;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.SimplePortrayal2D;
import sim.util.gui.LabelledList;

/** Draws an actor as a disc with its name and figures, a Council member as a small one with its code. */
final class ActorPortrayal extends SimplePortrayal2D {
    private static final double ACTOR = 3.6;
    private static final double MEMBER = 2.2;

    private static Color fill(ActorNode.Kind kind) {
        return switch (kind) {
            case SELLER -> Colours.VERMILLION;
            case BUYER -> Colours.ORANGE;
            case WARNER -> Colours.PURPLE;
            case ALLY -> Colours.GREEN;
            case COUNCIL -> Colours.BLUE;
            case MEMBER, PERMANENT_MEMBER -> Color.WHITE;
        };
    }

    private static Ellipse2D disc(ActorNode node, DrawInfo2D info) {
        double r = (node.kind().member() ? MEMBER : ACTOR) * info.draw.width;
        return new Ellipse2D.Double(info.draw.x - r, info.draw.y - r, 2 * r, 2 * r);
    }

    @Override
    public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
        if (!(object instanceof ActorNode node)) {
            return;
        }
        Colours.smooth(graphics);
        Ellipse2D disc = disc(node, info);
        double unit = info.draw.width;
        graphics.setColor(fill(node.kind()));
        graphics.fill(disc);
        graphics.setColor(info.selected ? Colours.GREEN : Colours.INK);
        graphics.setStroke(Colours.line((node.kind() == ActorNode.Kind.MEMBER ? 0.12 : 0.32) * unit));
        graphics.draw(disc);
        if (node.kind().member()) {
            graphics.setFont(Colours.font(Font.PLAIN, 1.3 * unit));
            ConsoleLabels.centred(graphics, node.label(), info.draw.x, info.draw.y + 0.47 * unit, Colours.INK);
            return;
        }
        write(node, graphics, info.draw.x, info.draw.y, unit);
    }

    /** Name and figures stand on the outer side, where no edges run. */
    private static void write(ActorNode node, Graphics2D graphics, double x, double y, double unit) {
        boolean top = node.kind() == ActorNode.Kind.WARNER || node.kind() == ActorNode.Kind.COUNCIL;
        int lines = node.facts().size();
        double down = top ? -(ACTOR + 1.1 + 1.8 * lines) : ACTOR + 2.4;
        graphics.setFont(Colours.font(Font.BOLD, 1.75 * unit));
        ConsoleLabels.centred(graphics, node.label(), x, y + down * unit, Colours.INK);
        graphics.setFont(Colours.font(Font.PLAIN, 1.4 * unit));
        for (String fact : node.facts()) {
            down += 1.8;
            ConsoleLabels.centred(graphics, fact, x, y + down * unit, Colours.MUTED);
        }
    }

    @Override
    public boolean hitObject(Object object, DrawInfo2D range) {
        return object instanceof ActorNode node
                && disc(node, range).intersects(range.clip.x, range.clip.y, range.clip.width, range.clip.height);
    }

    @Override
    public @Nullable Inspector getInspector(LocationWrapper wrapper, GUIState state) {
        return wrapper.getObject() instanceof ActorNode node ? new Facts(node) : null;
    }

    /** What a click on a node shows, as of the week of the click. */
    private static final class Facts extends Inspector {
        Facts(ActorNode node) {
            setVolatile(false);
            setLayout(new BorderLayout());
            LabelledList list = new LabelledList(node.label());
            node.facts().forEach(fact -> list.addLabelled("", new JLabel(fact)));
            add(list, BorderLayout.NORTH);
        }

        @Override
        public void updateInspector() {
            // The facts are those of the week in which they were asked for.
        }
    }
}
