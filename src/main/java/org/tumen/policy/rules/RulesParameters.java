package org.tumen.policy.rules;

import java.util.List;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** Rules in their order, another policy otherwise. */
public record RulesParameters(
        @Parameter(
                meaning =
                        "The rules; of those whose act answers the question that is put, the first whose condition holds decides",
                value = "[]",
                max = 100)
        List<Rule> rules,

        @Parameter(meaning = "The policy that decides everything else")
        PolicySpec otherwise) {

    /** @throws IllegalArgumentException when there are too many rules or no other policy */
    public RulesParameters {
        rules = List.copyOf(rules);
        Parameters.require(RulesParameters.class, rules, otherwise);
    }
}
