package org.tumen.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.Stream;
import org.tumen.policy.Choice;
import org.tumen.policy.CouncilPolicy;
import org.tumen.policy.CouncilView;
import org.tumen.policy.Policies;
import org.tumen.scenario.Council;
import org.tumen.scenario.DraftStrengths;
import org.tumen.scenario.Scenario;
import org.tumen.world.Action;
import org.tumen.world.Member;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Roster;

/** The Council: who sits on it week by week, the panel's mandate; also the view that its policy receives. */
final class CouncilState implements CouncilView {
    /** What the members vote on; each has draws of its own. */
    enum Ballot {
        MANDATE,
        DRAFT,
        STATEMENT
    }

    private static final int NEVER = -10_000;

    final String name;
    final Council parameters;
    final CouncilPolicy policy;
    final Choice draft;
    private final World world;
    private final Chamber[] chamberOfWeek;
    private final double[] rivalryOfWeek;

    /** What the Council contributes to the heat of the public record. */
    double heat;

    boolean panelInForce;
    boolean referred;
    int lastDeliberation;
    private int lapseWeek;

    @Nullable
    VoteListener listener;

    CouncilState(Scenario scenario, World world) {
        this.world = world;
        name = scenario.councilName();
        parameters = scenario.council();
        policy = Policies.council(parameters.policy());
        draft = new Choice(name, Question.DRAFT, world.draws, world.streams);
        chamberOfWeek = chambers(scenario);
        rivalryOfWeek = new double[scenario.weeks()];
        Arrays.setAll(rivalryOfWeek, week -> parameters.rivalryOn(scenario.day(week)));
    }

    private Chamber[] chambers(Scenario scenario) {
        Chamber[] byWeek = new Chamber[scenario.weeks()];
        Map<String, Stream[]> streams = new HashMap<>();
        Map<Roster, Chamber> byRoster = new LinkedHashMap<>();
        String buyerIso3 = scenario.buyer().iso3();
        for (int week = 0; week < byWeek.length; week++) {
            Roster roster = parameters.roster().on(scenario.day(week));
            Chamber chamber = byRoster.get(roster);
            if (chamber == null) {
                Stream[][] ofMembers = roster.members().stream()
                        .map(m -> streams.computeIfAbsent(m.iso3(), this::register))
                        .toArray(Stream[][]::new);
                chamber = new Chamber(roster, parameters, buyerIso3, ofMembers);
                byRoster.put(roster, chamber);
            }
            byWeek[week] = chamber;
        }
        return byWeek;
    }

    private Stream[] register(String iso3) {
        Stream[] streams = new Stream[Ballot.values().length];
        for (Ballot ballot : Ballot.values()) {
            streams[ballot.ordinal()] =
                    world.streams.register("member " + iso3, ballot.name().toLowerCase(Locale.ROOT) + "_vote");
        }
        return streams;
    }

    void reset() {
        heat = 0;
        panelInForce = parameters.mandate().inForce();
        // A panel that is out of force from the start lapsed long ago: the coalition is at work.
        lapseWeek = NEVER;
        referred = false;
        lastDeliberation = NEVER;
    }

    void lapse(int week) {
        panelInForce = false;
        lapseWeek = week;
    }

    SignalModel.Help help(int week) {
        if (panelInForce) {
            return SignalModel.Help.PANEL;
        }
        return week >= lapseWeek + parameters.mandate().coalitionDelay()
                ? SignalModel.Help.COALITION
                : SignalModel.Help.NONE;
    }

    /** The chamber of the week, with the expectations for a text of the given strength worked out. */
    Chamber expect(double strength) {
        Chamber chamber = chamberOfWeek[world.week];
        chamber.rivalry(rivalry());
        chamber.expect(strength, world.evidence, world.testHeat, world.exposure);
        return chamber;
    }

    /** The rivalry among the permanent members in the week. */
    double rivalry() {
        return rivalryOfWeek[world.week];
    }

    String nameOf(Member member) {
        return member.iso3();
    }

    @Override
    public int week() {
        return world.week;
    }

    @Override
    public PublicRecord record() {
        return world;
    }

    @Override
    public double strength(Action action) {
        DraftStrengths s = parameters.strengths();
        return switch (action) {
            case TABLE_NOTHING -> 0;
            case TABLE_STATEMENT -> s.statement();
            case TABLE_MILD -> s.mild();
            case TABLE_FIRM -> s.firm();
            case TABLE_STRONG -> s.strong();
            default -> throw new IllegalArgumentException("not something to table: " + action.key());
        };
    }

    @Override
    public double adoptionProbability(double strength) {
        return expect(strength).adoption();
    }

    @Override
    public double unopposedProbability(double strength) {
        return expect(strength).unopposed();
    }

    @Override
    public boolean referred() {
        return referred;
    }
}
