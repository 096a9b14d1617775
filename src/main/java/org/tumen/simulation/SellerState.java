package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.Streams;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.SellerView;
import org.tumen.scenario.Seller;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Stage;

/** The seller's economy; also the view that its policy receives. */
final class SellerState implements SellerView {
    final String name;
    final Seller parameters;
    final Policy<SellerView> policy;
    final Choice offer;
    final Choice stance;
    final Choice test;
    private final World world;

    double hardship;

    SellerState(String name, Seller parameters, World world, Draws draws, Streams streams) {
        this.name = name;
        this.parameters = parameters;
        this.world = world;
        policy = Policies.seller(parameters.policy());
        offer = new Choice(name, Question.PROPOSAL, draws, streams);
        stance = new Choice(name, Question.SELLER_STANCE, draws, streams);
        test = new Choice(name, Question.MISSILE_TEST, draws, streams);
    }

    void reset() {
        hardship = parameters.hardship().start();
    }

    @Override
    public int week() {
        return world.week;
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
        return world.pressureOnSeller;
    }

    @Override
    public double rivalry() {
        return world.council.rivalry();
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
