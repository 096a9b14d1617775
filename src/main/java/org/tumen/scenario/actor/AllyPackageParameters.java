package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** An ally's packages of sanctions and what they do. */
public record AllyPackageParameters(
        @Parameter(
                meaning = "Share of the trade's open channels that a package closes",
                value = "0.08",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.2)",
                priorBasis =
                        "judgement: below the Council's own sanctions, which constrain in some 23 to 40 % of episodes")
        double disruption,

        @Parameter(meaning = "Factor on it in a week in which a warner executed one", value = "1.5", min = 0, max = 20)
        double joint,

        @Parameter(meaning = "Heat of a package", value = "0.1", min = 0, max = 2, unit = "heat")
        double heat) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public AllyPackageParameters {
        Parameters.require(AllyPackageParameters.class, disruption, joint, heat);
    }
}
