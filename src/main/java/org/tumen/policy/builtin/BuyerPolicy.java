package org.tumen.policy.builtin;

import org.tumen.declare.NumberPlaces;
import org.tumen.policy.BuyerView;
import org.tumen.policy.Choice;
import org.tumen.policy.Policy;
import org.tumen.world.Action;

/** The buyer of the model page: weighs its need against the risk that it perceives. */
final class BuyerPolicy implements Policy<BuyerView> {
    private final BuyerParameters parameters;
    private final boolean noisy;
    private final Values p = new Values();

    /** The numbers as they are in a run. */
    static final class Values {
        double rationality;
        double review;
        double gain;
        double fear;
        double defiance;
        double acceptanceCost;
        double pause;
        double sunk;
        double sunkAgreed;
        double treaty;
    }

    BuyerPolicy(BuyerParameters parameters, boolean noisy) {
        this.parameters = parameters;
        this.noisy = noisy;
        keepNumbers("", new NumberPlaces());
    }

    @Override
    public void keepNumbers(String path, NumberPlaces numbers) {
        numbers.bind(path, parameters, p);
    }

    @Override
    public Action decide(BuyerView view, Choice choice) {
        return switch (choice.question()) {
            case ANSWER -> {
                choice.utility(Action.DECLINE, 0).utility(Action.ACCEPT, gain(view) - p.acceptanceCost);
                yield answer(choice);
            }
            case BUYER_STANCE -> stance(view, choice);
            default -> throw new IllegalArgumentException("not a buyer's question: " + choice.question());
        };
    }

    private Action stance(BuyerView view, Choice choice) {
        if (!choice.attends(p.review)) {
            return choice.certain("no review this week", view.stance());
        }
        choice.utility(Action.PROCEED, gain(view))
                .utility(Action.PAUSE, p.pause)
                .utility(Action.QUIT, SellerPolicy.leaving(view.stage(), view.depth(), p.sunk, p.sunkAgreed, p.treaty));
        return answer(choice);
    }

    private double gain(BuyerView view) {
        return p.gain * view.need()
                - p.fear * view.risk()
                + p.defiance * view.record().heat();
    }

    private Action answer(Choice choice) {
        return noisy ? choice.quantal(p.rationality) : choice.best();
    }
}
