package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.world.Clamp;

/** The trade of {@link BareLoop}: exposure deters, sides propose, answer and review, lots go, the relation deepens. */
final class BareTrade {
    private static final int PROCEED = 0;
    private static final int QUIT = 2;
    static final int STEPS = 11;
    private static final double GRAIN = 0x1.0p20;
    private static final int DEEPEST = 3;
    private static final int TREATY = 2;

    private final BareParameters p;
    private final BareState s;
    private final Draws draws;
    private final BareLuck luck;
    private final double[] utilities = new double[3];
    private final BareChoice stances = new BareChoice(3);
    private final double[] buyerUnits = new double[STEPS];
    private final double[] sellerUnits = new double[STEPS];
    private double buyerRisk;
    private double sellerGain;
    private double buyerGain;
    private double volume;
    private double technology;

    BareTrade(BareParameters parameters, BareState state, Draws draws, BareLuck luck) {
        p = parameters;
        s = state;
        this.draws = draws;
        this.luck = luck;
    }

    /** The deal as a run finds it: agreed, its terms struck, or in talks. */
    void start() {
        s.capacity = PortableMath.exp(p.capacitySpread * draws.normal(luck.capacity, 0));
        beginTalks();
        if (draws.chance(luck.startStage, 0, p.agreedAtStart)) {
            agree();
        }
    }

    void week(int week) {
        takeGains();
        if (s.stage == BareState.NONE) {
            propose(week);
            return;
        }
        review(week);
        if (s.sellerStance == QUIT || s.buyerStance == QUIT) {
            abandon();
            return;
        }
        boolean proceeds = s.sellerStance == PROCEED && s.buyerStance == PROCEED;
        if (proceeds) {
            advance(week);
        }
        announce(week);
        if (proceeds && s.stage == BareState.SHIPPING) {
            ship(week);
            deepen(week);
        }
    }

    /** Takes the gains and risks of the week, which hold until the next. */
    void takeGains() {
        s.heat = s.heatNow();
        double others = s.councilHeat + s.allyHeat;
        double parts = others + s.warnerHeat;
        double weighted = p.othersCredibility * others + s.credibility * s.warnerHeat;
        double threat = parts > 0 ? weighted / parts * Clamp.atMostOne(s.heat) : 0;
        double hidden = 1 - p.opennessRelief * s.openness;
        buyerRisk = s.exposure * threat * hidden;
        double sellerRisk = buyerRisk + s.exposure * p.councilShadow * (1 - s.meanRivalry) * hidden;
        sellerGain = p.sellerGain
                + p.sellerGainByHardship * s.hardship
                - p.sellerFear * sellerRisk
                + p.sellerDefiance * s.heat;
        buyerGain = p.buyerGain * s.need - p.buyerFear * buyerRisk + p.buyerDefiance * s.heat;
    }

    double buyerRisk() {
        return buyerRisk;
    }

    private void propose(int week) {
        if (draws.chance(luck.proposalReview, week, p.sellerReview)
                && BareChoice.act(
                        sellerGain - p.sellerThreshold, p.sellerRationality, draws.uniform(luck.proposal, week))
                && BareChoice.act(buyerGain - p.buyerThreshold, p.buyerRationality, draws.uniform(luck.answer, week))) {
            beginTalks();
        }
    }

    private void beginTalks() {
        s.dealNumber++;
        s.stage = BareState.TALKS;
        s.sellerStance = PROCEED;
        s.buyerStance = PROCEED;
        s.remaining = 0;
        s.revealed = false;
    }

    private void review(int week) {
        if (draws.chance(luck.sellerReview, week, p.sellerReview)) {
            utilities[0] = sellerGain;
            utilities[1] = p.sellerPause;
            utilities[2] = -p.sellerSunk * sunk(p.sellerSunkAgreed)
                    - (s.depth >= TREATY ? p.sellerTreaty : 0)
                    + (s.dialogue ? p.conciliation : 0);
            s.sellerStance = stances.quantal(utilities, p.sellerRationality, draws.uniform(luck.sellerStance, week));
        }
        if (draws.chance(luck.buyerReview, week, p.buyerReview)) {
            utilities[0] = buyerGain;
            utilities[1] = p.buyerPause;
            utilities[2] = -p.buyerSunk * sunk(p.buyerSunkAgreed) - (s.depth >= TREATY ? p.buyerTreaty : 0);
            s.buyerStance = stances.quantal(utilities, p.buyerRationality, draws.uniform(luck.buyerStance, week));
        }
    }

