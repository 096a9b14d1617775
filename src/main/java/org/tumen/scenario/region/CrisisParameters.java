package org.tumen.scenario.region;

import org.tumen.declare.Interdependent;
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
                basis = "set: two crises in nine years")
        double enter,

        @Parameter(meaning = "Tension at which it ends", value = "55", min = 0, max = 100, unit = "index points")
        double leave,

        @Parameter(
                meaning = "Probability of an armed incident in a week of crisis with exercises at their reference",
                value = "0.03",
                min = 0,
                max = 1,
                unit = "probability a week")
        double incidentProbability,

        @Parameter(
                meaning = "How much exercises above their reference deter incidents",
                value = "0.8",
                min = -2,
                max = 2,
                unit = "per unit of intensity")
        double exercises,

        @Parameter(
                meaning = "Intensity of exercises that counts as neither more nor less",
                value = "0.5",
                min = 0,
                max = 1,
                unit = "intensity")
        double exercisesReference,

        @Parameter(meaning = "Tension that an incident adds", value = "12", min = 0, max = 100, unit = "index points")
        double incidentTension)
        implements Interdependent {

    /** @throws IllegalArgumentException when a value is out of its range */
    public CrisisParameters {
        Parameters.require(
                CrisisParameters.class,
                enter,
                leave,
                incidentProbability,
                exercises,
                exercisesReference,
                incidentTension);
        if (leave > enter) {
            throw new IllegalArgumentException("leave must not exceed enter");
        }
    }
}
