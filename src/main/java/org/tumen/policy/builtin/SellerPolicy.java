package org.tumen.policy.builtin;

import org.tumen.policy.Choice;
import org.tumen.policy.SellerView;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;

/** The seller of the model page: reviews its deal now and then, weighs gain against risk, and launches in its seasons. */
final class SellerPolicy extends PartyPolicy<SellerView, SellerPolicy.Values> {
    /** The last step of depth. */
    private static final double DEPTHS = 3;

    /** The numbers as they are in a run. */
    static final class Values extends PartyPolicy.Values {
        double gainHardship;
        double councilShadow;
        double proposalCost;
        double conciliation;
        final Launch launch = new Launch();
    }

    /** The numbers of launches. */
    static final class Launch {
        double drive;
        double campaign;
        double tension;
        double heat;
        double dialogue;
        double patron;
        double pressure;
        double pressureReference;
        double exercises;
        double exercisesReference;
    }

    SellerPolicy(SellerParameters parameters, boolean noisy) {
        super(parameters, new Values(), noisy);
    }

    @Override
    public Action decide(SellerView view, Choice choice) {
        return switch (choice.question()) {
            case PROPOSAL -> propose(view, choice);
            case SELLER_STANCE -> stance(view, choice);
            case MISSILE_LAUNCH -> launch(view, choice);
            default -> throw new IllegalArgumentException("not a seller's question: " + choice.question());
        };
    }

    private Action propose(SellerView view, Choice choice) {
        if (!choice.attends(p.review)) {
            return choice.certain("no review this week", Action.WAIT);
        }
        choice.utility(Action.WAIT, 0).utility(Action.PROPOSE, gain(view) - p.proposalCost);
        return answer(choice, p.rationality);
    }

    /** As of either party, and more while a dialogue is open. */
    @Override
    double leaving(SellerView view) {
        return super.leaving(view) + (view.record().dialogueOpen() ? p.conciliation : 0);
    }

    /** The log-odds of a launch in one window. */
    private Action launch(SellerView view, Choice choice) {
        PublicRecord record = view.record();
        Launch l = p.launch;
        double drive = l.drive
                + l.campaign * view.campaign()
                + l.tension * (record.tension() - record.tensionMean())
                + l.heat * record.heat()
                - (record.dialogueOpen() ? l.dialogue : 0)
                - l.patron * view.depth() / DEPTHS
                - l.pressure * (view.pressure() - l.pressureReference)
                + (record.exerciseWeek() ? l.exercises * (record.exercises() / l.exercisesReference) : 0);
        choice.utility(Action.REFRAIN, 0).utility(Action.LAUNCH, drive);
        return answer(choice, 1);
    }

    @Override
    double gain(SellerView view) {
        return p.gain
                + p.gainHardship * view.hardship()
                - p.fear * risk(view)
                + p.defiance * view.record().heat();
    }

    /** Perceived risk, ρ_s: that of both sides and the shadow of a united Council. */
    private double risk(SellerView view) {
        PublicRecord record = view.record();
        return view.risk() + record.exposure() * p.councilShadow * (1 - record.rivalry()) * view.hidden();
    }
}
