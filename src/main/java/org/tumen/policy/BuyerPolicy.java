package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.PublicRecord;

/** The buyer of the model page: weighs its need against the risk that it perceives. */
final class BuyerPolicy implements Policy<BuyerView> {
    private final BuyerParameters p;
    private final boolean noisy;

    BuyerPolicy(BuyerParameters parameters, boolean noisy) {
        this.p = parameters;
        this.noisy = noisy;
    }

    @Override
    public Action decide(BuyerView view, Choice choice) {
        return switch (choice.question()) {
            case ANSWER -> {
                choice.utility(Action.DECLINE, 0).utility(Action.ACCEPT, gain(view) - p.acceptanceCost());
                yield answer(choice);
            }
            case BUYER_STANCE -> stance(view, choice);
            default -> throw new IllegalArgumentException("not a buyer's question: " + choice.question());
        };
    }

    private Action stance(BuyerView view, Choice choice) {
        if (!choice.attends(p.review())) {
            return choice.certain("no review this week", view.stance());
        }
        choice.utility(Action.PROCEED, gain(view))
                .utility(Action.PAUSE, p.pause())
                .utility(Action.QUIT, -p.sunk() * SellerPolicy.sunkShare(view.stage()));
        return answer(choice);
    }

    private double gain(BuyerView view) {
        PublicRecord record = view.record();
        double risk = record.exposure() * record.threat();
        return p.gain() * view.need()
                - p.fear() * (risk + p.pressure() * view.pressure())
                + p.defiance() * record.heat();
    }

    private Action answer(Choice choice) {
        return noisy ? choice.quantal(p.rationality()) : choice.best();
    }
}
