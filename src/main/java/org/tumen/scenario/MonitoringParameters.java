package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How visible a deal is, and how it becomes known. */
public record MonitoringParameters(
        @Parameter(meaning = "Visibility of talks", value = "0.35", min = 0, max = 1, basis = "assumption")
        double talks,

        @Parameter(meaning = "Visibility of an agreed deal", value = "0.5", min = 0, max = 1, basis = "assumption")
        double agreed,

        @Parameter(
                meaning = "Visibility of a deal in a week with a shipment",
                value = "1",
                min = 0,
                max = 1,
                basis = "assumption")
        double shipment,

        @Parameter(
                meaning = "Visibility of a shipping deal in a week without one",
                value = "0.3",
                min = 0,
                max = 1,
                basis = "assumption")
        double lull,

        @Parameter(
                meaning = "Evidence that the panel publishes in a week with a signal",
                value = "0.15",
                min = 0,
                max = 1,
                basis = "assumption")
        double panelEvidence,

        @Parameter(
                meaning = "Belief above which an agreed or shipping deal counts as revealed",
                value = "0.7",
                min = 0,
                max = 1,
                unit = "belief",
                basis = "assumption")
        double revelation,

        @Parameter(
                meaning = "What a shipment of a revealed deal takes from the standing of the regime",
                value = "0.35",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "assumption")
        double integrityLoss,

        @Parameter(
                meaning = "Share of that loss that full heat makes good",
                value = "0.7",
                min = 0,
                max = 1,
                basis = "assumption")
        double condemnation) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public MonitoringParameters {
        Parameters.require(
                MonitoringParameters.class,
                talks,
                agreed,
                shipment,
                lull,
                panelEvidence,
                revelation,
                integrityLoss,
                condemnation);
    }
}
