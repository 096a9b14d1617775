package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What makes a warner concerned. */
public record ConcernParameters(
        @Parameter(meaning = "Concern at the belief that a deal is live", value = "0.35", min = 0, max = 5)
        double deal,

        @Parameter(meaning = "What certainty that shipments go on adds", value = "0.1", min = 0, max = 5)
        double shipments,

        @Parameter(meaning = "What the seller's capability adds at its full scale", value = "0.35", min = 0, max = 5)
        double arsenal,

        @Parameter(meaning = "Concern at recent launches", value = "0.25", min = 0, max = 5)
        double launches,

        @Parameter(
                meaning = "Concern at tension above its mean",
                value = "0.2",
                min = 0,
                max = 5,
                unit = "per 100 points")
        double tension,

        @Parameter(meaning = "Concern at news of the week", value = "0.2", min = 0, max = 5)
        double news) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ConcernParameters {
        Parameters.require(ConcernParameters.class, deal, shipments, arsenal, launches, tension, news);
    }
}
