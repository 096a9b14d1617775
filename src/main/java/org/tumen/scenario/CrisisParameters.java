package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** Crises and the armed incidents in them. */
public record CrisisParameters(
        @Parameter(
                meaning = "Tension at which a crisis begins",
                value = "70",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "assumption")
        double enter,

        @Parameter(
                meaning = "Tension at which it ends",
                value = "55",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "assumption")
        double leave,

        @Parameter(
                meaning = "Probability of an armed incident in a week of crisis",
                value = "0.03",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "assumption")
        double incidentProbability,

        @Parameter(
                meaning = "Tension that an incident adds",
                value = "12",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "assumption")
        double incidentTension) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public CrisisParameters {
        Parameters.require(CrisisParameters.class, enter, leave, incidentProbability, incidentTension);
        if (leave > enter) {
            throw new IllegalArgumentException("leave must not exceed enter");
        }
    }
}
