package org.tumen.simulation;

import java.util.Arrays;

import org.tumen.world.Clamp;
import java.util.List;
import java.util.Locale;
import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.policy.PenholderParameters;
import org.tumen.scenario.Council;
import org.tumen.scenario.CouncilEffects;
import org.tumen.scenario.ImpactParameters;
import org.tumen.scenario.MandateParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.VotingParameters;
import org.tumen.world.Member;

/** The Council of {@link BareLoop}: fifteen members that do not change, a penholder, the panel's mandate. */
final class BareCouncil {
    private static final int SIZE = 15;
    private static final int MAJORITY = 9;
    private static final int MANDATE = 0;
    private static final int DRAFT = 1;
    private static final int STATEMENT = 2;

    private final BareState s;
    private final Draws draws;
    private final Council p;
    private final CouncilEffects effects;
    private final MandateParameters mandate;
    private final VotingParameters voting;
    private final PenholderParameters penholder;
    private final ImpactParameters impacts;
    private final double heatCap;
    private final Stream occasion;
    private final Stream[][] ballots = new Stream[CouncilState.Ballot.values().length][SIZE];
    private final double[] own = new double[SIZE];
    private final double[] aligned = new double[SIZE];
    private final boolean[] buyer = new boolean[SIZE];
    private final boolean[] permanent = new boolean[SIZE];
    private final double[] yes = new double[SIZE];
    private final double[] no = new double[SIZE];
    private final double[] tally = new double[MAJORITY + 1];
    private final double width;
    private final boolean[] renewal;
    private int yesVotes;
    private int noVotes;
    private boolean vetoed;

    BareCouncil(Scenario scenario, BareState state, Draws draws, Streams streams) {
        s = state;
        this.draws = draws;
        p = scenario.council();
        effects = p.effects();
        mandate = p.mandate();
        voting = p.voting();
        penholder = (PenholderParameters) p.policy().parameters();
        impacts = scenario.region().impacts();
        heatCap = scenario.region().record().heatCap();
        occasion = streams.register(scenario.councilName(), "occasion");
        width = PortableMath.exp(voting.threshold() / voting.scale());
        renewal = new boolean[scenario.weeks()];
        List<Integer> renewals = mandate.renewals();
        renewals.stream().filter(w -> w < renewal.length).forEach(w -> renewal[w] = true);
        List<Member> members = p.roster().on(scenario.start()).members();
        for (int i = 0; i < SIZE; i++) {
            Member member = members.get(i);
            own[i] = PortableMath.exp((voting.intercept() + voting.ideal() * member.ideal()) / voting.scale());
            aligned[i] = p.rivalry() * p.alignment().getOrDefault(member.iso3(), 0.0);
            buyer[i] = member.iso3().equals(scenario.buyer().iso3());
            permanent[i] = member.permanent();
            for (CouncilState.Ballot ballot : CouncilState.Ballot.values()) {
                ballots[ballot.ordinal()][i] = streams.register(
                        "member " + member.iso3(), ballot.name().toLowerCase(Locale.ROOT) + "_vote");
            }
        }
    }

    /** Who helps the warner to see: 0 the panel, 1 nobody, 2 the coalition. */
    int help(int week) {
        if (s.panel) {
            return 0;
        }
        return week >= s.lapseWeek + mandate.coalitionDelay() ? 2 : 1;
    }

    void week(int week) {
        if (renewal[week] && s.panel) {
            renew(week);
        }
        boolean called = s.referred
                || (s.tested && draws.chance(occasion, week, p.deliberation().afterTest()));
        if (called && week - s.lastDeliberation >= p.deliberation().interval()) {
            s.lastDeliberation = week;
            deliberate(week);
        }
    }

    private void renew(int week) {
        vote(p.strengths().mandate(), MANDATE, week);
        if (yesVotes >= MAJORITY && !vetoed) {
            return;
        }
        if (yesVotes >= MAJORITY) {
            s.vetoes++;
        } else {
            s.shortVotes++;
        }
        s.panel = false;
        s.lapseWeek = week;
        s.panelLapse = week;
        s.integrity = Clamp.index(s.integrity - mandate.integrityLoss());
        s.impact += impacts.lapse();
    }

