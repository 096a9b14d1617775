package org.tumen.policy.builtin;

import org.tumen.policy.AllyView;
import org.tumen.policy.Choice;
import org.tumen.world.Action;

/** The ally of the model page: discloses, sanctions and follows at constant rates. */
final class RatesPolicy extends NumberedPolicy<AllyView, RatesPolicy.Values> {
    /** The numbers as they are in a run. */
    static final class Values {
        double disclosure;
        double measures;
        double evidence;
        double follow;
    }

    RatesPolicy(RatesParameters parameters) {
        super(parameters, new Values());
    }

    @Override
    public boolean acts() {
        return p.disclosure > 0 || p.measures > 0 || p.follow > 0;
    }

    @Override
    public Action decide(AllyView view, Choice choice) {
        return switch (choice.question()) {
            case DISCLOSURE ->
                choice.attends(p.disclosure)
                        ? choice.certain("discloses", Action.DISCLOSE)
                        : choice.certain("keeps it to itself", Action.WITHHOLD);
            case MEASURES -> measures(view, choice);
            case FOLLOWING ->
                choice.attends(p.follow)
                        ? choice.certain("follows a warner", Action.IMPOSE)
                        : choice.certain("does not follow", Action.STAND_BY);
            default -> throw new IllegalArgumentException("not an ally's question: " + choice.question());
        };
    }

    private Action measures(AllyView view, Choice choice) {
        if (!(view.record().evidence() > p.evidence)) {
            return choice.certain("too little is known", Action.STAND_BY);
        }
        return choice.attends(p.measures)
                ? choice.certain("acts of its own accord", Action.IMPOSE)
                : choice.certain("does not act this week", Action.STAND_BY);
    }
}
