package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How open the trade is, and what that takes from the fear of exposure. */
public record OpennessParameters(
        @Parameter(
                meaning = "Share of the fear of exposure that full openness takes",
                value = "0.9",
                min = 0,
                max = 1,
                prior = "uniform(0.4, 1)",
                priorBasis = "exposing what states hide may end it or free it (A. Carson 2018)")
        double relief,

        @Parameter(
                meaning = "Share of what is still hidden that a shipment under public suspicion opens",
                value = "0.03",
                min = 0,
                max = 1,
                unit = "a shipment",
                prior = "uniform(0, 0.08)",
                priorBasis = "exposing what states hide may end it or free it (A. Carson 2018)")
        double growth,

        @Parameter(meaning = "Public suspicion above which shipments open the trade", value = "0.5", min = 0, max = 1)
        double suspicion) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public OpennessParameters {
        Parameters.require(OpennessParameters.class, relief, growth, suspicion);
    }
}
