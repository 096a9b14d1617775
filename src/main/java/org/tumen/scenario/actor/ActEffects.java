package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What the words of a warner do to the public record. */
public record ActEffects(
        @Parameter(meaning = "Offer of dialogue that an appeal adds", value = "0.25", min = 0, max = 1)
        double appeal,

        @Parameter(meaning = "Heat of a statement of concern", value = "0.1", min = 0, max = 2, unit = "heat")
        double concernHeat,

        @Parameter(meaning = "Heat of a warning", value = "0.25", min = 0, max = 2, unit = "heat")
        double warnHeat,

        @Parameter(meaning = "Heat of a referral", value = "0.25", min = 0, max = 2, unit = "heat")
        double referHeat,

        @Parameter(meaning = "Heat of the announcement of sanctions", value = "0.25", min = 0, max = 2, unit = "heat")
        double sanctionHeat,

        @Parameter(
                meaning = "How much of the warner's belief a statement of concern makes public",
                value = "0.5",
                min = 0,
                max = 1)
        double concernExposure,

        @Parameter(meaning = "The same for a warning", value = "0.8", min = 0, max = 1)
        double warnExposure,

        @Parameter(meaning = "The same for a referral", value = "1", min = 0, max = 1)
        double referExposure,

        @Parameter(meaning = "The same for the announcement of sanctions", value = "1", min = 0, max = 1)
        double sanctionExposure) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ActEffects {
        Parameters.require(
                ActEffects.class,
                appeal,
                concernHeat,
                warnHeat,
                referHeat,
                sanctionHeat,
                concernExposure,
                warnExposure,
                referExposure,
                sanctionExposure);
    }
}
