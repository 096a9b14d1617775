package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The dialogue track: offers are answered, not granted. */
public record DialogueParameters(
        @Parameter(
                meaning =
                        "Probability that a dialogue opens at full offer with hardship at its reference, without depth and heat",
                value = "0.012",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "about three openings 2006 to 2025, none since 2019",
                prior = "lognormal(0.012, 0.9)",
                priorBasis = "about three openings 2006 to 2025, none since 2019")
        double rate,

        @Parameter(
                meaning = "Offers of dialogue by others than the warners",
                value = "0.3",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.6)")
        double othersOffers,

        @Parameter(
                meaning = "How much each step of depth of the trade holds an opening back",
                value = "0.7",
                min = 0,
                max = 10,
                unit = "per step, logarithmic",
                prior = "uniform(0.2, 1.2)")
        double depth,

        @Parameter(
                meaning = "How much hardship above its reference drives an opening",
                value = "2",
                min = -20,
                max = 20,
                unit = "per unit, logarithmic")
        double hardship,

        @Parameter(meaning = "Hardship that counts as neither more nor less", value = "0.4", min = 0, max = 1)
        double hardshipReference,

        @Parameter(meaning = "Share of the probability that full heat takes", value = "0.7", min = 0, max = 1)
        double heat,

        @Parameter(
                meaning = "Probability that an open dialogue ends",
                value = "0.012",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "the dialogue of 2018 to 2019 lasted some 90 weeks",
                prior = "uniform(0.006, 0.03)",
                priorBasis = "the dialogue of 2018 to 2019 lasted some 90 weeks")
        double ending,

        @Parameter(meaning = "Factor on it while offers of dialogue stand", value = "0.7", min = 0, max = 10)
        double upheld,

        @Parameter(meaning = "Offers of dialogue above which they stand", value = "0.1", min = 0, max = 1)
        double offersStand,

        @Parameter(
                meaning = "What full heat adds to it",
                value = "0.03",
                min = -1,
                max = 1,
                unit = "probability a week")
        double endingByHeat,

        @Parameter(
                meaning = "What a package in the week adds to it",
                value = "0.05",
                min = -1,
                max = 1,
                unit = "probability a week")
        double endingByPackage,

        @Parameter(
                meaning = "What an open dialogue takes from the mean of tension",
                value = "8",
                min = -50,
                max = 50,
                unit = "index points",
                prior = "uniform(2, 12)")
        double calm,

        @Parameter(
                meaning = "What it takes from enforcement: relief and exemptions",
                value = "0.1",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.2)")
        double relief) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DialogueParameters {
        Parameters.require(
                DialogueParameters.class,
                rate,
                othersOffers,
                depth,
                hardship,
                hardshipReference,
                heat,
                ending,
                upheld,
                offersStand,
                endingByHeat,
                endingByPackage,
                calm,
                relief);
    }
}
