package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The stability index: 100 less a weighted sum of tension, capability and lost standing. */
public record StabilityParameters(
        @Parameter(meaning = "Weight of tension", value = "0.5", min = 0, max = 1, basis = "definition")
        double tension,

        @Parameter(meaning = "Weight of capability", value = "0.25", min = 0, max = 1, basis = "definition")
        double arsenal,

        @Parameter(
                meaning = "Weight of lost standing of the sanctions regime",
                value = "0.25",
                min = 0,
                max = 1,
                basis = "definition")
        double integrity) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public StabilityParameters {
        Parameters.require(StabilityParameters.class, tension, arsenal, integrity);
        if (tension + arsenal + integrity > 1 + 1e-12) {
            throw new IllegalArgumentException("tension, arsenal and integrity must not add up to more than 1");
        }
    }
}
