package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How strong the texts are that can be tabled. */
public record DraftStrengths(
        @Parameter(meaning = "Strength of a renewal of the panel's mandate", value = "0.1", min = 0, max = 1)
        double mandate,

        @Parameter(meaning = "Strength of a presidential statement", value = "0.3", min = 0, max = 1)
        double statement,

        @Parameter(meaning = "Strength of a mild draft resolution", value = "0.35", min = 0, max = 1)
        double mild,

        @Parameter(meaning = "Strength of a firm one", value = "0.6", min = 0, max = 1)
        double firm,

        @Parameter(meaning = "Strength of a strong one", value = "0.9", min = 0, max = 1)
        double strong) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DraftStrengths {
        Parameters.require(DraftStrengths.class, mandate, statement, mild, firm, strong);
    }
}
