package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How lots are delivered and what they do. */
public record DeliveryParameters(
        @Parameter(
                meaning = "Lot of a week without interdiction",
                value = "0.045",
                min = 0.0001,
                max = 10,
                unit = "units of 10,000 containers",
                basis = "about 1,950 containers a month before interdiction")
        double lot,

        @Parameter(
                meaning = "Share of a lot lost at full pressure on the seller",
                value = "0.6",
                min = 0,
                max = 1,
                basis = "assumption")
        double interdiction,

        @Parameter(
                meaning = "Need that one unit relieves",
                value = "0.2",
                min = 0,
                max = 10,
                unit = "per unit",
                basis = "assumption")
        double needRelief,

        @Parameter(
                meaning = "Hardship that one unit paid in goods relieves",
                value = "0.2",
                min = 0,
                max = 10,
                unit = "per unit",
                basis = "assumption")
        double hardshipRelief,

        @Parameter(
                meaning = "Capability that one unit paid in technology adds",
                value = "10",
                min = 0,
                max = 100,
                unit = "index points per unit",
                basis = "assumption")
        double arsenalGain,

        @Parameter(
                meaning = "Capability at which technology adds nothing",
                value = "130",
                min = 1,
                max = 1000,
                unit = "index points",
                basis = "assumption")
        double arsenalCeiling) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DeliveryParameters {
        Parameters.require(
                DeliveryParameters.class, lot, interdiction, needRelief, hardshipRelief, arsenalGain, arsenalCeiling);
    }
}
