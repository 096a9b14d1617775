package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The seller's missile and nuclear capability. */
public record ArsenalParameters(
        @Parameter(
                meaning = "Capability at the start",
                value = "50",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "scale")
        double start,

        @Parameter(
                meaning = "Capability that a minor launch adds",
                value = "0.03",
                min = 0,
                max = 100,
                unit = "index points")
        double minorGain,

        @Parameter(
                meaning = "Capability that a major launch adds",
                value = "0.15",
                min = 0,
                max = 100,
                unit = "index points")
        double majorGain) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ArsenalParameters {
        Parameters.require(ArsenalParameters.class, start, minorGain, majorGain);
    }
}
