package org.tumen.scenario.deal;

import org.tumen.declare.Interdependent;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** Terms by the Nash bargaining solution (J. F. Nash, The bargaining problem, Econometrica 18, 1950) on a grid of volume and technology share. */
public record TermsParameters(
        @Parameter(
                meaning = "Bargaining power of the seller",
                value = "0.5",
                min = 0,
                max = 1,
                basis = "assumption: symmetric")
        double sellerPower,

        @Parameter(meaning = "Smallest volume", value = "0.3", min = 0.01, max = 100, unit = "units of volume")
        double minVolume,

        @Parameter(meaning = "Largest volume", value = "2.5", min = 0.01, max = 100, unit = "units of volume")
        double maxVolume,

        @Parameter(meaning = "Points of the grid in each direction", value = "11", min = 2, max = 201)
        int gridPoints,

        @Parameter(
                meaning = "Volume that counts as one in the sides' values",
                value = "1.5",
                min = 0.01,
                max = 100,
                unit = "units of volume")
        double volumeScale,

        @Parameter(
                meaning = "Buyer's value of the volume at full need",
                value = "1.5",
                min = 0,
                max = 20,
                unit = "utility")
        double buyerNeed,

        @Parameter(meaning = "Buyer's cost of paying in goods", value = "0.35", min = 0, max = 20, unit = "utility")
        double buyerGoods,

        @Parameter(
                meaning = "Buyer's cost of paying in technology without generosity",
                value = "0.9",
                min = 0,
                max = 20,
                unit = "utility")
        double buyerTechnology,

        @Parameter(
                meaning = "How the buyer's cost grows with the square of the volume",
                value = "0.3",
                min = 0,
                max = 20,
                unit = "utility")
        double buyerConvexity,

        @Parameter(
                meaning = "Seller's value of the volume whatever the payment",
                value = "0.2",
                min = 0,
                max = 20,
                unit = "utility")
        double sellerBase,

        @Parameter(
                meaning = "Seller's value of goods at full hardship",
                value = "0.6",
                min = 0,
                max = 20,
                unit = "utility")
        double sellerGoods,

        @Parameter(meaning = "Seller's value of technology", value = "0.7", min = 0, max = 20, unit = "utility")
        double sellerTechnology,

        @Parameter(
                meaning = "How the seller's cost grows with the square of the volume",
                value = "0.4",
                min = 0,
                max = 20,
                unit = "utility")
        double sellerConvexity)
        implements Interdependent {

    /** @throws IllegalArgumentException when a value is out of its range */
    public TermsParameters {
        Parameters.require(
                TermsParameters.class,
                sellerPower,
                minVolume,
                maxVolume,
                gridPoints,
                volumeScale,
                buyerNeed,
                buyerGoods,
                buyerTechnology,
                buyerConvexity,
                sellerBase,
                sellerGoods,
                sellerTechnology,
                sellerConvexity);
        if (minVolume > maxVolume) {
            throw new IllegalArgumentException("min_volume must not exceed max_volume");
        }
    }
}