    private double sunk(double agreed) {
        return s.stage == BareState.SHIPPING ? 1 : s.stage == BareState.AGREED ? agreed : 0;
    }

    private void abandon() {
        if (s.stage >= BareState.AGREED) {
            s.abandoned++;
            s.impact += p.abandonedImpact;
        }
        endDeal();
    }

    private void endDeal() {
        s.stage = BareState.NONE;
        s.revealed = false;
        s.remaining = 0;
    }

    private void advance(int week) {
        if (s.stage == BareState.TALKS) {
            if (draws.chance(luck.agreement, week, p.agreementRate)) {
                agree();
            }
        } else if (s.stage == BareState.AGREED && draws.chance(luck.shipping, week, p.shippingRate)) {
            s.stage = BareState.SHIPPING;
        }
    }

    private void agree() {
        s.stage = BareState.AGREED;
        strike();
        s.remaining = volume;
        s.technology = technology;
    }

    private void announce(int week) {
        if (s.announced || s.stage < BareState.AGREED || !draws.chance(luck.announcement, week, p.announcementRate)) {
            return;
        }
        s.announced = true;
        s.announcementWeek = week;
        s.news = true;
        s.impact += p.announcementImpact;
        s.expose(p.announcementExposure);
    }

    private void ship(int week) {
        if (s.remaining < p.extensionBelow) {
            strike();
            s.remaining += volume;
            s.technology = Clamp.greater(s.technology, technology);
        }
        double size = p.lotSize
                * s.capacity
                * PortableMath.exp(p.lotSpread * luck.lot.at(week))
                * (1 - p.interdiction * s.pressure)
                * (1 - s.disruption);
        double lot = round(Math.min(size, s.remaining));
        s.lot = lot;
        s.remaining -= lot;
        s.delivered += lot;
        s.firstShipment = Math.min(s.firstShipment, week);
        s.need = Clamp.share(s.need - p.needByLot * lot);
        s.hardship = Clamp.share(s.hardship - p.hardshipByLot * lot * (1 - s.technology));
        s.addArsenal(p.arsenalByTechnology * s.technology * lot * (1 - s.arsenal / p.arsenalRoom));
        s.impact += p.lotImpact;
        if (s.exposure > p.opennessThreshold) {
            s.openness = Clamp.share(s.openness + p.opennessGrowth * (1 - s.openness));
        }
        if (s.remaining <= 0) {
            endDeal();
        }
    }

    private void deepen(int week) {
        if (s.depth == DEEPEST
                || !draws.chance(luck.depth, week, p.depthRate * PortableMath.exp(-p.depthFear * buyerRisk))) {
            return;
        }
        s.depth++;
        s.depthWeek[s.depth] = week;
        s.news = true;
        s.expose(p.depthExposure);
        s.technology = Clamp.share(s.technology + p.depthTechnology);
        if (s.depth == 1) {
            s.impact += p.missilesImpact;
            s.addArsenal(p.missilesArsenal);
        } else if (s.depth == TREATY) {
            s.impact += p.treatyImpact;
            s.openness = 1;
        } else {
            s.impact += p.troopsImpact;
            s.need = Clamp.share(s.need - p.troopsNeed);
        }
    }

    /** The terms that maximise the product of both gains on the grid, the first of equals. */
    private void strike() {
        s.struck++;
        volume = p.leastVolume;
        technology = 0;
        for (int j = 0; j < STEPS; j++) {
            double x = (double) j / (STEPS - 1);
            buyerUnits[j] =
                    p.buyerPerNeed * s.need - p.buyerPayment * (1 - x) - p.buyerTechnology * (1 - p.generosity) * x;
            sellerUnits[j] = p.sellerBase + p.sellerByHardship * s.hardship * (1 - x) + p.sellerTechnology * x;
        }
        double best = 0;
        for (int i = 0; i < STEPS; i++) {
            double v = p.leastVolume + (p.greatestVolume - p.leastVolume) * i / (STEPS - 1);
            double r = v / p.volumeUnit;
            double satiation = p.buyerSatiation * r * r;
            double strain = p.sellerStrain * r * r;
            for (int j = 0; j < STEPS; j++) {
                double buyer = r * buyerUnits[j] - satiation;
                double seller = r * sellerUnits[j] - strain;
                if (buyer > 0 && seller > 0 && seller * buyer > best) {
                    best = seller * buyer;
                    volume = v;
                    technology = (double) j / (STEPS - 1);
                }
            }
        }
        volume = round(volume);
    }

    private static double round(double amount) {
        return Math.rint(amount * GRAIN) / GRAIN;
    }
}
