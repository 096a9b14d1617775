package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** A mediator: who it is, and its policy. */
public record Mediator(
        @Parameter(meaning = "Country code of the mediator", pattern = "[A-Z]{3}", allowed = "three capital letters")
        String iso3,

        @Parameter(meaning = "Name in texts and pictures", pattern = ".{1,60}", allowed = "1 to 60 characters")
        String label,

        @Parameter(meaning = "How it decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Mediator {
        Parameters.require(Mediator.class, iso3, label, policy);
    }
}
