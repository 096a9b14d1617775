package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Stage;

/** How a deal starts, is agreed, announced and delivered, and how it deepens. */
public record DealParameters(
        @Parameter(
                meaning = "Probability that the deal of the start is agreed already",
                value = "0.5",
                min = 0,
                max = 1,
                unit = "probability",
                basis = "record: first shipments were dated before and after the summit of 13 September 2023")
        double startAgreed,

        @Parameter(
                meaning = "Stage of the deal at the start, unless it is agreed already",
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
                unit = "probability a week")
        double agreementHazard,

        @Parameter(
                meaning = "Probability that shipping begins, from the week after agreement on, when both sides proceed",
                value = "0.6",
                min = 0,
                max = 1,
                unit = "probability a week")
        double shippingHazard,

        @Parameter(
                meaning = "Remaining volume below which terms are struck again",
                value = "0.15",
                min = 0,
                max = 100,
                unit = "units of volume")
        double extension,

        @Parameter(meaning = "When a deal is announced") AnnouncementParameters announcement,

        @Parameter(meaning = "What the sides want of the terms")
        TermsParameters terms,

        @Parameter(meaning = "How lots are delivered and what they do")
        DeliveryParameters delivery,

        @Parameter(meaning = "How open the trade is") OpennessParameters openness,

        @Parameter(meaning = "How the trade deepens") DepthParameters depth,

        @Parameter(meaning = "What a unit of volume stands for")
        CargoParameters cargo) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DealParameters {
        Parameters.require(
                DealParameters.class,
                startAgreed,
                start,
                agreementHazard,
                shippingHazard,
                extension,
                announcement,
                terms,
                delivery,
                openness,
                depth,
                cargo);
        if (start != Stage.NONE && start != Stage.TALKS) {
            throw new IllegalArgumentException("start must be none or talks");
        }
    }
}
