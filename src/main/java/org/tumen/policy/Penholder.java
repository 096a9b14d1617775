package org.tumen.policy;

import org.tumen.world.Action;

/** The penholder of the model page: tables what promises most, weighing strength against the odds of adoption. */
final class Penholder implements CouncilPolicy {
    private final PenholderParameters p;

    Penholder(PenholderParameters parameters) {
        this.p = parameters;
    }

    @Override
    public Action decide(CouncilView view, Choice choice) {
        double statement = view.strength(Action.TABLE_STATEMENT);
        choice.utility(Action.TABLE_NOTHING, 0)
                .utility(
                        Action.TABLE_STATEMENT,
                        worth(view.unopposedProbability(statement), statement, p.statementCost()))
                .utility(Action.TABLE_MILD, draft(view, Action.TABLE_MILD))
                .utility(Action.TABLE_FIRM, draft(view, Action.TABLE_FIRM))
                .utility(Action.TABLE_STRONG, draft(view, Action.TABLE_STRONG));
        return choice.best();
    }

    private double draft(CouncilView view, Action action) {
        double strength = view.strength(action);
        double adoption = view.adoptionProbability(strength);
        // Below the least probability a draft is worth less than nothing, whatever its strength.
        return adoption < p.leastAdoption() ? -1 : worth(adoption, strength, p.failureCost());
    }

    private static double worth(double probability, double strength, double failureCost) {
        return probability * strength - (1 - probability) * failureCost;
    }
}
