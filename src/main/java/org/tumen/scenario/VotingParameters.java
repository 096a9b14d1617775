package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How members vote: an ordered logit on a spatial model. Source of the ideal points: M. A. Bailey, A. Strezhnev, E. Voeten (2017), Journal of Conflict Resolution 61. */
public record VotingParameters(
        @Parameter(
                meaning = "Disposition in favour of any draft",
                value = "2.2",
                min = -10,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double intercept,

        @Parameter(
                meaning = "Weight of a member's ideal point",
                value = "0.5",
                min = -10,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double ideal,

        @Parameter(
                meaning = "Resistance to a draft of full strength",
                value = "1.2",
                min = -10,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double strength,

        @Parameter(
                meaning = "What full rivalry adds to the resistance of a fully aligned member",
                value = "7",
                min = -10,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double rivalry,

        @Parameter(
                meaning = "Weight of published evidence",
                value = "0.5",
                min = -10,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double evidence,

        @Parameter(
                meaning = "Weight of recent missile tests",
                value = "1.5",
                min = -10,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double tests,

        @Parameter(
                meaning = "How much public suspicion of the deal turns the buyer against a draft",
                value = "4.5",
                min = -10,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double exposure,

        @Parameter(
                meaning = "Half the width of the band of abstention",
                value = "0.5",
                min = 0,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double threshold,

        @Parameter(
                meaning = "Scale of the logit",
                value = "0.5",
                min = 0.1,
                max = 10,
                unit = "latent",
                basis = "assumption")
        double scale) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public VotingParameters {
        Parameters.require(
                VotingParameters.class,
                intercept,
                ideal,
                strength,
                rivalry,
                evidence,
                tests,
                exposure,
                threshold,
                scale);
    }
}
