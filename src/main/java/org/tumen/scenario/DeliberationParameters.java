package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** When the Council deliberates. */
public record DeliberationParameters(
        @Parameter(
                meaning = "Fewest weeks from one deliberation to the next",
                value = "4",
                min = 1,
                max = 520,
                unit = "weeks",
                basis = "assumption")
        int interval,

        @Parameter(
                meaning = "Probability that a missile test leads to a deliberation",
                value = "0.12",
                min = 0,
                max = 1,
                unit = "probability",
                basis = "assumption")
        double afterTest) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DeliberationParameters {
        Parameters.require(DeliberationParameters.class, interval, afterTest);
    }
}
