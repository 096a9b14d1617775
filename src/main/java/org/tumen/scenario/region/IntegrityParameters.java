package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The standing of the sanctions regime. */
public record IntegrityParameters(
        @Parameter(meaning = "Standing at the start", value = "60", min = 0, max = 100, unit = "index points")
        double start,

        @Parameter(meaning = "Standing to which it returns", value = "50", min = 0, max = 100, unit = "index points")
        double mean,

        @Parameter(meaning = "Share of the gap closed in a week", value = "0.01", min = 0, max = 1, unit = "a week")
        double reversion,

        @Parameter(
                meaning = "What enforcement above its reference adds to that standing: what is practised stands",
                value = "50",
                min = 0,
                max = 500,
                unit = "index points per unit",
                prior = "uniform(0, 100)")
        double practice,

        @Parameter(
                meaning = "Enforcement that adds and takes nothing",
                value = "0.52",
                min = 0,
                max = 1,
                basis = "about the reference's mean enforcement")
        double practiceReference) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public IntegrityParameters {
        Parameters.require(IntegrityParameters.class, start, mean, reversion, practice, practiceReference);
    }
}
