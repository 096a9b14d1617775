package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How often an ally discloses, sanctions and follows. */
public record RatesParameters(
        @Parameter(
                meaning = "Probability that it discloses a signal",
                value = "0.35",
                min = 0,
                max = 1,
                unit = "probability",
                basis = "fitted")
        double disclosure,

        @Parameter(
                meaning = "Probability of a package of its own",
                value = "0.03",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "fitted")
        double measures,

        @Parameter(meaning = "Published evidence above which it acts on its own", value = "0.25", min = 0, max = 1)
        double evidence,

        @Parameter(
                meaning = "Probability that it follows a warner's package",
                value = "0.4",
                min = 0,
                max = 1,
                unit = "probability",
                prior = "uniform(0.1, 0.8)",
                priorBasis =
                        "in May 2024 South Korea acted on the same day, the United States and the United Kingdom a week before")
        double follow) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RatesParameters {
        Parameters.require(RatesParameters.class, disclosure, measures, evidence, follow);
    }
}
