package org.tumen.simulation;

import java.util.Arrays;
import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.world.Clamp;

/** The Council of {@link BareLoop}: the panel's mandate, a penholder, votes by the Charter, what the world learns. */
final class BareCouncil {
    private static final int SIZE = BareLuck.MEMBERS;
    private static final int MAJORITY = 9;
    private static final int RIVALRIES = BareParameters.RIVALRIES.length;
    private static final int NOTHING = 0;
    private static final int STATEMENT = 1;
    private static final int FIRST_DRAFT = 2;
    private static final int DRAFTS = 3;

    private final BareParameters p;
    private final BareState s;
    private final Draws draws;
    private final BareLuck luck;
    private final boolean[] renewals;
    private final double[] yes = new double[SIZE];
    private final double[] no = new double[SIZE];
    private final double[] tally = new double[MAJORITY + 1];
    private final double[] folded = new double[MAJORITY + 1];
    private final double[] utilities = new double[FIRST_DRAFT + DRAFTS];
    private final BareChoice penholder = new BareChoice(FIRST_DRAFT + DRAFTS);
    private final double[] likelihoods = new double[RIVALRIES];
    private final double[] own = new double[SIZE];
    private double width;
    private int yesVotes;
    private boolean vetoed;

    BareCouncil(BareParameters parameters, BareState state, Draws draws, BareLuck luck, boolean[] renewals) {
        p = parameters;
        s = state;
        this.draws = draws;
        this.luck = luck;
        this.renewals = renewals;
    }

    /** Takes the vote weights of the run. */
    void start() {
        width = PortableMath.exp(p.abstention / p.scale);
        for (int i = 0; i < SIZE; i++) {
            own[i] = PortableMath.exp((p.intercept + p.ideal * p.ideals[i]) / p.scale);
        }
    }

    void week(int week) {
        if (renewals[week] && s.panel && s.failedWeek == p.weeks) {
            renew(week);
        }
        boolean called = s.referred
                || s.launchesNow > 0 && draws.chance(luck.occasion, week, s.majorNow ? p.afterMajor : p.afterMinor);
        if (called && week - s.lastDeliberation >= p.interval) {
            s.lastDeliberation = week;
            deliberate(week);
        }
    }

    private void renew(int week) {
        vote(p.mandateStrength, Clamp.atMostOne(s.launchHeat), luck.mandateVote, week);
        if (yesVotes >= MAJORITY && !vetoed) {
            return;
        }
        if (yesVotes >= MAJORITY) {
            s.vetoes++;
        }
        s.failedWeek = week;
        s.addIntegrity(-p.mandateIntegrity);
        s.impact += p.mandateImpact;
    }

    private void deliberate(int week) {
        double provoked = provocation();
        int choice;
        if (draws.chance(luck.slip, week, p.slip)) {
            choice = FIRST_DRAFT + (int) (draws.uniform(luck.draft, week) * DRAFTS);
        } else {
            choice = choose(provoked, week);
        }
        if (choice == NOTHING) {
            s.addIntegrity(-p.nothingIntegrity);
        } else if (choice == STATEMENT) {
            seekStatement(provoked, week);
        } else {
            table(p.drafts[choice - FIRST_DRAFT], provoked, week);
        }
    }

    /** K' of a draft: how much launches provoke the members. */
    double provocation() {
        return Clamp.greater(Clamp.atMostOne(s.launchHeat), s.majorNow ? p.provokedByMajor : p.provokedOtherwise);
    }

    private int choose(double provoked, int week) {
        utilities[NOTHING] = 0;
        for (int i = 0; i < DRAFTS; i++) {
            double y = p.drafts[i];
            double adoption = adoption(y, provoked);
            utilities[FIRST_DRAFT + i] = adoption * y - p.failureCost * (1 - adoption);
        }
        double agreed = 0;
        expectUnaligned(p.statementStrength, provoked);
        for (int j = 0; j < RIVALRIES; j++) {
            expectAligned(p.statementStrength, provoked, BareParameters.RIVALRIES[j]);
            agreed += s.belief[j] * unopposed();
        }
        utilities[STATEMENT] = agreed * p.statementStrength - p.statementCostShare * p.failureCost * (1 - agreed);
        return penholder.quantal(utilities, p.penholderRationality, draws.uniform(luck.draft, week));
    }

    private void seekStatement(double provoked, int week) {
        expectUnaligned(p.statementStrength, provoked);
        expectAligned(p.statementStrength, provoked, s.rivalry);
        if (!draws.chance(luck.statement, week, unopposed())) {
            s.addIntegrity(-p.blockedIntegrity);
            return;
        }
        s.statements++;
        s.addIntegrity(p.statementIntegrity);
        s.councilHeat += p.statementHeat;
        s.impact += p.statementSpirals * p.spiral;
    }

