package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The standing of the sanctions regime. */
public record IntegrityParameters(
        @Parameter(
                meaning = "Standing at the start",
                value = "60",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "assumption")
        double start,

        @Parameter(
                meaning = "Standing to which it returns",
                value = "50",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "assumption")
        double mean,

        @Parameter(
                meaning = "Share of the gap closed in a week",
                value = "0.01",
                min = 0,
                max = 1,
                unit = "a week",
                basis = "assumption")
        double reversion,

        @Parameter(
                meaning = "Share of its enforcement that a measure loses in a week when the regime has no standing",
                value = "0.012",
                min = 0,
                max = 1,
                unit = "a week",
                basis = "assumption")
        double evasion) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public IntegrityParameters {
        Parameters.require(IntegrityParameters.class, start, mean, reversion, evasion);
    }
}
