package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What the Council's penholder wants. */
public record PenholderParameters(
        @Parameter(
                meaning = "How sharply the penholder prefers the better option",
                value = "10",
                min = 0,
                max = 1000,
                unit = "1/utility")
        double rationality,

        @Parameter(
                meaning = "Cost of a draft that is not adopted",
                value = "0.5",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "fitted to what was tabled after 22 occasions")
        double failureCost,

        @Parameter(
                meaning = "Share of that cost that a blocked presidential statement has",
                value = "0.3",
                min = 0,
                max = 1)
        double statementShare,

        @Parameter(
                meaning = "Probability that a draft is tabled whatever it promises",
                value = "0.05",
                min = 0,
                max = 1,
                unit = "probability")
        double slip) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public PenholderParameters {
        Parameters.require(PenholderParameters.class, rationality, failureCost, statementShare, slip);
    }
}
