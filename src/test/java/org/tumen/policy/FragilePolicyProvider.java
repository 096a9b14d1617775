package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Action;
import org.tumen.world.Role;

/** A policy with a mistake in it: holds, and now and then throws. */
public final class FragilePolicyProvider
        implements PolicyProvider<WarnerView, FragilePolicyProvider.FragileParameters> {
    /** Its parameters. */
    public record FragileParameters(
            @Parameter(
                    meaning = "Probability of throwing in a week",
                    value = "0.0005",
                    min = 0,
                    max = 1,
                    unit = "probability a week")
            double probability) {
        public FragileParameters {
            Parameters.require(FragileParameters.class, probability);
        }
    }

    @Override
    public Role role() {
        return Role.WARNER;
    }

    @Override
    public String type() {
        return "fragile";
    }

    @Override
    public String description() {
        return "Holds, and throws now and then.";
    }

    @Override
    public Class<FragileParameters> parameters() {
        return FragileParameters.class;
    }

    @Override
    public Policy<WarnerView> create(FragileParameters parameters) {
        return (view, choice) -> {
            if (choice.attends(parameters.probability())) {
                throw new ArithmeticException("the mistake showed");
            }
            return choice.certain("as always", Action.HOLD);
        };
    }
}