    private void deliberate(int week) {
        double statement = p.strengths().statement();
        expect(statement);
        double best = 0;
        double tabled = 0;
        double worth = worth(unopposed(), statement, penholder.statementCost());
        boolean asStatement = worth > best;
        best = Math.max(best, worth);
        for (int i = 0; i < 3; i++) {
            double strength = i == 0
                    ? p.strengths().mild()
                    : i == 1 ? p.strengths().firm() : p.strengths().strong();
            expect(strength);
            worth = worth(adoption(), strength, penholder.failureCost());
            if (worth > best) {
                best = worth;
                tabled = strength;
                asStatement = false;
            }
        }
        if (asStatement) {
            seekStatement(statement, week);
        } else if (tabled > 0) {
            table(tabled, week);
        } else {
            s.integrity = Clamp.index(s.integrity - effects.nothingIntegrity());
            s.impact += impacts.nothingTabled();
        }
    }

    private static double worth(double probability, double strength, double failureCost) {
        return probability * strength - (1 - probability) * failureCost;
    }

    private void seekStatement(double strength, int week) {
        vote(strength, STATEMENT, week);
        if (noVotes > 0) {
            s.integrity = Clamp.index(s.integrity - effects.blockedIntegrity());
            return;
        }
        s.councilHeat += room(effects.statementHeat());
        s.integrity = Clamp.index(s.integrity + effects.statementIntegrity());
        s.statements++;
        s.impact += impacts.statement();
    }

    private void table(double strength, int week) {
        vote(strength, DRAFT, week);
        if (yesVotes < MAJORITY) {
            s.integrity = Clamp.index(s.integrity - effects.shortIntegrity());
            s.shortVotes++;
        } else if (vetoed) {
            s.integrity = Clamp.index(s.integrity - effects.vetoIntegrity());
            s.vetoes++;
            s.impact += impacts.veto();
        } else {
            double enforcement = effects.enforcement() * (1 - effects.exposureDiscount() * s.exposure);
            s.impose(effects.severity() * strength, enforcement, false);
            s.councilHeat += room(effects.adoptedHeat());
            s.integrity = Clamp.index(s.integrity + effects.adoptedIntegrity() * strength);
            s.firstSanctions = Math.min(s.firstSanctions, week);
            s.adopted++;
            s.impact += impacts.resolution();
        }
    }

    private double room(double addition) {
        return Math.max(0, Math.min(addition, heatCap - (s.councilHeat + s.warnerHeat)));
    }

    private void vote(double strength, int ballot, int week) {
        expect(strength);
        yesVotes = 0;
        noVotes = 0;
        vetoed = false;
        for (int i = 0; i < SIZE; i++) {
            double u = draws.uniform(ballots[ballot][i], week);
            if (u < yes[i]) {
                yesVotes++;
            } else if (u >= 1 - no[i]) {
                noVotes++;
                vetoed |= permanent[i];
            }
        }
    }

    private void expect(double strength) {
        double ready = voting.evidence() * s.evidence;
        double tests = voting.tests() * Clamp.atMostOne(s.testHeat);
        double common = exponential(ready, tests, strength, 0, false);
        for (int i = 0; i < SIZE; i++) {
            boolean special = aligned[i] != 0 || buyer[i];
            double shared = special ? exponential(ready, tests, strength, aligned[i], buyer[i]) : common;
            double odds = Math.min(1e300, own[i] * shared);
            yes[i] = odds / (odds + width);
            no[i] = 1 / (1 + odds * width);
        }
    }

    private double exponential(double ready, double tests, double strength, double alignment, boolean ofBuyer) {
        double z = ready
                - (voting.strength() + voting.rivalry() * alignment) * strength
                + tests * (1 - alignment)
                - (ofBuyer ? voting.exposure() * s.exposure : 0);
        return PortableMath.exp(z / voting.scale());
    }

    private double adoption() {
        Arrays.fill(tally, 0);
        tally[0] = 1;
        for (int i = 0; i < SIZE; i++) {
            double y = yes[i];
            double rest = permanent[i] ? Clamp.positivePart(1 - y - no[i]) : 1 - y;
            tally[MAJORITY] = tally[MAJORITY] * (rest + y) + tally[MAJORITY - 1] * y;
            for (int k = MAJORITY - 1; k > 0; k--) {
                tally[k] = tally[k] * rest + tally[k - 1] * y;
            }
            tally[0] *= rest;
        }
        return tally[MAJORITY];
    }

    private double unopposed() {
        double nobody = 1;
        for (double against : no) {
            nobody *= 1 - against;
        }
        return nobody;
    }
}
