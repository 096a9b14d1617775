package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Stage;

/** The seller of the model page: reviews its deal now and then, and weighs gain against risk. */
final class SellerPolicy implements Policy<SellerView> {
    private final SellerParameters p;
    private final boolean noisy;

    SellerPolicy(SellerParameters parameters, boolean noisy) {
        this.p = parameters;
        this.noisy = noisy;
    }

    @Override
    public Action decide(SellerView view, Choice choice) {
        return switch (choice.question()) {
            case PROPOSAL -> propose(view, choice);
            case SELLER_STANCE -> stance(view, choice);
            case MISSILE_TEST -> test(view, choice);
            default -> throw new IllegalArgumentException("not a seller's question: " + choice.question());
        };
    }

    private Action propose(SellerView view, Choice choice) {
        if (!choice.attends(p.review())) {
            return choice.certain("no review this week", Action.WAIT);
        }
        choice.utility(Action.WAIT, 0).utility(Action.PROPOSE, gain(view) - p.proposalCost());
        return answer(choice, p.rationality());
    }

    private Action stance(SellerView view, Choice choice) {
        if (!choice.attends(p.review())) {
            return choice.certain("no review this week", view.stance());
        }
        choice.utility(Action.PROCEED, gain(view))
                .utility(Action.PAUSE, p.pause())
                .utility(
                        Action.QUIT,
                        -p.sunk() * sunkShare(view.stage())
                                + p.conciliation() * view.record().appeal());
        return answer(choice, p.rationality());
    }

    private Action test(SellerView view, Choice choice) {
        PublicRecord record = view.record();
        TestParameters t = p.test();
        double drive = t.drive()
                + t.heat() * record.heat()
                + t.tension() * (record.tension() - record.tensionMean()) / 100
                + t.arsenal() * (record.arsenal() - t.arsenalReference()) / 50
                - t.fear() * risk(view)
                - p.conciliation() * record.appeal()
                + t.hardship() * view.hardship()
                - t.pressure() * view.pressure();
        choice.utility(Action.REFRAIN, 0).utility(Action.TEST, drive);
        return answer(choice, t.rationality());
    }

    private double gain(SellerView view) {
        return p.gain() * (p.gainBase() + p.gainHardship() * view.hardship())
                - p.fear() * risk(view)
                + p.defiance() * view.record().heat();
    }

    /** Perceived risk, ρₛ: not clamped. */
    private double risk(SellerView view) {
        PublicRecord record = view.record();
        return record.exposure() * (record.threat() + p.councilShadow() * (1 - view.rivalry()));
    }

    private Action answer(Choice choice, double rationality) {
        return noisy ? choice.quantal(rationality) : choice.best();
    }

    /** κ: how much of the sunk cost is felt at a stage. */
    static double sunkShare(Stage stage) {
        return switch (stage) {
            case NONE, TALKS -> 0;
            case AGREED -> 0.5;
            case SHIPPING -> 1;
        };
    }
}
