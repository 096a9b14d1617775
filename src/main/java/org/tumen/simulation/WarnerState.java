package org.tumen.simulation;

import org.tumen.draw.SteadyExp;
import org.tumen.draw.Stream;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.WarnerView;
import org.tumen.scenario.actor.Warner;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** A warner: its intelligence, its word and its past acts; also the view that its policy receives. */
final class WarnerState extends ActorState implements WarnerView {
    private static final int NEVER = -10_000;

    final RunNumbers.Warner p = new RunNumbers.Warner();
    final Policy<WarnerView> policy;
    final Choice statement;
    final Stream signalStream;
    final SteadyExp unseen = new SteadyExp();
    final SteadyExp unseenByAssumption = new SteadyExp();
    final Stream preparation;
    final Stream execution;

    double belief;
    boolean signal;
    double credibility;

    /** What this warner contributes to the heat of the public record. */
    double heat;

    double fatigue;
    double repetition;
    boolean packagePending;
    int packages;
    Action lastAction = Action.HOLD;
    private int lastActWeek;
    private int lastWarningWeek;

    private boolean commitmentOpen;
    private int commitmentWeek;
    private int commitmentDeal;
    private boolean followedThrough;

    WarnerState(String name, Warner parameters, World world) {
        super(name, world);
        policy = take(parameters, p, Policies.create(Role.WARNER, parameters.policy()));
        statement = choice(Question.STATEMENT);
        signalStream = world.streams.register(name, "signal");
        preparation = world.streams.register(name, "preparation");
        execution = world.streams.register(name, "execution");
    }

    void reset() {
        belief = p.intelligence.startBelief;
        signal = false;
        credibility = p.credibility.start;
        heat = 0;
        fatigue = 0;
        repetition = 0;
        packagePending = false;
        packages = 0;
        lastAction = Action.HOLD;
        lastActWeek = NEVER;
        lastWarningWeek = NEVER;
        commitmentOpen = false;
        followedThrough = false;
    }

    /** Remembers the act of the week: it tires of acting, and of repeating itself. */
    void remember(Action act, int week) {
        if (act == Action.HOLD) {
            repetition *= p.habit.repetitionFade;
            return;
        }
        repetition =
                act == lastAction ? Clamp.atMostOne(repetition + p.habit.repetition) : repetition * p.habit.variation;
        fatigue += p.habit.fatigue * (1 - fatigue);
        lastAction = act;
        lastActWeek = week;
        if (act == Action.WARN) {
            lastWarningWeek = week;
        }
    }

    /** A warning opens a commitment, unless one is open. */
    void commit(int week, int dealNumber) {
        if (!commitmentOpen) {
            commitmentOpen = true;
            commitmentWeek = week;
            commitmentDeal = dealNumber;
            followedThrough = false;
        }
    }

    /** A referral or a package follows an open commitment through. */
    void followThrough() {
        followedThrough = commitmentOpen;
    }

    /** An appeal beside an open commitment is a mixed signal. */
    void mixSignals() {
        if (commitmentOpen) {
            credibility = Clamp.share(credibility - p.credibility.mixedSignal);
        }
    }

    /**
     * Settles an open commitment, last in the week: kept when it was followed through or the deal that was live at its
     * opening is no longer; at the deadline a bluff where a deal is live, else a false alarm.
     */
    void settle(int week, Deal deal) {
        if (!commitmentOpen) {
            return;
        }
        boolean left = commitmentDeal != Deal.NO_DEAL && deal.liveNumber() != commitmentDeal;
        if (followedThrough || left) {
            credibility = Clamp.share(credibility + p.credibility.kept * (1 - credibility));
        } else if (week >= commitmentWeek + p.credibility.commitmentWeeks) {
            credibility *= 1 - (deal.live() ? p.credibility.bluff : p.credibility.falseAlarm);
        } else {
            return;
        }
        commitmentOpen = false;
        followedThrough = false;
    }

    @Override
    public double belief() {
        return belief;
    }

    @Override
    public boolean signal() {
        return signal;
    }

    @Override
    public double credibility() {
        return credibility;
    }

    @Override
    public boolean commitmentOpen() {
        return commitmentOpen;
    }

    @Override
    public Action lastAction() {
        return lastAction;
    }

    @Override
    public double repetition() {
        return repetition;
    }

    @Override
    public double fatigue() {
        return fatigue;
    }

    @Override
    public boolean packagePending() {
        return packagePending;
    }

    @Override
    public int weeksSinceAct() {
        return world.week - lastActWeek;
    }

    @Override
    public int weeksSinceWarning() {
        return world.week - lastWarningWeek;
    }

    @Override
    public int packages() {
        return packages;
    }
}
