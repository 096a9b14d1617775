package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The sanctions in force at the start. */
public record RegimeParameters(
        @Parameter(meaning = "Their severity together", value = "0.5", min = 0, max = 1)
        double severity) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RegimeParameters {
        Parameters.require(RegimeParameters.class, severity);
    }
}
