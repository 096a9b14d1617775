package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Action;
import org.tumen.world.Role;

/** A policy that plugs in from outside of the program: warns with a probability, else holds. */
public final class CoinPolicyProvider implements PolicyProvider<WarnerView, CoinPolicyProvider.CoinParameters> {
    /** Its parameters. */
    public record CoinParameters(
            @Parameter(
                    meaning = "Probability of a warning in a week",
                    value = "0.5",
                    min = 0,
                    max = 1,
                    unit = "probability a week")
            double probability) {
        public CoinParameters {
            Parameters.require(CoinParameters.class, probability);
        }
    }

    @Override
    public Role role() {
        return Role.WARNER;
    }

    @Override
    public String type() {
        return "coin";
    }

    @Override
    public String description() {
        return "Warns by the toss of a coin.";
    }

    @Override
    public Class<CoinParameters> parameters() {
        return CoinParameters.class;
    }

    @Override
    public Policy<WarnerView> create(CoinParameters parameters) {
        return (view, choice) -> choice.attends(parameters.probability())
                ? choice.certain("the coin says so", Action.WARN)
                : choice.certain("the coin says no", Action.HOLD);
    }
}
