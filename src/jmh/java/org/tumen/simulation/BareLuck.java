package org.tumen.simulation;

import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.scenario.Scenario;
import org.tumen.world.Event;

/** The streams of {@link BareLoop}, under the names that the simulation gives them. */
final class BareLuck {
    final Stream needNoise;
    final Stream hardshipNoise;
    final Stream proposalReview;
    final Stream proposal;
    final Stream answer;
    final Stream sellerReview;
    final Stream sellerStance;
    final Stream buyerReview;
    final Stream buyerStance;
    final Stream agreement;
    final Stream test;
    final Stream signal;
    final Stream attention;
    final Stream statement;
    final Stream tensionNoise;
    final Stream shock;
    final Stream shockSize;
    final Stream incident;

    BareLuck(Streams streams, Scenario scenario) {
        String seller = scenario.sellerName();
        String buyer = scenario.buyerName();
        String warner = scenario.warners().keySet().iterator().next();
        needNoise = streams.register(Event.REGION, "need_noise");
        hardshipNoise = streams.register(Event.REGION, "hardship_noise");
        proposalReview = streams.register(seller, "proposal_attention");
        proposal = streams.register(seller, "proposal");
        answer = streams.register(buyer, "answer");
        sellerReview = streams.register(seller, "seller_stance_attention");
        sellerStance = streams.register(seller, "seller_stance");
        buyerReview = streams.register(buyer, "buyer_stance_attention");
        buyerStance = streams.register(buyer, "buyer_stance");
        agreement = streams.register(seller, "agreement");
        test = streams.register(seller, "missile_test");
        signal = streams.register(warner, "signal");
        attention = streams.register(warner, "statement_attention");
        statement = streams.register(warner, "statement");
        tensionNoise = streams.register(Event.REGION, "tension_noise");
        shock = streams.register(Event.REGION, "shock");
        shockSize = streams.register(Event.REGION, "shock_size");
        incident = streams.register(Event.REGION, "incident");
    }
}
