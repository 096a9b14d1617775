package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How the seller's economic hardship moves: it returns to a mean that sanctions raise. */
public record HardshipParameters(
        @Parameter(meaning = "Hardship at the start", value = "0.5", min = 0, max = 1)
        double start,

        @Parameter(
                meaning = "Hardship to which the economy returns without sanctions",
                value = "0.22",
                min = 0,
                max = 1)
        double mean,

        @Parameter(meaning = "Share of the gap closed in a week", value = "0.04", min = 0, max = 1, unit = "a week")
        double reversion,

        @Parameter(
                meaning = "Hardship that full sanctions pressure adds",
                value = "0.6",
                min = 0,
                max = 5,
                prior = "uniform(0.2, 1)")
        double pressure,

        @Parameter(meaning = "Standard deviation of a week's shock", value = "0.015", min = 0, max = 1, unit = "a week")
        double noise) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public HardshipParameters {
        Parameters.require(HardshipParameters.class, start, mean, reversion, pressure, noise);
    }
}
