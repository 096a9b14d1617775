package org.tumen.policy.mediation;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How a patient mediator decides. */
public record PatientParameters(
        @Parameter(meaning = "Tension from which it invites", value = "0.3", min = 0, max = 1) double tension,
        @Parameter(meaning = "Most invitations", value = "3", min = 0, max = 1000) int most) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public PatientParameters {
        Parameters.require(PatientParameters.class, tension, most);
    }
}
