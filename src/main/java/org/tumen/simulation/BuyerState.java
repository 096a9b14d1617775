package org.tumen.simulation;

import org.tumen.policy.BuyerView;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.scenario.actor.Buyer;
import org.tumen.world.Action;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** The buyer's need; also the view that its policy receives. */
final class BuyerState extends PartyState implements BuyerView {
    final RunNumbers.Buyer p = new RunNumbers.Buyer();
    final Policy<BuyerView> policy;
    final Choice answer;
    final Choice stance;

    double need;

    BuyerState(String name, Buyer parameters, World world) {
        super(name, world);
        policy = take(parameters, p, Policies.create(Role.BUYER, parameters.policy()));
        answer = choice(Question.ANSWER);
        stance = choice(Question.BUYER_STANCE);
    }

    void reset() {
        need = p.need.start;
    }

    @Override
    public double need() {
        return need;
    }

    @Override
    public Action stance() {
        return world.deal.buyerStance;
    }
}
