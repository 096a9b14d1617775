package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How the public record fades. */
public record RecordParameters(
        @Parameter(
                meaning = "Share of heat, offers of dialogue and test echo that lasts a week",
                value = "0.85",
                min = 0,
                max = 1,
                unit = "a week",
                basis = "assumption")
        double fade,

        @Parameter(
                meaning = "Share of published evidence that lasts a week",
                value = "0.97",
                min = 0,
                max = 1,
                unit = "a week",
                basis = "assumption")
        double evidenceFade,

        @Parameter(
                meaning = "Share of public suspicion that lasts a week",
                value = "0.96",
                min = 0,
                max = 1,
                unit = "a week",
                basis = "assumption")
        double exposureFade,

        @Parameter(
                meaning = "Most heat that the record holds",
                value = "1.5",
                min = 0,
                max = 10,
                unit = "heat",
                basis = "assumption")
        double heatCap,

        @Parameter(meaning = "Echo that a missile test adds", value = "0.25", min = 0, max = 10, basis = "assumption")
        double testEcho) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RecordParameters {
        Parameters.require(RecordParameters.class, fade, evidenceFade, exposureFade, heatCap, testEcho);
    }
}
