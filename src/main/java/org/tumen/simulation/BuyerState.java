package org.tumen.simulation;

import java.time.LocalDate;
import org.tumen.declare.NumberPlaces;
import org.tumen.policy.BuyerView;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.scenario.actor.Buyer;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Stage;

/** The buyer's need; also the view that its policy receives. */
final class BuyerState implements BuyerView {
    final String name;
    final RunNumbers.Buyer p = new RunNumbers.Buyer();
    final Policy<BuyerView> policy;
    final Choice answer;
    final Choice stance;
    private final World world;

    double need;

    BuyerState(String name, Buyer parameters, World world, NumberPlaces numbers) {
        this.name = name;
        this.world = world;
        String path = "actors." + name;
        numbers.bind(path, parameters, p);
        policy = Policies.buyer(parameters.policy());
        policy.keepNumbers(path + ".policy", numbers);
        answer = new Choice(name, Question.ANSWER, world.draws, world.streams);
        stance = new Choice(name, Question.BUYER_STANCE, world.draws, world.streams);
    }

    void reset() {
        need = p.need.start;
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
    public double need() {
        return need;
    }

    @Override
    public double risk() {
        return world.risk;
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
        return world.deal.buyerStance;
    }
}
