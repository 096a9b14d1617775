package org.tumen.policy.builtin;

import org.tumen.policy.Choice;
import org.tumen.policy.WarnerView;
import org.tumen.words.Numbers;
import org.tumen.world.Action;

/** A warner that climbs a fixed ladder of beliefs, at most once in so many weeks. */
final class LadderPolicy extends NumberedPolicy<WarnerView, LadderPolicy.Values> {
    /** The numbers as they are in a run. */
    static final class Values {
        double concern;
        double warn;
        double refer;
        double sanction;
        int interval;
    }

    LadderPolicy(LadderParameters parameters) {
        super(parameters, new Values());
    }

    @Override
    public Action decide(WarnerView view, Choice choice) {
        if (view.weeksSinceAct() < p.interval) {
            return choice.certain("acted less than " + Numbers.counted(p.interval, "week") + " ago", Action.HOLD);
        }
        double belief = view.belief();
        if (belief >= p.sanction) {
            return choice.certain("belief reaches the rung of sanctions", Action.SANCTION);
        }
        if (belief >= p.refer) {
            return choice.certain("belief reaches the rung of referral", Action.REFER);
        }
        if (belief >= p.warn) {
            return choice.certain("belief reaches the rung of warning", Action.WARN);
        }
        if (belief >= p.concern) {
            return choice.certain("belief reaches the rung of concern", Action.CONCERN);
        }
        return choice.certain("belief is below the ladder", Action.HOLD);
    }
}
