package org.tumen.policy.builtin;

import org.tumen.declare.Interdependent;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** A warner's ladder of belief thresholds. */
public record LadderParameters(
        @Parameter(
                meaning = "Belief from which the warner states concern",
                value = "0.4",
                min = 0,
                max = 2,
                unit = "belief",
                basis = "assumption; above 1 never")
        double concern,

        @Parameter(
                meaning = "Belief from which it warns",
                value = "0.6",
                min = 0,
                max = 2,
                unit = "belief",
                basis = "assumption; above 1 never")
        double warn,

        @Parameter(
                meaning = "Belief from which it refers the matter to the Council",
                value = "0.8",
                min = 0,
                max = 2,
                unit = "belief",
                basis = "assumption; above 1 never")
        double refer,

        @Parameter(
                meaning = "Belief from which it imposes sanctions",
                value = "0.95",
                min = 0,
                max = 2,
                unit = "belief",
                basis = "assumption; above 1 never")
        double sanction,

        @Parameter(
                meaning = "Fewest weeks between two acts",
                value = "4",
                min = 1,
                max = 520,
                unit = "weeks",
                basis = "assumption: about monthly")
        int interval)
        implements Interdependent {

    /** @throws IllegalArgumentException when a value is out of its range or the thresholds do not rise */
    public LadderParameters {
        Parameters.require(LadderParameters.class, concern, warn, refer, sanction, interval);
        if (concern > warn || warn > refer || refer > sanction) {
            throw new IllegalArgumentException("thresholds must rise from concern over warn and refer to sanction");
        }
    }
}
