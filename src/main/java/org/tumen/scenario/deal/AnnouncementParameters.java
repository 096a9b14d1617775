package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** When an agreed deal is announced, and what that makes public. */
public record AnnouncementParameters(
        @Parameter(
                meaning = "Probability that an agreed or shipping deal not announced yet is announced",
                value = "0.35",
                min = 0,
                max = 1,
                unit = "probability a week")
        double hazard,

        @Parameter(meaning = "Public suspicion that an announcement leaves at least", value = "0.6", min = 0, max = 1)
        double exposure) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public AnnouncementParameters {
        Parameters.require(AnnouncementParameters.class, hazard, exposure);
    }
}
