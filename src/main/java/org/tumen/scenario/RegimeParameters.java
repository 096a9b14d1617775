package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The Council's sanctions in force on the seller at the start. */
public record RegimeParameters(
        @Parameter(meaning = "Severity", value = "0.5", min = 0, max = 1, basis = "assumption")
        double severity,

        @Parameter(meaning = "Enforcement", value = "0.6", min = 0, max = 1, basis = "assumption")
        double enforcement) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RegimeParameters {
        Parameters.require(RegimeParameters.class, severity, enforcement);
    }
}
