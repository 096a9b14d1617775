package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** A warner: who it is, how well it sees, how its word counts, and its policy. */
public record Warner(
        @Parameter(
                meaning = "Country code of the warner",
                basis = "ISO 3166-1",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as JPN")
        String iso3,

        @Parameter(meaning = "Name in texts and pictures", pattern = ".{1,60}", allowed = "1 to 60 characters")
        String label,

        @Parameter(meaning = "What it sees and believes") IntelligenceParameters intelligence,

        @Parameter(meaning = "How its word gains and loses weight")
        CredibilityParameters credibility,

        @Parameter(meaning = "What its acts do") ActEffects effects,
        @Parameter(meaning = "How it decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Warner {
        Parameters.require(Warner.class, iso3, label, intelligence, credibility, effects, policy);
    }
}
