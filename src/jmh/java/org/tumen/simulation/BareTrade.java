package org.tumen.simulation;

import org.tumen.world.Clamp;
import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.policy.BuyerParameters;
import org.tumen.policy.SellerParameters;
import org.tumen.policy.TestParameters;
import org.tumen.scenario.DealParameters;
import org.tumen.scenario.DeliveryParameters;
import org.tumen.scenario.ImpactParameters;
import org.tumen.scenario.RecordParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.TensionParameters;

/** Seller and buyer of {@link BareLoop}: the deal and the missile test. */
final class BareTrade {
    private static final int NONE = 0;
    private static final int TALKS = 1;
    private static final int AGREED = 2;
    private static final int SHIPPING = 3;
    private static final int PROCEED = 0;
    private static final int QUIT = 2;
    private static final double[] SUNK = {0, 0, 0.5, 1};

    private final BareState s;
    private final Draws draws;
    private final BareLuck luck;
    private final NashTerms terms;
    private final RecordParameters record;
    private final TensionParameters tension;
    private final ImpactParameters impacts;
    private final DealParameters deal;
    private final DeliveryParameters delivery;
    private final SellerParameters seller;
    private final TestParameters test;
    private final BuyerParameters buyer;
    private final double testGain;
    private final double shadow;

    BareTrade(Scenario scenario, BareState state, Draws draws, BareLuck luck) {
        s = state;
        this.draws = draws;
        this.luck = luck;
        record = scenario.region().record();
        tension = scenario.region().tension();
        impacts = scenario.region().impacts();
        deal = scenario.deal();
        delivery = deal.delivery();
        seller = (SellerParameters) scenario.seller().policy().parameters();
        test = seller.test();
        buyer = (BuyerParameters) scenario.buyer().policy().parameters();
        testGain = scenario.region().arsenal().testGain();
        shadow = seller.councilShadow() * (1 - scenario.council().rivalry());
        terms = new NashTerms(deal.terms(), scenario.buyer().generosity());
    }

    void week(int week) {
        double threat = s.speakers * Clamp.atMostOne(s.heat);
        s.sellerRisk = s.exposure * (threat + shadow);
        if (s.stage == NONE) {
            offer(week, threat);
            return;
        }
        if (draws.chance(luck.sellerReview, week, seller.review())) {
            double quit = -seller.sunk() * SUNK[s.stage] + seller.conciliation() * s.appeal;
            s.sellerStance = pick(luck.sellerStance, week, seller.rationality(), sellerGain(), seller.pause(), quit);
        }
        if (draws.chance(luck.buyerReview, week, buyer.review())) {
            double quit = -buyer.sunk() * SUNK[s.stage];
            s.buyerStance = pick(luck.buyerStance, week, buyer.rationality(), buyerGain(threat), buyer.pause(), quit);
        }
        if (s.sellerStance == QUIT || s.buyerStance == QUIT) {
            if (s.stage != TALKS) {
                s.abandoned++;
                s.impact += impacts.abandonment();
            }
            s.endDeal(false);
        } else if (s.sellerStance == PROCEED && s.buyerStance == PROCEED) {
            advance(week);
        }
    }

    private void offer(int week, double threat) {
        if (draws.chance(luck.proposalReview, week, seller.review())
                && second(luck.proposal, week, seller.rationality(), sellerGain() - seller.proposalCost())
                && second(luck.answer, week, buyer.rationality(), buyerGain(threat) - buyer.acceptanceCost())) {
            s.beginDeal();
            s.firstTalks = Math.min(s.firstTalks, week);
        }
    }

    private double sellerGain() {
        return seller.gain() * (seller.gainBase() + seller.gainHardship() * s.hardship)
                - seller.fear() * s.sellerRisk
                + seller.defiance() * s.heat;
    }

    private double buyerGain(double threat) {
        return buyer.gain() * s.need
                - buyer.fear() * (s.exposure * threat + buyer.pressure() * s.pressureOnBuyer)
                + buyer.defiance() * s.heat;
    }

    private void advance(int week) {
        if (s.stage == TALKS) {
            if (draws.chance(luck.agreement, week, deal.agreementHazard())) {
                terms.settle(s.need, s.hardship);
                s.stage = AGREED;
                s.remaining = terms.volume();
                s.technology = terms.technology();
                s.agreed++;
            }
        } else if (s.stage == AGREED) {
            s.prepared++;
            if (s.prepared >= deal.preparation()) {
                s.stage = SHIPPING;
            }
        } else {
            ship(week);
        }
    }

    private void ship(int week) {
        double lot = Math.min(delivery.lot() * (1 - delivery.interdiction() * s.pressureOnSeller), s.remaining);
        s.lot = lot;
        s.remaining -= lot;
        s.need = Clamp.share(s.need - delivery.needRelief() * lot);
        s.hardship = Clamp.share(s.hardship - delivery.hardshipRelief() * lot * (1 - s.technology));
        s.arsenal = Clamp.index(
                s.arsenal + delivery.arsenalGain() * s.technology * lot * (1 - s.arsenal / delivery.arsenalCeiling()));
        s.impact += impacts.shipment();
        s.delivered += lot;
        s.firstShipment = Math.min(s.firstShipment, week);
        if (s.remaining <= 0) {
            s.completed++;
            s.endDeal(true);
        }
    }

    void decideTest(int week) {
        double drive = test.drive()
                + test.heat() * s.heat
                + test.tension() * (s.tension - tension.mean()) / 100
                + test.arsenal() * (s.arsenal - test.arsenalReference()) / 50
                - test.fear() * s.sellerRisk
                - seller.conciliation() * s.appeal
                + test.hardship() * s.hardship
                - test.pressure() * s.pressureOnSeller;
        if (second(luck.test, week, test.rationality(), drive)) {
            s.tested = true;
            s.testHeat += record.testEcho();
            s.arsenal = Clamp.index(s.arsenal + testGain);
            s.tests++;
            s.impact += impacts.test();
        }
    }

    /** Logit between an option worth nothing and one worth something; true for the second. */
    private boolean second(Stream stream, int week, double rationality, double worth) {
        double best = Clamp.positivePart(worth);
        double none = worth <= 0 ? 1 : PortableMath.exp(rationality * (0 - best));
        double some = worth >= 0 ? 1 : PortableMath.exp(rationality * worth);
        return none <= draws.uniform(stream, week) * (none + some);
    }

    private int pick(Stream stream, int week, double rationality, double a, double b, double c) {
        double best = Clamp.greater(Clamp.greater(a, b), c);
        double p = a == best ? 1 : PortableMath.exp(rationality * (a - best));
        double q = b == best ? 1 : PortableMath.exp(rationality * (b - best));
        double r = c == best ? 1 : PortableMath.exp(rationality * (c - best));
        double target = draws.uniform(stream, week) * (p + q + r);
        if (p > target) {
            return PROCEED;
        }
        return p + q > target ? 1 : QUIT;
    }
}
