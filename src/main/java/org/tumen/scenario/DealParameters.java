package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Stage;

/** How a deal starts, is agreed, and is delivered. */
public record DealParameters(
        @Parameter(
                meaning = "Stage of the deal at the start",
                value = "talks",
                basis =
                        "record: the talks of September 2023 (arms talks reported on 30 August, summit on 13 September 2023)",
                pattern = "none|talks",
                allowed = "none or talks")
        Stage start,

        @Parameter(
                meaning = "Probability that talks in which both sides proceed come to agreement",
                value = "0.25",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "assumption")
        double agreementHazard,

        @Parameter(
                meaning = "Weeks in which both sides must proceed between agreement and shipping",
                value = "2",
                min = 1,
                max = 520,
                unit = "weeks",
                basis = "assumption")
        int preparation,

        @Parameter(meaning = "What the sides want of the terms")
        TermsParameters terms,

        @Parameter(meaning = "How lots are delivered and what they do")
        DeliveryParameters delivery) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DealParameters {
        Parameters.require(DealParameters.class, start, agreementHazard, preparation, terms, delivery);
        if (start != Stage.NONE && start != Stage.TALKS) {
            throw new IllegalArgumentException("start must be none or talks");
        }
    }
}
