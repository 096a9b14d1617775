package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** When the Council deliberates. */
public record DeliberationParameters(
        @Parameter(
                meaning = "Weeks between two deliberations at least",
                value = "4",
                min = 0,
                max = 520,
                unit = "weeks")
        int interval,

        @Parameter(
                meaning = "Probability of a deliberation in a week with a major launch",
                value = "0.9",
                min = 0,
                max = 1,
                unit = "probability a week")
        double afterMajor,

        @Parameter(
                meaning = "Probability of one in a week with minor launches only",
                value = "0.02",
                min = 0,
                max = 1,
                unit = "probability a week")
        double afterMinor,

        @Parameter(
                meaning = "Urgency of a deliberation after a major launch, at least",
                value = "0.8",
                min = 0,
                max = 1)
        double urgency,

        @Parameter(meaning = "Urgency of any other, at least", value = "0.1", min = 0, max = 1)
        double otherUrgency) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public DeliberationParameters {
        Parameters.require(DeliberationParameters.class, interval, afterMajor, afterMinor, urgency, otherUrgency);
    }
}
