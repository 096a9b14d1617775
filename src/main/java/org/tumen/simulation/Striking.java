package org.tumen.simulation;

import org.tumen.world.Clamp;
import org.tumen.world.EventKind;
import org.tumen.world.Stage;

/** Seller and buyer strike terms: at the start, at an agreement, or again when the volume runs out. */
final class Striking {
    private static final int BEFORE_THE_START = -1;

    private final World w;
    private final NashTerms terms;

    Striking(World world) {
        w = world;
        terms = new NashTerms(world.dealNumbers.terms, world.buyer.p);
    }

    /** A run starts agreed: shipping may begin in week 0. */
    void atStart() {
        takeTerms();
        w.deal.technology = terms.technology();
        w.deal.agreedWeek = BEFORE_THE_START;
        w.deal.stage = Stage.AGREED;
    }

    /** Talks become agreed. */
    void agree() {
        takeTerms();
        w.deal.technology = terms.technology();
        w.deal.agreedWeek = w.week;
        w.deal.stage = Stage.AGREED;
        tell(EventKind.AGREEMENT);
    }

    /** More volume; the technology share can only rise. */
    void extend() {
        takeTerms();
        w.deal.technology = Clamp.greater(w.deal.technology, terms.technology());
        tell(EventKind.EXTENSION);
    }

    private void takeTerms() {
        terms.settle(w.buyer.need, w.seller.hardship);
        w.deal.remaining += Deal.exact(terms.volume());
        w.tally.struck();
    }

    private void tell(EventKind kind) {
        double volume = Deal.exact(terms.volume());
        w.happened(kind, w.seller.name, w.buyer.name, volume);
        w.told(kind, w.buyer.name, w.seller.name, volume);
    }
}
