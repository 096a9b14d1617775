package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How visible a deal is, how it becomes known, and what a known shipment costs the regime. */
public record MonitoringParameters(
        @Parameter(
                meaning = "Whether week 0 begins with news of the trade",
                value = "true",
                basis = "record: the talks were disclosed on 30 August 2023")
        boolean newsAtStart,

        @Parameter(meaning = "Visibility of talks", value = "0.35", min = 0, max = 1)
        double talks,

        @Parameter(meaning = "Visibility of an agreed deal", value = "0.5", min = 0, max = 1)
        double agreed,

        @Parameter(meaning = "Visibility of a deal in a week with a shipment", value = "1", min = 0, max = 1)
        double shipment,

        @Parameter(meaning = "Visibility of a shipping deal in a week without one", value = "0.3", min = 0, max = 1)
        double lull,

        @Parameter(
                meaning = "A warner's belief above which an agreed or shipping deal counts as revealed",
                value = "0.7",
                min = 0,
                max = 1,
                unit = "belief")
        double revelation,

        @Parameter(meaning = "Published evidence above which it does", value = "0.5", min = 0, max = 1)
        double evidence,

        @Parameter(
                meaning = "What a shipment of a revealed deal takes from the standing of the regime",
                value = "0.25",
                min = 0,
                max = 100,
                unit = "index points",
                prior = "uniform(0.05, 0.4)")
        double integrityLoss,

        @Parameter(
                meaning = "Share of that loss that full heat makes good",
                value = "0.7",
                min = 0,
                max = 1,
                prior = "uniform(0, 1)")
        double condemnation,

        @Parameter(meaning = "The reports of the Council's expert panel")
        PanelParameters panel,

        @Parameter(meaning = "The coalition that monitors in its place")
        CoalitionParameters coalition) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public MonitoringParameters {
        Parameters.require(
                MonitoringParameters.class,
                newsAtStart,
                talks,
                agreed,
                shipment,
                lull,
                revelation,
                evidence,
                integrityLoss,
                condemnation,
                panel,
                coalition);
    }
}
