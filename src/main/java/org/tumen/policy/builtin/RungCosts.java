package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What each rung of a warner's ladder costs it; hold costs nothing. */
public record RungCosts(
        @Parameter(meaning = "Cost of an appeal for dialogue", value = "0.03", min = 0, max = 10, unit = "utility")
        double appeal,

        @Parameter(meaning = "Cost of a statement of concern", value = "0.04", min = 0, max = 10, unit = "utility")
        double concern,

        @Parameter(meaning = "Cost of a warning", value = "0.06", min = 0, max = 10, unit = "utility")
        double warn,

        @Parameter(meaning = "Cost of a referral to the Council", value = "0.2", min = 0, max = 10, unit = "utility")
        double refer,

        @Parameter(meaning = "Cost of unilateral sanctions", value = "0.26", min = 0, max = 10, unit = "utility")
        double sanction) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RungCosts {
        Parameters.require(RungCosts.class, appeal, concern, warn, refer, sanction);
    }
}
