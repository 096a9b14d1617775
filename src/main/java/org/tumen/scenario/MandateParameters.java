package org.tumen.scenario;

import java.util.List;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The mandate of the Council's expert panel. */
public record MandateParameters(
        @Parameter(
                meaning = "Whether it is in force at the start",
                value = "true",
                basis = "record: Resolution 2680 (2023) extended it to April 2024")
        boolean inForce,

        @Parameter(
                meaning = "Weeks in which its renewal is put to the vote",
                value = "[29, 81, 133]",
                min = 0,
                max = 5200,
                unit = "weeks",
                basis = "record: the vote of 28 March 2024 fell in week 29; then yearly")
        List<Integer> renewals,

        @Parameter(
                meaning = "What its lapse takes from the standing of the regime",
                value = "8",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "assumption")
        double integrityLoss,

        @Parameter(
                meaning = "Weeks from its lapse until a monitoring coalition has taken over",
                value = "29",
                min = 0,
                max = 520,
                unit = "weeks",
                basis =
                        "record: lapse in March 2024, Multilateral Sanctions Monitoring Team announced on 16 October 2024")
        int coalitionDelay) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public MandateParameters {
        renewals = List.copyOf(renewals);
        Parameters.require(MandateParameters.class, inForce, renewals, integrityLoss, coalitionDelay);
    }
}
