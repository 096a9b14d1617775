package org.tumen.scenario.actor;

import java.util.List;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.Recurrence;

/** The mandate of the Council's expert panel. */
public record MandateParameters(
        @Parameter(
                meaning = "Whether the panel is in force at the start",
                value = "true",
                basis = "record: Resolution 2680 (2023) extended it to April 2024")
        boolean inForce,

        @Parameter(
                meaning = "Days on which its renewal is put to the vote",
                value = "[{every: 03-24}]",
                max = 200,
                basis = "record: resolutions of 2023 and before in March; the vote of 28 March 2024")
        List<Recurrence> votes,

        @Parameter(
                meaning = "What its failure takes from the standing of the regime",
                value = "8",
                min = 0,
                max = 100,
                unit = "index points")
        double integrityLoss,

        @Parameter(
                meaning = "Weeks from its failure until the panel ends",
                value = "5",
                min = 0,
                max = 520,
                unit = "weeks",
                basis = "record: the vote failed on 28 March 2024, the mandate ended on 30 April 2024")
        int ending) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public MandateParameters {
        votes = List.copyOf(votes);
        Parameters.require(MandateParameters.class, inForce, votes, integrityLoss, ending);
    }
}
