package org.tumen.simulation;

import org.tumen.draw.Stream;
import org.tumen.scenario.DealParameters;
import org.tumen.scenario.DeliveryParameters;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import org.tumen.world.Stage;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Second phase: offers, stances, agreement, shipments; then the seller's decision about a missile test. */
final class TradePhase implements Steppable {
    private static final long serialVersionUID = 1;

    private final transient World world;
    private final transient DealParameters parameters;
    private final transient double testEcho;
    private final transient double testGain;
    private final transient NashTerms terms;
    private final transient Stream agreement;

    TradePhase(World world) {
        this.world = world;
        parameters = world.scenario.deal();
        testEcho = world.scenario.region().record().testEcho();
        testGain = world.scenario.region().arsenal().testGain();
        terms = new NashTerms(parameters.terms(), world.scenario.buyer().generosity());
        agreement = world.streams.register(world.seller.name, "agreement");
    }

    @Override
    public void step(SimState state) {
        if (world.deal.live()) {
            carryOn(world);
        } else {
            offer(world);
        }
        decideTest(world);
    }

    private static void offer(World w) {
        SellerState seller = w.seller;
        BuyerState buyer = w.buyer;
        Action offered = seller.policy.decide(seller, seller.offer.ask(w.week));
        if (offered != Action.PROPOSE) {
            return;
        }
        if (buyer.policy.decide(buyer, buyer.answer.ask(w.week)) == Action.ACCEPT) {
            w.deal.begin();
            w.tally.talked(w.week);
            w.happened(EventKind.TALKS, seller.name, buyer.name, 1);
            w.told(EventKind.TALKS, buyer.name, seller.name, 1);
        }
    }

    private void carryOn(World w) {
        SellerState seller = w.seller;
        BuyerState buyer = w.buyer;
        Deal deal = w.deal;
        Action sellers = seller.policy.decide(seller, seller.stance.ask(w.week));
        Action buyers = buyer.policy.decide(buyer, buyer.stance.ask(w.week));
        deal.sellerStance = sellers;
        deal.buyerStance = buyers;
        if (sellers == Action.QUIT || buyers == Action.QUIT) {
            quit(w, sellers == Action.QUIT);
        } else if (deal.bothProceed()) {
            advance(w);
        }
    }

    private static void quit(World w, boolean bySeller) {
        EventKind kind = w.deal.stage == Stage.TALKS ? EventKind.TALKS_ENDED : EventKind.ABANDONMENT;
        String source = bySeller ? w.seller.name : w.buyer.name;
        String target = bySeller ? w.buyer.name : w.seller.name;
        w.happened(kind, source, target, w.deal.remaining);
        w.endDeal(false);
    }

    private void advance(World w) {
        Deal deal = w.deal;
        switch (deal.stage) {
            case TALKS -> {
                if (w.draws.chance(agreement, w.week, parameters.agreementHazard())) {
                    agree(w);
                }
            }
            case AGREED -> {
                deal.preparedWeeks++;
                if (deal.preparedWeeks >= parameters.preparation()) {
                    deal.stage = Stage.SHIPPING;
                }
            }
            case SHIPPING -> ship(w, parameters.delivery());
            case NONE -> throw new IllegalStateException("no deal to advance");
        }
    }

    private void agree(World w) {
        Deal deal = w.deal;
        terms.settle(w.buyer.need, w.seller.hardship);
        deal.stage = Stage.AGREED;
        deal.volume = terms.volume();
        deal.remaining = deal.volume;
        deal.technology = terms.technology();
        w.happened(EventKind.AGREEMENT, w.seller.name, w.buyer.name, deal.volume);
        w.told(EventKind.AGREEMENT, w.buyer.name, w.seller.name, deal.volume);
    }

    private static void ship(World w, DeliveryParameters p) {
        Deal deal = w.deal;
        double lot = Math.min(p.lot() * (1 - p.interdiction() * w.pressureOnSeller), deal.remaining);
        deal.lot = lot;
        deal.remaining -= lot;
        w.buyer.need = Clamp.share(w.buyer.need - p.needRelief() * lot);
        w.seller.hardship = Clamp.share(w.seller.hardship - p.hardshipRelief() * lot * (1 - deal.technology));
        w.arsenal =
                Clamp.index(w.arsenal + p.arsenalGain() * deal.technology * lot * (1 - w.arsenal / p.arsenalCeiling()));
        w.happened(EventKind.SHIPMENT, w.seller.name, w.buyer.name, lot);
        w.tally.delivered(lot, w.week);
        if (deal.remaining <= 0) {
            w.happened(EventKind.COMPLETION, w.seller.name, w.buyer.name, deal.volume);
            w.endDeal(true);
        }
    }

    private void decideTest(World w) {
        SellerState seller = w.seller;
        if (seller.policy.decide(seller, seller.test.ask(w.week)) == Action.TEST) {
            w.testThisWeek = true;
            w.testHeat += testEcho;
            w.arsenal = Clamp.index(w.arsenal + testGain);
            w.happened(EventKind.MISSILE_TEST, seller.name, Event.REGION, 1);
        }
    }
}
