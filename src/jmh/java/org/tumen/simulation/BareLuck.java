package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.NormalSeries;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

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
    final Stream slippedDraft;
    final Stream draft;
    final Stream statement;
    final NormalSeries tension;
    final Stream shock;
    final Stream shockSize;
    final Stream incident;

    BareLuck(Draws draws, int weeks) {
        Streams streams = new Streams();
        startStage = streams.register("deal", "start_stage");
        startRivalry = streams.register("council", "start_rivalry");
        capacity = streams.register("deal", "capacity");
        campaignStart = streams.register("seller", "campaign_start");
        need = new NormalSeries(draws, streams.register("region", "need_noise"), weeks);
        hardship = new NormalSeries(draws, streams.register("region", "hardship_noise"), weeks);
        campaign = new NormalSeries(draws, streams.register("seller", "campaign"), weeks);
        rupture = streams.register("council", "rupture");
        rivalry = streams.register("council", "rivalry");
        proposalReview = streams.register("seller", "proposal_attention");
        proposal = streams.register("seller", "proposal");
        answer = streams.register("buyer", "answer");
        sellerReview = streams.register("seller", "stance_attention");
        sellerStance = streams.register("seller", "stance");
        buyerReview = streams.register("buyer", "stance_attention");
        buyerStance = streams.register("buyer", "stance");
        agreement = streams.register("deal", "agreement");
        shipping = streams.register("deal", "shipping");
        announcement = streams.register("deal", "announcement");
        lot = new NormalSeries(draws, streams.register("deal", "lot"), weeks);
        depth = streams.register("deal", "depth");
        for (int i = 0; i < WINDOWS; i++) {
            launch[i] = streams.register("seller", "launch_" + i);
            major[i] = streams.register("seller", "major_" + i);
        }
        signal = streams.register("warner", "signal");
        allySignal = streams.register("ally", "signal");
        disclosure = streams.register("ally", "disclosure");
        coalition = streams.register("coalition", "formation");
        coalitionReport = streams.register("coalition", "report");
        attention = streams.register("warner", "attention");
        act = streams.register("warner", "act");
        preparation = streams.register("warner", "preparation");
        allyPackage = streams.register("ally", "package");
        warnerPackage = streams.register("warner", "package");
        following = streams.register("ally", "following");
        opening = streams.register("dialogue", "opening");
        ending = streams.register("dialogue", "ending");
        for (int i = 0; i < MEMBERS; i++) {
            mandateVote[i] = streams.register("member " + BareParameters.MEMBERS[i], "mandate_vote");
            draftVote[i] = streams.register("member " + BareParameters.MEMBERS[i], "draft_vote");
        }
        occasion = streams.register("council", "occasion");
        slip = streams.register("council", "slip");
        slippedDraft = streams.register("council", "slipped_draft");
        draft = streams.register("council", "draft");
        statement = streams.register("council", "statement");
        tension = new NormalSeries(draws, streams.register("region", "tension_noise"), weeks);
        shock = streams.register("region", "shock");
        shockSize = streams.register("region", "shock_size");
        incident = streams.register("region", "incident");
    }
}
