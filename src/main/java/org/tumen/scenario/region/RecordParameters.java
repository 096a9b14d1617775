package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What the public record holds and how it fades. */
public record RecordParameters(
        @Parameter(
                meaning = "Share of heat and of the echo of launches that lasts a week",
                value = "0.85",
                min = 0,
                max = 1,
                unit = "a week")
        double fade,

        @Parameter(
                meaning = "Share of the offers of dialogue that lasts a week",
                value = "0.93",
                min = 0,
                max = 1,
                unit = "a week")
        double appealFade,

        @Parameter(
                meaning = "Share of published evidence that lasts a week",
                value = "0.98",
                min = 0,
                max = 1,
                unit = "a week")
        double evidenceFade,

        @Parameter(
                meaning = "Share of public suspicion that lasts a week",
                value = "0.98",
                min = 0,
                max = 1,
                unit = "a week")
        double exposureFade,

        @Parameter(
                meaning = "Most heat that the record holds, of one warner and of all",
                value = "1.5",
                min = 0,
                max = 10,
                unit = "heat")
        double heatCap,

        @Parameter(
                meaning = "Weight of the Council's and the allies' words beside the credibility of warners",
                value = "0.6",
                min = 0,
                max = 1)
        double credibility,

        @Parameter(
                meaning = "Heat of allies at the start, where any of them acts at all",
                value = "0.1",
                min = 0,
                max = 2,
                unit = "heat",
                basis = "record: the United States had disclosed the talks on 30 August 2023")
        double allyHeat,

        @Parameter(meaning = "Published evidence at the start", value = "0.15", min = 0, max = 1)
        double evidence,

        @Parameter(meaning = "Public suspicion at the start", value = "0.3", min = 0, max = 1)
        double exposure,

        @Parameter(meaning = "Echo that a minor launch adds", value = "0.12", min = 0, max = 10)
        double minorEcho,

        @Parameter(meaning = "Echo that a major launch adds", value = "0.6", min = 0, max = 10)
        double majorEcho) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RecordParameters {
        Parameters.require(
                RecordParameters.class,
                fade,
                appealFade,
                evidenceFade,
                exposureFade,
                heatCap,
                credibility,
                allyHeat,
                evidence,
                exposure,
                minorEcho,
                majorEcho);
    }
}
