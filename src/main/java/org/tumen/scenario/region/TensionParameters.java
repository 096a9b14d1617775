package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How regional tension moves: it returns to a mean, events and shocks move it. */
public record TensionParameters(
        @Parameter(meaning = "Tension at the start", value = "38", min = 0, max = 100, unit = "index points")
        double start,

        @Parameter(
                meaning = "Tension to which the region returns",
                value = "30",
                min = 0,
                max = 100,
                unit = "index points")
        double mean,

        @Parameter(meaning = "Share of the gap closed in a week", value = "0.05", min = 0, max = 1, unit = "a week")
        double reversion,

        @Parameter(
                meaning = "What a gain in capability adds to the mean",
                value = "0.35",
                min = -5,
                max = 5,
                unit = "points per point")
        double arsenal,

        @Parameter(
                meaning = "What a loss of standing of the regime adds to the mean",
                value = "0.15",
                min = -5,
                max = 5,
                unit = "points per point",
                prior = "uniform(0, 0.3)")
        double integrity,

        @Parameter(
                meaning = "What each step of depth of the trade adds to the mean",
                value = "1",
                min = -20,
                max = 20,
                unit = "points a step",
                prior = "uniform(0, 2)")
        double depth,

        @Parameter(
                meaning = "How much more raising events weigh for each 30 points of tension above the mean",
                value = "0.6",
                min = -5,
                max = 5,
                prior = "uniform(0.2, 1)")
        double amplification,

        @Parameter(
                meaning = "Standard deviation of a week's shock",
                value = "1.3",
                min = 0,
                max = 50,
                unit = "index points")
        double noise,

        @Parameter(
                meaning = "Probability of a shock from outside",
                value = "0.02",
                min = 0,
                max = 1,
                unit = "probability a week")
        double shockProbability,

        @Parameter(meaning = "Mean size of such a shock", value = "8", min = 0, max = 100, unit = "index points")
        double shockMean) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public TensionParameters {
        Parameters.require(
                TensionParameters.class,
                start,
                mean,
                reversion,
                arsenal,
                integrity,
                depth,
                amplification,
                noise,
                shockProbability,
                shockMean);
    }
}
