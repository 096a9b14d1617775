package org.tumen.console;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.experiment.ActorNames;
import org.tumen.simulation.HeldVote;
import org.tumen.simulation.WeekState;
import org.tumen.world.Event;
import org.tumen.world.Vote;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;

/** Writes on the network which week it is, what the colours mean, and the events of the week in words. */
final class Caption extends FieldPortrayal2D {
    private static final int LINES = 6;

    private final Week week;

    Caption(Week week) {
        this.week = week;
    }

    @Override
    public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
        if (week.scenario == null) {
            return;
        }
        Colours.smooth(graphics);
        double unit = info.draw.width / ActorNetwork.WIDTH;
        double left = info.draw.x + 2 * unit;
        double top = info.draw.y;
        heading(graphics, left, top, unit);
        legend(graphics, info.draw.x + 78 * unit, top + 3.2 * unit, unit);
        happened(graphics, left, top + 14.8 * unit, unit);
    }

    private void heading(Graphics2D graphics, double x, double y, double unit) {
        WeekState s = week.state();
        boolean begun = s.week() >= 0;
        graphics.setFont(Colours.font(Font.BOLD, 2.3 * unit));
        String when = begun ? "Week " + s.week() + ", " + week.scenario().day(s.week()) : "Before the first week";
        ConsoleLabels.left(graphics, when, x, y + 4 * unit, Colours.INK);
        graphics.setFont(Colours.font(Font.PLAIN, 1.5 * unit));
        List<String> lines = List.of(
                week.title,
                "run " + week.run + ", seed " + week.seed,
                String.format(Locale.ROOT, "stability %.1f, tension %.1f", s.stability(), s.tension())
                        + (s.crisis() ? ", crisis" : ""));
        for (int i = 0; i < lines.size(); i++) {
            ConsoleLabels.left(graphics, lines.get(i), x, y + (6.6 + 2.2 * i) * unit, Colours.MUTED);
        }
    }

    private record Key(String label, Color colour, boolean dashed) {}

    private static final List<Key> KEYS = List.of(
            new Key("arms talks", Colours.SKY, true),
            new Key("deal agreed", Colours.ORANGE, true),
            new Key("deal shipping", Colours.VERMILLION, false),
            new Key("appeal", Colours.GREEN, false),
            new Key("concern", Colours.ORANGE, false),
            new Key("warning, referral", Colours.PURPLE, false),
            new Key("sanctions", Colours.VERMILLION, false),
            new Key("vote yes, statement", Colours.BLUE, false),
            new Key("vote no", Colours.VERMILLION, false),
            new Key("abstention", Color.GRAY, false));

    private static void legend(Graphics2D graphics, double x, double y, double unit) {
        graphics.setFont(Colours.font(Font.PLAIN, 1.35 * unit));
        for (int i = 0; i < KEYS.size(); i++) {
            Key key = KEYS.get(i);
            double at = y + 2.05 * i * unit;
            boolean deal = i < 3;
            boolean vote = i > 6;
            double width = (deal ? 0.6 : vote ? 0.28 : 0.35) * unit;
            graphics.setColor(key.colour());
            graphics.setStroke(key.dashed() ? Colours.dashes(width) : Colours.line(width));
            graphics.draw(new Line2D.Double(x, at - 0.5 * unit, x + 4 * unit, at - 0.5 * unit));
            ConsoleLabels.left(graphics, key.label(), x + 5 * unit, at, Colours.INK);
        }
    }

    private void happened(Graphics2D graphics, double x, double y, double unit) {
        graphics.setFont(Colours.font(Font.BOLD, 1.4 * unit));
        ConsoleLabels.left(graphics, "This week", x, y, Colours.INK);
        graphics.setFont(Colours.font(Font.PLAIN, 1.25 * unit));
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            ConsoleLabels.left(graphics, lines.get(i), x, y + 2 * (i + 1) * unit, Colours.INK);
        }
    }

    private List<String> lines() {
        ActorNames names = new ActorNames(week.scenario());
        List<String> lines = new ArrayList<>();
        for (HeldVote vote : week.votes) {
            lines.add(String.format(
                    Locale.ROOT,
                    "vote on a %s: %d-%d-%d",
                    vote.subject(),
                    vote.count(Vote.YES),
                    vote.count(Vote.NO),
                    vote.count(Vote.ABSTAIN)));
        }
        for (Event event : week.events) {
            String line =
                    names.label(event.source()) + ": " + event.kind().key().replace('_', ' ');
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        if (lines.size() > LINES) {
            int more = lines.size() - LINES + 1;
            lines.subList(LINES - 1, lines.size()).clear();
            lines.add("and " + more + " more");
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }
}