    private void table(double y, double provoked, int week) {
        s.tabled++;
        vote(y, provoked, luck.draftVote, week);
        if (yesVotes < MAJORITY) {
            s.shortVotes++;
            s.addIntegrity(-p.shortIntegrity);
        } else if (vetoed) {
            s.vetoes++;
            s.addIntegrity(-p.vetoIntegrity);
            s.impact += p.vetoImpact;
        } else {
            s.adopted++;
            s.leftOpen *= 1 - p.severity * y;
            s.addIntegrity(p.adoptedIntegrity * y);
            s.councilHeat += p.adoptedHeat;
            s.impact += p.adoptedSpirals * p.spiral;
        }
    }

    private void vote(double y, double provoked, Stream[] ballots, int week) {
        expectUnaligned(y, provoked);
        expectAligned(y, provoked, s.rivalry);
        yesVotes = 0;
        vetoed = false;
        int chinas = 0;
        int buyers = 0;
        for (int i = 0; i < SIZE; i++) {
            double u = draws.uniform(ballots[i], week);
            int cast = u < yes[i] ? 1 : u >= 1 - no[i] ? -1 : 0;
            if (cast > 0) {
                yesVotes++;
            } else if (cast < 0 && i < BareParameters.PERMANENT) {
                vetoed = true;
            }
            chinas = i == BareParameters.CHINA ? cast : chinas;
            buyers = i == BareParameters.BUYER ? cast : buyers;
        }
        learn(y, provoked, chinas, buyers);
    }

    private void learn(double y, double provoked, int chinas, int buyers) {
        double evidence = 0;
        for (int j = 0; j < RIVALRIES; j++) {
            expectAligned(y, provoked, BareParameters.RIVALRIES[j]);
            likelihoods[j] = likelihood(BareParameters.CHINA, chinas) * likelihood(BareParameters.BUYER, buyers);
            evidence += s.belief[j] * likelihoods[j];
        }
        for (int j = 0; j < RIVALRIES; j++) {
            s.belief[j] *= likelihoods[j] / evidence;
        }
        s.takeMeanRivalry();
    }

    private double likelihood(int member, int cast) {
        return cast > 0 ? yes[member] : cast < 0 ? no[member] : 1 - yes[member] - no[member];
    }

    private void expectUnaligned(double y, double provoked) {
        double shared = PortableMath.exp((p.provocation * provoked - p.strict * y) / p.scale);
        for (int i = 0; i < SIZE; i++) {
            if (i != BareParameters.CHINA && i != BareParameters.BUYER) {
                expect(i, shared);
            }
        }
    }

    private void expectAligned(double y, double provoked, double g) {
        expect(BareParameters.CHINA, PortableMath.exp(aligned(y, provoked, g * p.china) / p.scale));
        double buyers = aligned(y, provoked, g) - p.self * s.exposure;
        expect(BareParameters.BUYER, PortableMath.exp(buyers / p.scale));
    }

    private double aligned(double y, double provoked, double alignment) {
        return p.provocation * provoked * (1 - alignment) - (p.strict + p.rival * alignment) * y;
    }

    private void expect(int member, double shared) {
        double odds = own[member] * shared;
        yes[member] = odds / (odds + width);
        no[member] = 1 / (1 + odds * width);
    }

    /** The probability that a draft is adopted, by the Poisson-binomial with veto, averaged over the public belief. */
    private double adoption(double y, double provoked) {
        expectUnaligned(y, provoked);
        Arrays.fill(tally, 0);
        tally[0] = 1;
        for (int i = 0; i < SIZE; i++) {
            if (i != BareParameters.CHINA && i != BareParameters.BUYER) {
                fold(tally, i, 1);
            }
        }
        double mean = 0;
        for (int j = 0; j < RIVALRIES; j++) {
            expectAligned(y, provoked, BareParameters.RIVALRIES[j]);
            System.arraycopy(tally, 0, folded, 0, tally.length);
            fold(folded, BareParameters.CHINA, MAJORITY - 1);
            fold(folded, BareParameters.BUYER, MAJORITY);
            mean += s.belief[j] * folded[MAJORITY];
        }
        return mean;
    }

    /** Adds a member to the probabilities of counts of yes votes without a veto, from a lowest count on. */
    private void fold(double[] counts, int member, int lowest) {
        double y = yes[member];
        double rest = member < BareParameters.PERMANENT ? 1 - y - no[member] : 1 - y;
        counts[MAJORITY] = counts[MAJORITY] * (rest + y) + counts[MAJORITY - 1] * y;
        for (int k = MAJORITY - 1; k >= lowest; k--) {
            counts[k] = counts[k] * rest + counts[k - 1] * y;
        }
        if (lowest == 1) {
            counts[0] *= rest;
        }
    }

    private double unopposed() {
        double nobody = 1;
        for (int i = 0; i < SIZE; i++) {
            if (i != BareParameters.CHINA && i != BareParameters.BUYER) {
                nobody *= 1 - no[i];
            }
        }
        return nobody * (1 - no[BareParameters.CHINA]) * (1 - no[BareParameters.BUYER]);
    }
}
