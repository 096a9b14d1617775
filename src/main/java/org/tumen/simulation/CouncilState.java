package org.tumen.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.ballot.Belief;
import org.tumen.ballot.Chamber;
import org.tumen.ballot.LevelDistribution;
import org.tumen.ballot.Rivalry;
import org.tumen.ballot.VoteWeights;
import org.tumen.draw.Stream;
import org.tumen.policy.Choice;
import org.tumen.policy.CouncilPolicy;
import org.tumen.policy.CouncilView;
import org.tumen.policy.Policies;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Council;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.Question;
import org.tumen.world.Roster;

/**
 * The Council: who sits on it week by week, the rivalry that nobody sees and what is believed of it, the panel and the
 * coalition, the measures adopted; also the view that its policy receives.
 */
final class CouncilState extends ActorState implements CouncilView {
    private static final int NEVER = -10_000;

    final RunNumbers.Council p = new RunNumbers.Council();
    final CouncilPolicy policy;
    final Choice draft;
    private final Council parameters;
    private final Map<Roster, Bench> benches = new LinkedHashMap<>();
    private final Bench[] benchOfWeek;
    private final Stream levelStart;
    private final Belief belief;

    private LevelDistribution startBelief;
    private Rivalry rivalry;
    private double renewalChance;

    /** The hidden level of rivalry. */
    private int level;

    boolean panelInForce;
    boolean coalitionInForce;

    /** The week in which the renewal of the panel's mandate failed; never when it has not. */
    private int failureWeek;

    boolean referred;
    int lastDeliberation;

    /** The product of what adopted measures leave open. */
    private double leftOpen;

    /** How urgent the text that is weighed is, K'. */
    double urgency;

    @Nullable
    Consumer<HeldVote> listener;

    CouncilState(Scenario scenario, World world) {
        super(scenario.councilName(), world);
        parameters = scenario.council();
        policy = take(parameters, p, Policies.council(parameters.policy()));
        draft = choice(Question.DRAFT);
        levelStart = world.streams.register(name, "rivalry_start");
        startBelief = LevelDistribution.of(p.rivalry.start);
        rivalry = Rivalry.DEFAULT;
        belief = new Belief(startBelief);
        benchOfWeek = benches(scenario);
        takeNumbers();
    }

    private Bench[] benches(Scenario scenario) {
        Bench[] byWeek = new Bench[scenario.weeks()];
        Map<String, Bench.Seat> seats = new HashMap<>();
        for (int week = 0; week < byWeek.length; week++) {
            Roster roster = parameters.roster().on(scenario.day(week));
            byWeek[week] = benches.computeIfAbsent(
                    roster,
                    r -> new Bench(
                            new Chamber(
                                    r, parameters.alignment(), scenario.buyer().iso3()),
                            world.streams,
                            seats));
        }
        return byWeek;
    }

    /** Takes weights, belief and rate of rivalry from the numbers of the run. */
    void takeNumbers() {
        RunNumbers.Voting v = p.voting;
        VoteWeights weights = new VoteWeights(
                v.intercept,
                v.ideal,
                v.strictness,
                v.rivalry,
                v.provocation,
                v.selfInterest,
                v.abstention,
                v.scale,
                v.partialAlignment);
        benches.values().forEach(bench -> bench.chamber.weigh(weights));
        startBelief = LevelDistribution.of(p.rivalry.start);
        rivalry = new Rivalry(LevelDistribution.of(p.rivalry.renewed), p.rivalry.renewal);
        renewalChance = rivalry.moved(1);
    }

    void reset() {
        belief.set(startBelief);
        level = startBelief.draw(world.draws.uniform(levelStart, 0));
        panelInForce = parameters.mandate().inForce();
        coalitionInForce = false;
        failureWeek = NEVER;
        referred = false;
        lastDeliberation = NEVER;
        leftOpen = 1;
        urgency = 0;
    }

    /** The probability that rivalry is drawn anew in a week. */
    double renewalChance() {
        return renewalChance;
    }

    /** Rivalry is drawn anew. */
    void renewRivalry(double uniform) {
        level = rivalry.base().draw(uniform);
    }

    /** The belief moves on as rivalry may have. */
    void expectRenewal(double chance) {
        belief.redraw(chance, rivalry.base());
    }

    /** True rivalry, g, hidden from all. */
    double trueRivalry() {
        return LevelDistribution.rivalry(level);
    }

    int level() {
        return level;
    }

    Belief belief() {
        return belief;
    }

    /** ḡ, what is believed. */
    double believedRivalry() {
        return belief.mean();
    }

    /** The bench of the week with a text put to it. */
    Bench put(double strength) {
        Bench bench = benchOfWeek[world.week];
        bench.chamber.put(strength, Clamp.share(urgency), world.exposure);
        return bench;
    }

    boolean mandateFailed() {
        return failureWeek != NEVER;
    }

    void failMandate(int week) {
        failureWeek = week;
    }

    /** Whether the panel, its mandate not renewed, ends this week. */
    boolean panelDue(int week) {
        return panelInForce && mandateFailed() && week >= failureWeek + p.mandate.ending;
    }

    void adopt(double severity) {
        leftOpen *= 1 - severity;
    }

    /** S, the severity of the regime with all measures adopted. */
    double severity() {
        return 1 - (1 - p.regime.severity) * leftOpen;
    }

    @Override
    public double strength(Action action) {
        RunNumbers.Strengths s = p.strengths;
        return switch (action) {
            case TABLE_NOTHING -> 0;
            case TABLE_STATEMENT -> s.statement;
            case TABLE_MILD -> s.mild;
            case TABLE_FIRM -> s.firm;
            case TABLE_STRONG -> s.strong;
            default -> throw new IllegalArgumentException("not something to table: " + action.key());
        };
    }

    @Override
    public double adoptionProbability(double strength) {
        return put(strength).chamber.adoption(belief);
    }

    @Override
    public double unopposedProbability(double strength) {
        return put(strength).chamber.unopposed(belief);
    }

    @Override
    public boolean referred() {
        return referred;
    }
}
