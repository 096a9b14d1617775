package org.tumen.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import org.tumen.declare.NumberPlaces;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.SellerView;
import org.tumen.scenario.actor.Seller;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Stage;

/** The seller's economy and campaign; also the view that its policy receives. */
final class SellerState implements SellerView {
    /** The largest number of windows for launches in a week. */
    private static final int MOST_WINDOWS = 7;

    final String name;
    final RunNumbers.Seller p = new RunNumbers.Seller();
    final Policy<SellerView> policy;
    final Choice offer;
    final Choice stance;
    final Choice[] launches = new Choice[MOST_WINDOWS];
    private final Stream campaignStart;
    private final World world;

    double hardship;

    /** How far it is in a season of launching, c. */
    double campaign;

    SellerState(String name, Seller parameters, World world, NumberPlaces numbers) {
        this.name = name;
        this.world = world;
        String path = "actors." + name;
        numbers.bind(path, parameters, p);
        policy = Policies.seller(parameters.policy());
        policy.keepNumbers(path + ".policy", numbers);
        Draws draws = world.draws;
        Streams streams = world.streams;
        offer = new Choice(name, Question.PROPOSAL, draws, streams);
        stance = new Choice(name, Question.SELLER_STANCE, draws, streams);
        Arrays.setAll(
                launches,
                window -> new Choice(name, Question.MISSILE_LAUNCH, "launch_" + (window + 1), draws, streams));
        campaignStart = streams.register(name, "campaign_start");
    }

    void reset() {
        hardship = p.hardship.start;
        campaign = p.campaign.start + p.campaign.startSpread * world.draws.normal(campaignStart, 0);
    }

    @Override
    public int week() {
        return world.week;
    }

    @Override
    public LocalDate date() {
        return world.day();
    }

    @Override
    public PublicRecord record() {
        return world;
    }

    @Override
    public double hardship() {
        return hardship;
    }

    @Override
    public double pressure() {
        return world.pressure;
    }

    @Override
    public double campaign() {
        return campaign;
    }

    @Override
    public double risk() {
        return world.risk;
    }

    @Override
    public double hidden() {
        return world.hidden();
    }

    @Override
    public int depth() {
        return world.deal.depth;
    }

    @Override
    public Stage stage() {
        return world.deal.stage;
    }

    @Override
    public Action stance() {
        return world.deal.sellerStance;
    }
}
