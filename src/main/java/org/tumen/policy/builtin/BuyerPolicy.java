package org.tumen.policy.builtin;

import org.tumen.policy.BuyerView;
import org.tumen.policy.Choice;
import org.tumen.world.Action;

/** The buyer of the model page: weighs its need against the risk that it perceives. */
final class BuyerPolicy extends PartyPolicy<BuyerView, BuyerPolicy.Values> {
    /** The numbers as they are in a run. */
    static final class Values extends PartyPolicy.Values {
        double acceptanceCost;
    }

    BuyerPolicy(BuyerParameters parameters, boolean noisy) {
        super(parameters, new Values(), noisy);
    }

    @Override
    public Action decide(BuyerView view, Choice choice) {
        return switch (choice.question()) {
            case ANSWER -> {
                choice.utility(Action.DECLINE, 0).utility(Action.ACCEPT, gain(view) - p.acceptanceCost);
                yield answer(choice, p.rationality);
            }
            case BUYER_STANCE -> stance(view, choice);
            default -> throw new IllegalArgumentException("not a buyer's question: " + choice.question());
        };
    }

    @Override
    double gain(BuyerView view) {
        return p.gain * view.need()
                - p.fear * view.risk()
                + p.defiance * view.record().heat();
    }
}
