package org.tumen.simulation;

import org.tumen.draw.NormalSeries;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.EventKind;
import org.tumen.world.Stage;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Second phase: offers and stances, agreement, announcement, extension, lots, and steps of depth. */
final class TradePhase implements Steppable {
    private final transient World w;
    private final transient RunNumbers.Deal p;
    private final transient RunNumbers.Impacts impacts;
    private final transient Striking striking;
    private final transient Stream agreement;
    private final transient Stream shipping;
    private final transient Stream announcement;
    private final transient Stream depth;
    private final transient NormalSeries lotNoise;

    TradePhase(World world) {
        w = world;
        p = world.dealNumbers;
        impacts = world.region.impacts;
        striking = new Striking(world);
        String seller = world.seller.name;
        agreement = world.streams.register(seller, "agreement");
        shipping = world.streams.register(seller, "shipping");
        announcement = world.streams.register(seller, "announcement");
        depth = world.streams.register(seller, "depth");
        lotNoise = world.normals(seller, "lot_noise");
    }

    @Override
    public void step(SimState state) {
        // What exposure threatens holds for the week, whatever the week makes public.
        w.risk = w.exposure * w.voices.threat() * w.hidden();
        if (!w.deal.live()) {
            offer();
        } else if (!quit()) {
            carryOn();
        }
    }

    private void offer() {
        SellerState seller = w.seller;
        BuyerState buyer = w.buyer;
        if (seller.policy.decide(seller, seller.offer.ask(w.week)) != Action.PROPOSE) {
            return;
        }
        if (buyer.policy.decide(buyer, buyer.answer.ask(w.week)) == Action.ACCEPT) {
            w.deal.begin();
            w.happened(EventKind.TALKS, seller.name, buyer.name, 1);
            w.told(EventKind.TALKS, buyer.name, seller.name, 1);
        }
    }

    /** Both sides take their stances; true when either leaves. */
    private boolean quit() {
        SellerState seller = w.seller;
        BuyerState buyer = w.buyer;
        Deal deal = w.deal;
        Action sellers = seller.policy.decide(seller, seller.stance.ask(w.week));
        Action buyers = buyer.policy.decide(buyer, buyer.stance.ask(w.week));
        deal.sellerStance = sellers;
        deal.buyerStance = buyers;
        boolean bySeller = sellers == Action.QUIT;
        if (!bySeller && buyers != Action.QUIT) {
            return false;
        }
        String source = bySeller ? seller.name : buyer.name;
        String target = bySeller ? buyer.name : seller.name;
        if (deal.standing()) {
            w.happened(EventKind.ABANDONMENT, source, target, deal.remaining, impacts.abandonment);
        } else {
            w.happened(EventKind.TALKS_ENDED, source, target, deal.remaining);
        }
        deal.end();
        return true;
    }

    private void carryOn() {
        Deal deal = w.deal;
        boolean proceed = deal.bothProceed();
        if (proceed && deal.stage == Stage.TALKS) {
            if (w.draws.chance(agreement, w.week, p.agreementHazard)) {
                striking.agree();
            }
        } else if (proceed
                && deal.stage == Stage.AGREED
                && w.week > deal.agreedWeek
                && w.draws.chance(shipping, w.week, p.shippingHazard)) {
            deal.stage = Stage.SHIPPING;
        }
        if (deal.standing() && !deal.announced && w.draws.chance(announcement, w.week, p.announcement.hazard)) {
            announce();
        }
        if (proceed && deal.stage == Stage.SHIPPING) {
            if (deal.remaining < p.extension) {
                striking.extend();
            }
            ship();
            if (deal.lot > 0 && deal.depth < Deal.DEEPEST) {
                deepen();
            }
        }
    }

    private void announce() {
        w.deal.announced = true;
        w.news = true;
        w.suspect(p.announcement.exposure);
        w.tally.announced(w.week);
        w.happened(EventKind.ANNOUNCEMENT, w.seller.name, w.buyer.name, 1, impacts.announcement);
        w.told(EventKind.ANNOUNCEMENT, w.buyer.name, w.seller.name, 1);
    }

    private void ship() {
        Deal deal = w.deal;
        RunNumbers.Delivery d = p.delivery;
        double carried = d.lot
                * deal.capacity
                * PortableMath.exp(d.lotSpread * lotNoise.at(w.week))
                * (1 - d.interdiction * w.pressure)
                * (1 - w.disruption);
        double lot = Clamp.lesser(Deal.exact(carried), deal.remaining);
        deal.lot = lot;
        deal.remaining -= lot;
        w.buyer.need = Clamp.share(w.buyer.need - d.needRelief * lot);
        w.seller.hardship = Clamp.share(w.seller.hardship - d.hardshipRelief * lot * (1 - deal.technology));
        w.arsenal = Clamp.index(w.arsenal + d.arsenalGain * deal.technology * lot * (1 - w.arsenal / d.arsenalCeiling));
        if (lot > 0) {
            w.tally.delivered(lot, w.week);
            w.happened(EventKind.SHIPMENT, w.seller.name, w.buyer.name, lot, impacts.shipment);
        }
        if (w.exposure > p.openness.suspicion) {
            deal.openness += p.openness.growth * (1 - deal.openness);
        }
        if (deal.remaining <= 0) {
            w.happened(EventKind.COMPLETION, w.seller.name, w.buyer.name, 1);
            deal.end();
        }
    }

    private void deepen() {
        RunNumbers.Depth d = p.depth;
        if (!w.draws.chance(depth, w.week, d.hazard * PortableMath.exp(-d.fear * w.risk))) {
            return;
        }
        Deal deal = w.deal;
        deal.depth++;
        w.news = true;
        w.suspect(d.exposure);
        deal.technology = Clamp.share(deal.technology + d.technology);
        w.tally.deepened(deal.depth, w.week);
        String seller = w.seller.name;
        String buyer = w.buyer.name;
        switch (deal.depth) {
            case 1 -> {
                w.arsenal = Clamp.index(w.arsenal + d.missileArsenal);
                w.happened(EventKind.MISSILES, seller, buyer, 1, impacts.missiles);
            }
            case 2 -> {
                deal.openness = 1;
                w.happened(EventKind.TREATY, seller, buyer, 1, impacts.treaty);
                w.told(EventKind.TREATY, buyer, seller, 1);
            }
            default -> {
                w.buyer.need = Clamp.share(w.buyer.need - d.troopNeed);
                w.happened(EventKind.TROOPS, seller, buyer, 1, impacts.troops);
            }
        }
    }
}
