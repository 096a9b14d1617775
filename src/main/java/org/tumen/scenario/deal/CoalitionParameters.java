package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** A coalition of states that monitors in place of the panel. */
public record CoalitionParameters(
        @Parameter(
                meaning = "Probability that it forms once the panel has ended, without effort of a warner",
                value = "0.02",
                min = 0,
                max = 1,
                unit = "probability a week")
        double formation,

        @Parameter(
                meaning = "What full effort of a warner adds to it",
                value = "0.04",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "fitted: the Multilateral Sanctions Monitoring Team was announced on 16 October 2024, week 58")
        double effort,

        @Parameter(
                meaning = "Probability of a report while it is in force",
                value = "0.035",
                min = 0,
                max = 1,
                unit = "probability a week")
        double reportHazard,

        @Parameter(meaning = "Evidence that a report publishes", value = "0.25", min = 0, max = 1)
        double evidence,

        @Parameter(
                meaning = "Standing that the regime gains when it forms",
                value = "2",
                min = 0,
                max = 100,
                unit = "index points")
        double formationIntegrity,

        @Parameter(
                meaning = "Standing that the regime gains by a report",
                value = "1.5",
                min = 0,
                max = 100,
                unit = "index points")
        double reportIntegrity) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public CoalitionParameters {
        Parameters.require(
                CoalitionParameters.class,
                formation,
                effort,
                reportHazard,
                evidence,
                formationIntegrity,
                reportIntegrity);
    }
}
