package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.WarnerView;
import org.tumen.scenario.CredibilityParameters;
import org.tumen.scenario.Warner;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;

/** A warner: its intelligence, its word and its past acts; also the view that its policy receives. */
final class WarnerState implements WarnerView {
    private static final int NEVER = -10_000;

    final String name;
    final Warner parameters;
    final Policy<WarnerView> policy;
    final Choice statement;
    final Stream signalStream;
    private final World world;

    double belief;
    boolean signal;
    double credibility;

    /** What this warner contributes to the heat of the public record. */
    double heat;

    int measures;
    Action lastAction = Action.HOLD;
    double repetition;
    private int lastActWeek;
    private int lastWarningWeek;

    private boolean commitmentOpen;
    private int commitmentWeek;
    private int commitmentDeal;
    private boolean dealQuit;
    private boolean dealCompleted;

    WarnerState(String name, Warner parameters, World world, Draws draws, Streams streams) {
        this.name = name;
        this.parameters = parameters;
        this.world = world;
        policy = Policies.warner(parameters.policy());
        statement = new Choice(name, Question.STATEMENT, draws, streams);
        signalStream = streams.register(name, "signal");
    }

    void reset() {
        belief = parameters.intelligence().startBelief();
        signal = false;
        credibility = parameters.credibility().start();
        heat = 0;
        measures = 0;
        lastAction = Action.HOLD;
        repetition = 0;
        lastActWeek = NEVER;
        lastWarningWeek = NEVER;
        commitmentOpen = false;
    }

    /** Remembers the act of the week: repetition fades on a hold and grows when the last act is made again. */
    void remember(Action act, int week) {
        if (act == Action.HOLD) {
            repetition *= 0.9;
            return;
        }
        repetition = act == lastAction ? Clamp.atMostOne(repetition + 0.5) : 0;
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
            dealQuit = false;
            dealCompleted = false;
        }
    }

    /** Hears that a deal ended. */
    void dealEnded(int dealNumber, boolean completed) {
        if (commitmentOpen && commitmentDeal == dealNumber) {
            dealCompleted = completed;
            dealQuit = !completed;
        }
    }

    /**
     * Settles an open commitment, after the act of the week: kept when a referral or sanctions followed it through or the
     * deal was left; a bluff when the deal was completed, or still lives at the deadline; else a false alarm.
     *
     * @return true when credibility may have changed
     */
    boolean settle(Action act, int week, boolean dealLive) {
        if (!commitmentOpen) {
            return false;
        }
        CredibilityParameters c = parameters.credibility();
        boolean followedThrough = act == Action.REFER || act == Action.SANCTION;
        if (followedThrough || dealQuit) {
            credibility = Clamp.share(credibility + c.kept() * (1 - credibility));
        } else if (dealCompleted) {
            credibility *= c.bluff();
        } else if (week >= commitmentWeek + c.commitmentWeeks()) {
            credibility *= dealLive ? c.bluff() : c.falseAlarm();
        } else {
            return false;
        }
        commitmentOpen = false;
        return true;
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
    public int weeksSinceAct() {
        return world.week - lastActWeek;
    }

    @Override
    public int weeksSinceWarning() {
        return world.week - lastWarningWeek;
    }

    @Override
    public int measures() {
        return measures;
    }
}
