package org.tumen.policy.builtin;

import org.tumen.policy.Choice;
import org.tumen.policy.PartyView;
import org.tumen.world.Action;

/** How a party to the deal weighs it, whichever side it is on: reviews it now and then, goes on, pauses or leaves. */
abstract class PartyPolicy<V extends PartyView, N extends PartyPolicy.Values> extends NumberedPolicy<V, N> {
    private final boolean noisy;

    /** The numbers that both parties have. */
    static class Values {
        double rationality;
        double review;
        double gain;
        double fear;
        double defiance;
        double pause;
        double sunk;
        double sunkAgreed;
        double treaty;
    }

    PartyPolicy(Record parameters, N holder, boolean noisy) {
        super(parameters, holder);
        this.noisy = noisy;
    }

    /** What going on with the deal is worth. */
    abstract double gain(V view);

    final Action stance(V view, Choice choice) {
        if (!choice.attends(p.review)) {
            return choice.certain("no review this week", view.stance());
        }
        choice.utility(Action.PROCEED, gain(view))
                .utility(Action.PAUSE, p.pause)
                .utility(Action.QUIT, leaving(view));
        return answer(choice, p.rationality);
    }

    /** What leaving a deal is worth: its sunk cost, by the stage, and that of a treaty are lost. */
    double leaving(V view) {
        double felt =
                switch (view.stage()) {
                    case NONE, TALKS -> 0;
                    case AGREED -> p.sunkAgreed;
                    case SHIPPING -> 1;
                };
        return -p.sunk * felt - (view.depth() >= 2 ? p.treaty : 0);
    }

    final Action answer(Choice choice, double rationality) {
        return noisy ? choice.quantal(rationality) : choice.best();
    }
}
