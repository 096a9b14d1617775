package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How high each rung of a warner's ladder stands; hold stands at 0. */
public record RungLevels(
        @Parameter(meaning = "Level of an appeal for dialogue", value = "0.15", min = 0, max = 1)
        double appeal,

        @Parameter(meaning = "Level of a statement of concern", value = "0.3", min = 0, max = 1)
        double concern,

        @Parameter(meaning = "Level of a warning", value = "0.55", min = 0, max = 1)
        double warn,

        @Parameter(meaning = "Level of a referral to the Council", value = "0.75", min = 0, max = 1)
        double refer,

        @Parameter(meaning = "Level of unilateral sanctions", value = "1", min = 0, max = 1, basis = "scale")
        double sanction) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RungLevels {
        Parameters.require(RungLevels.class, appeal, concern, warn, refer, sanction);
    }
}
