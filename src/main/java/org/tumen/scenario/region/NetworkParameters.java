package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How the trade finds new channels for those that measures have closed. */
public record NetworkParameters(
        @Parameter(
                meaning = "Share of the disruption that lasts a week",
                value = "0.97",
                min = 0,
                max = 1,
                unit = "a week",
                prior = "uniform(0.93, 0.99)",
                priorBasis = "judgement: a half-life of 10 to 69 weeks, since trade finds substitutes")
        double persistence) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public NetworkParameters {
        Parameters.require(NetworkParameters.class, persistence);
    }
}
