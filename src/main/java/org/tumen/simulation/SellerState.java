package org.tumen.simulation;

import java.util.Arrays;
import org.tumen.draw.Stream;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.SellerView;
import org.tumen.scenario.actor.Seller;
import org.tumen.world.Action;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** The seller's economy and campaign; also the view that its policy receives. */
final class SellerState extends PartyState implements SellerView {
    /** The largest number of windows for launches in a week. */
    private static final int MOST_WINDOWS = 7;

    final RunNumbers.Seller p = new RunNumbers.Seller();
    final Policy<SellerView> policy;
    final Choice offer;
    final Choice stance;
    final Choice[] launches = new Choice[MOST_WINDOWS];
    private final Stream campaignStart;

    double hardship;

    /** How far it is in a season of launching, c. */
    double campaign;

    SellerState(String name, Seller parameters, World world) {
        super(name, world);
        policy = take(parameters, p, Policies.create(Role.SELLER, parameters.policy()));
        offer = choice(Question.PROPOSAL);
        stance = choice(Question.SELLER_STANCE);
        Arrays.setAll(launches, window -> choice(Question.MISSILE_LAUNCH, "launch_" + (window + 1)));
        campaignStart = world.streams.register(name, "campaign_start");
    }

    void reset() {
        hardship = p.hardship.start;
        campaign = p.campaign.start + p.campaign.startSpread * world.draws.normal(campaignStart, 0);
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
    public double hidden() {
        return world.hidden();
    }

    @Override
    public Action stance() {
        return world.deal.sellerStance;
    }
}
