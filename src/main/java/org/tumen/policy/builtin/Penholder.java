package org.tumen.policy.builtin;

import java.util.List;
import org.tumen.policy.Choice;
import org.tumen.policy.CouncilPolicy;
import org.tumen.policy.CouncilView;
import org.tumen.world.Action;

/** The penholder of the model page: tables what promises most, weighing strength against the odds of adoption. */
final class Penholder extends NumberedPolicy<CouncilView, Penholder.Values> implements CouncilPolicy {
    private static final List<Action> DRAFTS = List.of(Action.TABLE_MILD, Action.TABLE_FIRM, Action.TABLE_STRONG);

    /** The numbers as they are in a run. */
    static final class Values {
        double rationality;
        double failureCost;
        double statementShare;
        double slip;
    }

    Penholder(PenholderParameters parameters) {
        super(parameters, new Values());
    }

    @Override
    public Action decide(CouncilView view, Choice choice) {
        if (choice.attends(p.slip)) {
            return choice.anyOf(DRAFTS);
        }
        double statement = view.strength(Action.TABLE_STATEMENT);
        choice.utility(Action.TABLE_NOTHING, 0)
                .utility(
                        Action.TABLE_STATEMENT,
                        worth(view.unopposedProbability(statement), statement, p.statementShare * p.failureCost))
                .utility(Action.TABLE_MILD, draft(view, Action.TABLE_MILD))
                .utility(Action.TABLE_FIRM, draft(view, Action.TABLE_FIRM))
                .utility(Action.TABLE_STRONG, draft(view, Action.TABLE_STRONG));
        return choice.quantal(p.rationality);
    }

    private double draft(CouncilView view, Action action) {
        double strength = view.strength(action);
        return worth(view.adoptionProbability(strength), strength, p.failureCost);
    }

    private static double worth(double probability, double strength, double failureCost) {
        return probability * strength - failureCost * (1 - probability);
    }
}
