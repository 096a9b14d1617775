package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How far the seller is in a season of launching: a stationary series that its launches follow. */
public record CampaignParameters(
        @Parameter(
                meaning = "Mean of the campaign at the start",
                value = "1",
                min = -5,
                max = 5,
                unit = "standard deviations")
        double start,

        @Parameter(
                meaning = "Standard deviation of the campaign at the start",
                value = "0.5",
                min = 0,
                max = 5,
                unit = "standard deviations")
        double startSpread,

        @Parameter(
                meaning = "Share of the campaign that lasts a week",
                value = "0.953",
                min = 0,
                max = 1,
                unit = "a week",
                basis = "fitted to launches by month, 2012 to 2025")
        double persistence,

        @Parameter(meaning = "Windows for launches in a week", value = "3", min = 1, max = 7, unit = "windows")
        int windows,

        @Parameter(
                meaning = "Share of launches that are major: intercontinental, satellite, nuclear",
                value = "0.13",
                min = 0,
                max = 1,
                unit = "share of launches")
        double majorShare) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public CampaignParameters {
        Parameters.require(CampaignParameters.class, start, startSpread, persistence, windows, majorShare);
    }
}
