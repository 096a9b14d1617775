package org.tumen.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tumen.ballot.Chamber;
import org.tumen.draw.Stream;
import org.tumen.words.Texts;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.EventKind;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Seventh phase: the vote on the panel's mandate when it is due, then a deliberation when there is an occasion. */
final class CouncilPhase implements Steppable {
    private final transient World w;
    private final transient CouncilState council;
    private final transient RunNumbers.Decisions effects;
    private final transient RunNumbers.Impacts impacts;
    private final transient Stream occasion;
    private final transient Stream statement;

    CouncilPhase(World world) {
        w = world;
        council = world.council;
        effects = council.p.effects;
        impacts = world.region.impacts;
        occasion = world.streams.register(council.name, "occasion");
        statement = world.streams.register(council.name, "statement");
    }

    @Override
    public void step(SimState state) {
        if (w.calendar.mandateVote(w.week) && council.panelInForce && !council.mandateFailed()) {
            renew();
        }
        RunNumbers.Deliberation d = council.p.deliberation;
        if (w.week - council.lastDeliberation >= d.interval && isCalled(d)) {
            council.lastDeliberation = w.week;
            double least = w.majorLaunchThisWeek ? d.urgency : d.otherUrgency;
            council.urgency = Clamp.greater(Clamp.atMostOne(w.launchHeat), least);
            deliberate();
        }
    }

    private boolean isCalled(RunNumbers.Deliberation d) {
        if (council.referred) {
            return true;
        }
        return w.launchThisWeek
                && w.draws.chance(occasion, w.week, w.majorLaunchThisWeek ? d.afterMajor : d.afterMinor);
    }

    private void renew() {
        double strength = council.p.strengths.mandate;
        council.urgency = Clamp.atMostOne(w.launchHeat);
        Bench bench = council.put(strength);
        VoteResult result = vote(bench, strength, Bench.Ballot.MANDATE);
        if (result == VoteResult.ADOPTED) {
            w.happened(EventKind.MANDATE_RENEWED, council.name, council.name, strength);
            return;
        }
        if (result == VoteResult.VETOED) {
            w.happened(EventKind.VETO, bench.vetoer(), council.name, strength);
        }
        council.failMandate(w.week);
        w.shiftIntegrity(-council.p.mandate.integrityLoss);
        w.tally.mandateFailed(w.week);
        w.happened(EventKind.MANDATE_FAILED, council.name, council.name, strength, impacts.mandateFailure);
    }

    private void deliberate() {
        Action tabled = council.policy.decide(council, council.draft.ask(w.week));
        double strength = council.strength(tabled);
        switch (tabled) {
            case TABLE_NOTHING -> {
                w.shiftIntegrity(-effects.nothingIntegrity);
                w.happened(EventKind.NOTHING_TABLED, council.name, council.name, 1);
            }
            case TABLE_STATEMENT -> seekStatement(strength);
            default -> table(strength);
        }
    }

    private void seekStatement(double strength) {
        Chamber chamber = council.put(strength).chamber;
        if (w.draws.chance(statement, w.week, chamber.unopposed(council.level()))) {
            w.voices.council += effects.statementHeat;
            w.shiftIntegrity(effects.statementIntegrity);
            w.happened(EventKind.STATEMENT, council.name, w.seller.name, strength, impacts.spiral * impacts.statement);
        } else {
            w.shiftIntegrity(-effects.blockedIntegrity);
            w.happened(EventKind.STATEMENT_BLOCKED, council.name, council.name, strength);
        }
    }

    private void table(double strength) {
        Bench bench = council.put(strength);
        w.tally.tabled();
        switch (vote(bench, strength, Bench.Ballot.DRAFT)) {
            case ADOPTED -> {
                council.adopt(effects.severity * strength);
                w.voices.council += effects.adoptedHeat;
                w.shiftIntegrity(effects.adoptedIntegrity * strength);
                w.happened(
                        EventKind.RESOLUTION,
                        council.name,
                        w.seller.name,
                        strength,
                        impacts.spiral * impacts.resolution);
            }
            case VETOED -> {
                w.shiftIntegrity(-effects.vetoIntegrity);
                w.happened(EventKind.VETO, bench.vetoer(), council.name, strength, impacts.veto);
            }
            case SHORT -> {
                w.shiftIntegrity(-effects.shortIntegrity);
                w.happened(EventKind.SHORT_VOTE, council.name, council.name, strength);
            }
        }
    }

    /** A roll call, from which the world learns. */
    private VoteResult vote(Bench bench, double strength, Bench.Ballot ballot) {
        VoteResult result = bench.call(ballot, council.policy, council, council.level(), w.draws);
        council.belief().learn(bench.chamber, bench.votes);
        Consumer<HeldVote> told = council.listener;
        if (told != null) {
            Map<String, Vote> votes = new LinkedHashMap<>();
            for (int i = 0; i < bench.votes.length; i++) {
                votes.put(bench.chamber.member(i).iso3(), bench.votes[i]);
            }
            told.accept(new HeldVote(w.week, Texts.key(ballot), strength, votes));
        }
        return result;
    }
}
