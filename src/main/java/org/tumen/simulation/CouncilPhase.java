package org.tumen.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.Stream;
import org.tumen.scenario.CouncilEffects;
import org.tumen.scenario.DeliberationParameters;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.EventKind;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Fifth phase: the vote on the panel's mandate when it is due, then a deliberation when there is an occasion. */
final class CouncilPhase implements Steppable {
    private static final long serialVersionUID = 1;

    private final transient World world;
    private final transient Stream occasion;
    private final transient boolean[] renewalDue;

    /** What the last vote came to. */
    private transient int yesVotes;

    private transient int noVotes;
    private transient @Nullable String vetoer;

    CouncilPhase(World world) {
        this.world = world;
        occasion = world.streams.register(world.council.name, "occasion");
        renewalDue = new boolean[world.scenario.weeks()];
        List<Integer> renewals = world.council.parameters.mandate().renewals();
        for (int week : renewals) {
            if (week < renewalDue.length) {
                renewalDue[week] = true;
            }
        }
    }

    @Override
    public void step(SimState state) {
        World w = world;
        CouncilState council = w.council;
        if (renewalDue[w.week] && council.panelInForce) {
            renew(w);
        }
        DeliberationParameters p = council.parameters.deliberation();
        boolean called = council.referred || (w.testThisWeek && w.draws.chance(occasion, w.week, p.afterTest()));
        if (called && w.week - council.lastDeliberation >= p.interval()) {
            council.lastDeliberation = w.week;
            deliberate(w);
        }
    }

    private void renew(World w) {
        CouncilState council = w.council;
        double strength = council.parameters.strengths().mandate();
        VoteResult result = vote(w, strength, CouncilState.Ballot.MANDATE);
        if (result == VoteResult.ADOPTED) {
            w.happened(EventKind.MANDATE_RENEWED, council.name, council.name, strength);
            return;
        }
        if (result == VoteResult.VETOED) {
            w.happenedUnfelt(EventKind.VETO, vetoer(), council.name, strength);
        } else {
            w.happenedUnfelt(EventKind.SHORT_VOTE, council.name, council.name, strength);
        }
        council.lapse(w.week);
        w.integrity = Clamp.index(w.integrity - council.parameters.mandate().integrityLoss());
        w.tally.lapsed(w.week);
        w.happened(EventKind.MANDATE_LAPSED, council.name, council.name, 1);
    }

    private void deliberate(World w) {
        CouncilState council = w.council;
        CouncilEffects effects = council.parameters.effects();
        Action tabled = council.policy.decide(council, council.draft.ask(w.week));
        switch (tabled) {
            case TABLE_NOTHING -> {
                shiftIntegrity(w, -effects.nothingIntegrity());
                w.happened(EventKind.NOTHING_TABLED, council.name, council.name, 1);
            }
            case TABLE_STATEMENT -> seekStatement(w, effects, council.strength(tabled));
            default -> table(w, effects, council.strength(tabled));
        }
    }

    private void seekStatement(World w, CouncilEffects effects, double strength) {
        CouncilState council = w.council;
        vote(w, strength, CouncilState.Ballot.STATEMENT);
        if (noVotes == 0) {
            council.heat += w.roomForHeat(effects.statementHeat());
            w.takeHeat();
            shiftIntegrity(w, effects.statementIntegrity());
            w.happened(EventKind.STATEMENT, council.name, w.seller.name, strength);
        } else {
            shiftIntegrity(w, -effects.blockedIntegrity());
            w.happened(EventKind.STATEMENT_BLOCKED, council.name, council.name, strength);
        }
    }

    private void table(World w, CouncilEffects effects, double strength) {
        CouncilState council = w.council;
        switch (vote(w, strength, CouncilState.Ballot.DRAFT)) {
            case ADOPTED -> {
                double enforcement = effects.enforcement() * (1 - effects.exposureDiscount() * w.exposure);
                w.sanctions.add(effects.severity() * strength, enforcement, false);
                council.heat += w.roomForHeat(effects.adoptedHeat());
                w.takeHeat();
                shiftIntegrity(w, effects.adoptedIntegrity() * strength);
                w.tally.sanctioned(w.week);
                w.happened(EventKind.RESOLUTION, council.name, w.seller.name, strength);
            }
            case VETOED -> {
                shiftIntegrity(w, -effects.vetoIntegrity());
                w.happened(EventKind.VETO, vetoer(), council.name, strength);
            }
            case SHORT -> {
                shiftIntegrity(w, -effects.shortIntegrity());
                w.happened(EventKind.SHORT_VOTE, council.name, council.name, strength);
            }
        }
    }

    private VoteResult vote(World w, double strength, CouncilState.Ballot ballot) {
        CouncilState council = w.council;
        Chamber chamber = council.expect(strength);
        VoteListener told = council.listener;
        Map<String, Vote> votes = told == null ? Map.of() : new LinkedHashMap<>();
        yesVotes = 0;
        noVotes = 0;
        vetoer = null;
        int permanentNo = 0;
        for (int i = 0; i < chamber.size(); i++) {
            Vote cast = cast(w, chamber, i, ballot);
            if (cast == Vote.YES) {
                yesVotes++;
            } else if (cast == Vote.NO) {
                noVotes++;
                if (chamber.member(i).permanent()) {
                    permanentNo++;
                    vetoer = vetoer == null ? chamber.member(i).iso3() : vetoer;
                }
            }
            if (told != null) {
                votes.put(chamber.member(i).iso3(), cast);
            }
        }
        if (told != null) {
            told.voted(new HeldVote(w.week, ballot.name().toLowerCase(Locale.ROOT), strength, votes));
        }
        return VoteResult.of(yesVotes, permanentNo);
    }

    private static Vote cast(World w, Chamber chamber, int i, CouncilState.Ballot ballot) {
        CouncilState council = w.council;
        Vote fixed = council.policy.vote(council, chamber.member(i), ballot == CouncilState.Ballot.MANDATE);
        if (fixed != null) {
            return fixed;
        }
        double u = w.draws.uniform(chamber.stream(i, ballot), w.week);
        if (u < chamber.yes(i)) {
            return Vote.YES;
        }
        return u < 1 - chamber.no(i) ? Vote.ABSTAIN : Vote.NO;
    }

    private String vetoer() {
        if (vetoer == null) {
            throw new IllegalStateException("nobody vetoed");
        }
        return vetoer;
    }

    private static void shiftIntegrity(World w, double by) {
        w.integrity = Clamp.index(w.integrity + by);
    }
}
