package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How a warner's word gains and loses weight. Sources of the mechanism: J. D. Fearon, Domestic political audiences and the escalation of international disputes (1994); A. E. Sartori, Deterrence by Diplomacy (2005). */
public record CredibilityParameters(
        @Parameter(meaning = "Credibility at the start", value = "0.6", min = 0, max = 1)
        double start,

        @Parameter(
                meaning = "Share of the missing credibility gained when a warning is followed through or the deal ends",
                value = "0.125",
                min = 0,
                max = 1)
        double kept,

        @Parameter(
                meaning = "Share of credibility lost when a warning proves a bluff",
                value = "0.25",
                min = 0,
                max = 1,
                prior = "uniform(0.1, 0.4)")
        double bluff,

        @Parameter(
                meaning = "Share of credibility lost when a warning proves a false alarm",
                value = "0.05",
                min = 0,
                max = 1)
        double falseAlarm,

        @Parameter(
                meaning = "Credibility lost by an appeal while a warning stands unsettled",
                value = "0.03",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.08)")
        double mixedSignal,

        @Parameter(
                meaning = "Weeks after which an open warning is settled",
                value = "26",
                min = 1,
                max = 520,
                unit = "weeks")
        int commitmentWeeks) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public CredibilityParameters {
        Parameters.require(CredibilityParameters.class, start, kept, bluff, falseAlarm, mixedSignal, commitmentWeeks);
    }
}
