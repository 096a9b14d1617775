package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What a warner sees of a deal and how it updates its belief. */
public record IntelligenceParameters(
        @Parameter(meaning = "Own means of monitoring", value = "0.2", min = 0, max = 5)
        double vigilance,

        @Parameter(
                meaning = "What the Council's expert panel adds to them while it is in force",
                value = "0.2",
                min = 0,
                max = 5)
        double panelShare,

        @Parameter(meaning = "What a monitoring coalition adds once it has formed", value = "0.12", min = 0, max = 5)
        double coalitionShare,

        @Parameter(
                meaning = "Probability of a signal without a deal",
                value = "0.03",
                min = 0,
                max = 0.999,
                unit = "probability a week",
                prior = "uniform(0.01, 0.06)")
        double falseAlarm,

        @Parameter(
                meaning = "Belief at the start that a deal is live",
                value = "0.8",
                min = 0,
                max = 1,
                unit = "belief",
                basis = "record: the talks had been disclosed on 30 August 2023")
        double startBelief,

        @Parameter(
                meaning = "Share of the belief that lasts a week without news",
                value = "0.985",
                min = 0,
                max = 1,
                unit = "a week")
        double memory,

        @Parameter(
                meaning = "Share of the remaining doubt that a week takes",
                value = "0.02",
                min = 0,
                max = 1,
                unit = "a week")
        double suspicion,

        @Parameter(meaning = "Visibility that the observer assumes a deal to have", value = "0.7", min = 0, max = 1)
        double assumedVisibility,

        @Parameter(
                meaning = "Probability of an ally's disclosure that the observer assumes with a deal",
                value = "0.9",
                min = 0,
                max = 1,
                unit = "probability")
        double disclosureOfDeal,

        @Parameter(meaning = "The same without one", value = "0.2", min = 0, max = 1, unit = "probability")
        double disclosureWithoutDeal) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public IntelligenceParameters {
        Parameters.require(
                IntelligenceParameters.class,
                vigilance,
                panelShare,
                coalitionShare,
                falseAlarm,
                startBelief,
                memory,
                suspicion,
                assumedVisibility,
                disclosureOfDeal,
                disclosureWithoutDeal);
    }
}
