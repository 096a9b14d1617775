package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** A warner's packages of sanctions: how they are prepared and executed, and what they do. */
public record WarnerPackageParameters(
        @Parameter(
                meaning = "Probability that a warning puts a package in preparation",
                value = "0.4",
                min = 0,
                max = 1,
                unit = "probability")
        double preparation,

        @Parameter(meaning = "Published evidence above which a package is executed", value = "0.25", min = 0, max = 1)
        double evidence,

        @Parameter(
                meaning = "Probability that a package in preparation is executed",
                value = "0.06",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "fitted: the first package was due in week 13 or 38")
        double execution,

        @Parameter(
                meaning = "Factor on that probability when an ally has acted in the week",
                value = "4",
                min = 0,
                max = 100)
        double withAlly,

        @Parameter(meaning = "Heat of a package", value = "0.1", min = 0, max = 2, unit = "heat")
        double heat,

        @Parameter(
                meaning = "Share of the trade's open channels that a package closes",
                value = "0.04",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.1)",
                priorBasis =
                        "judgement: below the Council's own sanctions, which constrain in some 23 to 40 % of episodes")
        double disruption) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public WarnerPackageParameters {
        Parameters.require(WarnerPackageParameters.class, preparation, evidence, execution, withAlly, heat, disruption);
    }
}
