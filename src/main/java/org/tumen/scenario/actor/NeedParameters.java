package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How the buyer's need of munitions moves: it returns to a mean; deliveries lower it. */
public record NeedParameters(
        @Parameter(meaning = "Need at the start", value = "0.65", min = 0, max = 1)
        double start,

        @Parameter(meaning = "Need to which the war returns it", value = "0.65", min = 0, max = 1)
        double mean,

        @Parameter(meaning = "Share of the gap closed in a week", value = "0.03", min = 0, max = 1, unit = "a week")
        double reversion,

        @Parameter(meaning = "Standard deviation of a week's shock", value = "0.02", min = 0, max = 1, unit = "a week")
        double noise) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public NeedParameters {
        Parameters.require(NeedParameters.class, start, mean, reversion, noise);
    }
}
