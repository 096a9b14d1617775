package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** Weights of the vote model: an ordered logit on a spatial model (M. A. Bailey, A. Strezhnev, E. Voeten 2017). Defaults are near the mean of the posterior under the recorded votes. */
public record VotingParameters(
        @Parameter(
                meaning = "Readiness to support a text",
                value = "2.78",
                min = -10,
                max = 10,
                basis = "posterior under 26 recorded votes")
        double intercept,

        @Parameter(
                meaning = "Weight of the ideal point",
                value = "0.38",
                min = -5,
                max = 5,
                unit = "per unit of ideal point",
                basis = "posterior under 26 recorded votes")
        double ideal,

        @Parameter(
                meaning = "What the strength of a text takes from support",
                value = "0.65",
                min = -10,
                max = 10,
                unit = "per unit of strength",
                basis = "posterior under 26 recorded votes")
        double strictness,

        @Parameter(
                meaning = "What rivalry of an aligned member adds to that",
                value = "7.29",
                min = -20,
                max = 20,
                unit = "per unit of strength",
                basis = "posterior under 26 recorded votes")
        double rivalry,

        @Parameter(
                meaning = "What launches in the news add to the support of those who are no rivals",
                value = "1.27",
                min = -10,
                max = 10,
                basis = "posterior under 26 recorded votes")
        double provocation,

        @Parameter(
                meaning = "What public suspicion of the trade takes from the buyer's own support",
                value = "3.7",
                min = -20,
                max = 20,
                basis = "posterior under 26 recorded votes")
        double selfInterest,

        @Parameter(
                meaning = "Half the width of the band of abstention",
                value = "0.41",
                min = 0,
                max = 5,
                basis = "posterior under 26 recorded votes")
        double abstention,

        @Parameter(
                meaning = "Scale of the logistic noise",
                value = "0.4",
                min = 0.1,
                max = 5,
                basis = "posterior under 26 recorded votes")
        double scale,

        @Parameter(
                meaning = "Alignment of the partly aligned members",
                value = "0.79",
                min = 0,
                max = 1,
                basis = "posterior under 26 recorded votes")
        double partialAlignment) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public VotingParameters {
        Parameters.require(
                VotingParameters.class,
                intercept,
                ideal,
                strictness,
                rivalry,
                provocation,
                selfInterest,
                abstention,
                scale,
                partialAlignment);
    }
}
