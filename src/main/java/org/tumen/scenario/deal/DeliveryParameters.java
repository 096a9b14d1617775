package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How lots are delivered and what they do. */
public record DeliveryParameters(
        @Parameter(
                meaning = "Median lot of a week without interdiction",
                value = "0.035",
                min = 0.0001,
                max = 10,
                unit = "units of volume",
                basis = "fitted to nine published estimates of containers shipped")
        double lot,

        @Parameter(
                meaning = "Standard deviation of the logarithm of the capacity of a run",
                value = "0.33",
                min = 0,
                max = 5)
        double capacitySpread,

        @Parameter(meaning = "Standard deviation of the logarithm of a lot about it", value = "0.25", min = 0, max = 5)
        double lotSpread,

        @Parameter(
                meaning = "Share of a lot lost at full pressure on the seller",
                value = "0.2",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.5)",
                priorBasis = "judgement: a shared border, Russian ships")
        double interdiction,

        @Parameter(meaning = "Need that one unit relieves", value = "0.2", min = 0, max = 10, unit = "per unit")
        double needRelief,

        @Parameter(
                meaning = "Hardship that one unit paid in goods relieves",
                value = "0.2",
                min = 0,
                max = 10,
                unit = "per unit")
        double hardshipRelief,

        @Parameter(
                meaning = "Capability that one unit paid in technology adds",
                value = "5",
                min = 0,
                max = 100,
                unit = "index points per unit",
                prior = "uniform(2, 10)")
        double arsenalGain,

        @Parameter(
                meaning = "Capability at which technology adds nothing",
                value = "130",
                min = 1,
                max = 1000,
                unit = "index points")
        double arsenalCeiling) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DeliveryParameters {
        Parameters.require(
                DeliveryParameters.class,
                lot,
                capacitySpread,
                lotSpread,
                interdiction,
                needRelief,
                hardshipRelief,
                arsenalGain,
                arsenalCeiling);
    }
}
