package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.NormalSeries;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.world.Event;

/** The streams of {@link BareLoop}, under the names that the simulation gives them. */
final class BareLuck {
    static final int WINDOWS = 3;
    static final int MEMBERS = 15;

    final Stream startStage;
    final Stream startRivalry;
    final Stream capacity;
    final Stream campaignStart;
    final NormalSeries need;
    final NormalSeries hardship;
    final NormalSeries campaign;
    final Stream rupture;
    final Stream rivalry;
    final Stream proposalReview;
    final Stream proposal;
    final Stream answer;
    final Stream sellerReview;
    final Stream sellerStance;
    final Stream buyerReview;
    final Stream buyerStance;
    final Stream agreement;
    final Stream shipping;
    final Stream announcement;
    final NormalSeries lot;
    final Stream depth;
    final Stream[] launch = new Stream[WINDOWS];
    final Stream[] major = new Stream[WINDOWS];
    final Stream signal;
    final Stream allySignal;
    final Stream disclosure;
    final Stream coalition;
    final Stream coalitionReport;
    final Stream attention;
    final Stream act;
    final Stream preparation;
    final Stream allyPackage;
    final Stream warnerPackage;
    final Stream following;
    final Stream opening;
    final Stream ending;
    final Stream[] mandateVote = new Stream[MEMBERS];
    final Stream[] draftVote = new Stream[MEMBERS];
    final Stream occasion;
    final Stream slip;
    final Stream draft;
    final Stream statement;
    final NormalSeries tension;
    final Stream shock;
    final Stream shockSize;
    final Stream incident;

    BareLuck(Draws draws, BareParameters p) {
        Streams streams = new Streams();
        startStage = streams.register(p.seller, "agreed_at_start");
        startRivalry = streams.register(p.council, "rivalry_start");
        capacity = streams.register(p.seller, "capacity");
        campaignStart = streams.register(p.seller, "campaign_start");
        need = new NormalSeries(draws, streams.register(Event.REGION, "need_noise"), p.weeks);
        hardship = new NormalSeries(draws, streams.register(Event.REGION, "hardship_noise"), p.weeks);
        campaign = new NormalSeries(draws, streams.register(p.seller, "campaign_noise"), p.weeks);
        rupture = streams.register(p.council, "rivalry_renewal");
        rivalry = streams.register(p.council, "rivalry_renewed");
        proposalReview = streams.register(p.seller, "proposal_attention");
        proposal = streams.register(p.seller, "proposal");
        answer = streams.register(p.buyer, "answer");
        sellerReview = streams.register(p.seller, "seller_stance_attention");
        sellerStance = streams.register(p.seller, "seller_stance");
        buyerReview = streams.register(p.buyer, "buyer_stance_attention");
        buyerStance = streams.register(p.buyer, "buyer_stance");
        agreement = streams.register(p.seller, "agreement");
        shipping = streams.register(p.seller, "shipping");
        announcement = streams.register(p.seller, "announcement");
        lot = new NormalSeries(draws, streams.register(p.seller, "lot_noise"), p.weeks);
        depth = streams.register(p.seller, "depth");
        for (int i = 0; i < WINDOWS; i++) {
            launch[i] = streams.register(p.seller, "launch_" + (i + 1));
            major[i] = streams.register(p.seller, "launch_" + (i + 1) + "_major");
        }
        signal = streams.register(p.warner, "signal");
        allySignal = streams.register(p.ally, "signal");
        disclosure = streams.register(p.ally, "disclosure_attention");
        coalition = streams.register(Event.COALITION, "formation");
        coalitionReport = streams.register(Event.COALITION, "report");
        attention = streams.register(p.warner, "statement_attention");
        act = streams.register(p.warner, "statement");
        preparation = streams.register(p.warner, "preparation");
        allyPackage = streams.register(p.ally, "measures_attention");
        warnerPackage = streams.register(p.warner, "execution");
        following = streams.register(p.ally, "following " + p.warner + "_attention");
        opening = streams.register(p.seller, "dialogue_opening");
        ending = streams.register(p.seller, "dialogue_ending");
        for (int i = 0; i < MEMBERS; i++) {
            mandateVote[i] = streams.register("member " + BareParameters.MEMBERS[i], "mandate_vote");
            draftVote[i] = streams.register("member " + BareParameters.MEMBERS[i], "draft_vote");
        }
        occasion = streams.register(p.council, "occasion");
        slip = streams.register(p.council, "draft_attention");
        draft = streams.register(p.council, "draft");
        statement = streams.register(p.council, "statement");
        tension = new NormalSeries(draws, streams.register(Event.REGION, "tension_noise"), p.weeks);
        shock = streams.register(Event.REGION, "shock");
        shockSize = streams.register(Event.REGION, "shock_size");
        incident = streams.register(Event.REGION, "incident");
    }
}
