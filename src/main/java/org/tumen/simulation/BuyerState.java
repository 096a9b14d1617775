package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.Streams;
import org.tumen.policy.BuyerView;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.scenario.Buyer;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Stage;

/** The buyer's need; also the view that its policy receives. */
final class BuyerState implements BuyerView {
    final String name;
    final Buyer parameters;
    final Policy<BuyerView> policy;
    final Choice answer;
    final Choice stance;
    private final World world;

    double need;

    BuyerState(String name, Buyer parameters, World world, Draws draws, Streams streams) {
        this.name = name;
        this.parameters = parameters;
        this.world = world;
        policy = Policies.buyer(parameters.policy());
        answer = new Choice(name, Question.ANSWER, draws, streams);
        stance = new Choice(name, Question.BUYER_STANCE, draws, streams);
    }

    void reset() {
        need = parameters.need().start();
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
    public double need() {
        return need;
    }

    @Override
    public double pressure() {
        return world.pressureOnBuyer;
    }

    @Override
    public Stage stage() {
        return world.deal.stage;
    }

    @Override
    public Action stance() {
        return world.deal.buyerStance;
    }
}
