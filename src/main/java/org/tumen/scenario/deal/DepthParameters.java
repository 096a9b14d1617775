package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How the trade deepens, step by step: ballistic missiles, a treaty, troops. */
public record DepthParameters(
        @Parameter(
                meaning = "Probability of a further step in a week with a shipment when nothing is feared",
                value = "0.07",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "the record: three steps in 59 weeks")
        double hazard,

        @Parameter(
                meaning = "How much perceived risk holds a step back",
                value = "3",
                min = 0,
                max = 50,
                unit = "per unit of risk",
                prior = "uniform(0, 6)")
        double fear,

        @Parameter(meaning = "Public suspicion that a step leaves at least", value = "0.8", min = 0, max = 1)
        double exposure,

        @Parameter(
                meaning = "What a step adds to the technology share of the payment",
                value = "0.1",
                min = 0,
                max = 1,
                unit = "share of payment")
        double technology,

        @Parameter(
                meaning = "Capability that the seller gains with the first step, ballistic missiles",
                value = "0.5",
                min = 0,
                max = 100,
                unit = "index points")
        double missileArsenal,

        @Parameter(meaning = "Need that the last step, troops, relieves", value = "0.08", min = 0, max = 1)
        double troopNeed) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DepthParameters {
        Parameters.require(DepthParameters.class, hazard, fear, exposure, technology, missileArsenal, troopNeed);
    }
}
