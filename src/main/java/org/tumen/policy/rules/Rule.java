package org.tumen.policy.rules;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Action;

/** A rule: when a condition holds, an act. */
public record Rule(
        @Parameter(
                meaning = "The condition over what the actor sees",
                allowed = "a condition such as \"belief > 0.6 and weeks_since_warning > 8\"")
        Condition when,

        @Parameter(meaning = "What the actor does then", key = "do")
        Action act) {

    /** @throws IllegalArgumentException when something is missing */
    public Rule {
        Parameters.require(Rule.class, when, act);
    }
}
