package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What the Council's penholder wants. */
public record PenholderParameters(
        @Parameter(
                meaning = "Cost of a draft that is not adopted",
                value = "0.15",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double failureCost,

        @Parameter(
                meaning = "Cost of a presidential statement that is blocked",
                value = "0.05",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double statementCost,

        @Parameter(
                meaning = "Probability of adoption below which no draft resolution is tabled at all",
                value = "0",
                min = 0,
                max = 1,
                basis = "the record: no sanctions draft on North Korea was tabled after May 2022")
        double leastAdoption) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public PenholderParameters {
        Parameters.require(PenholderParameters.class, failureCost, statementCost, leastAdoption);
    }
}
