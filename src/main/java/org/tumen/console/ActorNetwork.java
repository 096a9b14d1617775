package org.tumen.console;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.ActorNames;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.HeldVote;
import org.tumen.simulation.WeekState;
import org.tumen.world.Event;
import org.tumen.world.Member;
import org.tumen.world.Stage;
import sim.field.continuous.Continuous2D;
import sim.field.network.Network;
import sim.portrayal.network.SpatialNetwork2D;
import sim.util.Double2D;

/**
 * The actors in the plane, and the acts of one week between them: the deal, statements, measures and votes. Warners stand at
 * the top, seller and buyer at the sides, the Council below with its members about it as they sit.
 */
final class ActorNetwork {
    static final double WIDTH = 100;
    static final double HEIGHT = 76;

    private static final double TOP = 19;
    private static final double MIDDLE = 36;
    private static final Double2D COUNCIL = new Double2D(50, 53);
    private static final double MEMBERS_X = 31;
    private static final double MEMBERS_Y = 19;
    private static final double BEND = 0.11;

    private final Continuous2D places = new Continuous2D(WIDTH, WIDTH, HEIGHT);
    private final Network network = new Network(true);
    private final Map<String, ActorNode> nodes = new LinkedHashMap<>();

    Continuous2D places() {
        return places;
    }

    Network graph() {
        return network;
    }

    SpatialNetwork2D acts() {
        return new SpatialNetwork2D(places, network);
    }

    /** Takes over the actors and acts of a week. */
    void show(Week week) {
        places.clear();
        network.clear();
        nodes.clear();
        placeActors(week.scenario(), week.state());
        placeMembers(week.scenario(), Math.max(0, week.state().week()));
        deal(week.scenario(), week.state());
        votes(week);
        statements(week);
    }

    private void placeActors(Scenario scenario, WeekState state) {
        long between = scenario.actors().values().stream()
                .map(actor -> ActorNode.Kind.of(actor.role()))
                .filter(ActorNode.Kind::between)
                .count();
        int placed = 0;
        for (var actor : scenario.actors().entrySet()) {
            ActorNode.Kind kind = ActorNode.Kind.of(actor.getValue().role());
            Double2D at =
                    switch (kind) {
                        case SELLER -> new Double2D(13, MIDDLE);
                        case BUYER -> new Double2D(87, MIDDLE);
                        case WARNER, ALLY -> new Double2D(50 + (placed++ - (between - 1) / 2.0) * 34 / between, TOP);
                        default -> COUNCIL;
                    };
            add(new ActorNode(actor.getKey(), actor.getValue().label(), kind, facts(kind, actor.getKey(), state)), at);
        }
    }

    private static List<String> facts(ActorNode.Kind kind, String name, WeekState s) {
        return switch (kind) {
            case SELLER ->
                List.of(
                        index("arsenal", s.arsenal()),
                        share("hardship", s.hardship()),
                        share("pressure", s.pressure()));
            case BUYER -> List.of(share("need", s.need()), "depth " + s.depth());
            case WARNER ->
                List.of(
                        share("belief", s.beliefs().getOrDefault(name, 0.0)),
                        share("credibility", s.credibilities().getOrDefault(name, 0.0)));
            case ALLY -> List.of();
            default -> List.of(index("integrity", s.integrity()), s.panelInForce() ? "panel in force" : "panel lapsed");
        };
    }

    private static String share(String what, double value) {
        return String.format(Locale.ROOT, "%s %.2f", what, value);
    }

    private static String index(String what, double value) {
        return String.format(Locale.ROOT, "%s %.1f", what, value);
    }

    private void placeMembers(Scenario scenario, int week) {
        List<Member> members =
                scenario.council().roster().on(scenario.day(week)).members();
        ActorNames names = new ActorNames(scenario);
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            double angle = Math.toRadians(188 - 196.0 * i / Math.max(1, members.size() - 1));
            Double2D at =
                    new Double2D(COUNCIL.x + MEMBERS_X * Math.cos(angle), COUNCIL.y + MEMBERS_Y * Math.sin(angle));
            ActorNode.Kind kind = member.permanent() ? ActorNode.Kind.PERMANENT_MEMBER : ActorNode.Kind.MEMBER;
            add(new ActorNode(member.iso3(), member.iso3(), kind, List.of(names.label(member.iso3()))), at);
        }
    }

    private void add(ActorNode node, Double2D at) {
        // A member that is an actor too is told from it by its kind.
        nodes.putIfAbsent(key(node.kind().member(), node.name()), node);
        network.addNode(node);
        places.setObjectLocation(node, at);
    }

    private static String key(boolean member, String name) {
        return (member ? "member " : "actor ") + name;
    }

    private void connect(String from, String to, Act act) {
        ActorNode source = nodes.get(from);
        ActorNode target = nodes.get(to);
        if (source != null && target != null && source != target) {
            network.addEdge(source, target, act);
        }
    }

    private void deal(Scenario scenario, WeekState state) {
        Stage stage = state.stage();
        String label =
                switch (stage) {
                    case NONE -> "no deal";
                    case TALKS -> "arms talks";
                    default ->
                        String.format(
                                Locale.ROOT,
                                "%s: %s to go",
                                stage == Stage.AGREED ? "agreed" : "shipping",
                                scenario.deal().cargo().told(state.remaining()));
                };
        double width = stage == Stage.NONE ? 2 : stage == Stage.SHIPPING ? 7 : 5;
        connect(
                key(false, scenario.sellerName()),
                key(false, scenario.buyerName()),
                new Act(label, Colours.of(stage), width, stage != Stage.SHIPPING, stage == Stage.SHIPPING, 0));
    }

    private void votes(Week week) {
        if (week.votes.isEmpty()) {
            return;
        }
        HeldVote last = week.votes.get(week.votes.size() - 1);
        String council = key(false, week.scenario().councilName());
        last.votes()
                .forEach((member, vote) ->
                        connect(key(true, member), council, new Act("", Colours.of(vote), 2.5, false, false, 0)));
    }

    private void statements(Week week) {
        Map<String, Integer> between = new HashMap<>();
        List<String> told = new ArrayList<>();
        for (Event event : week.events) {
            Color colour = colour(event);
            String pair = event.source() + " " + event.target();
            if (colour == null || told.contains(pair + event.kind())) {
                continue;
            }
            told.add(pair + event.kind());
            int nth = between.merge(pair, 1, Integer::sum);
            String label = event.kind().key().replace('_', ' ');
            connect(
                    key(false, event.source()),
                    key(false, event.target()),
                    new Act(label, colour, 3, false, true, BEND * nth));
        }
    }

    /** The colour of an act that an edge shows; null for the others. */
    static @Nullable Color colour(Event event) {
        return switch (event.kind()) {
            case APPEAL -> Colours.GREEN;
            case CONCERN -> Colours.ORANGE;
            case WARNING, REFERRAL -> Colours.PURPLE;
            case PACKAGE, ALLY_PACKAGE, RESOLUTION -> Colours.VERMILLION;
            case STATEMENT -> Colours.BLUE;
            default -> null;
        };
    }
}
