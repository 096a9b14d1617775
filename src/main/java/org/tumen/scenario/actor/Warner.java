package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** A warner: who it is, how well it sees, how its word counts, what it does, and its policy. */
public record Warner(
        @Parameter(
                meaning = "Country code of the warner",
                basis = "ISO 3166-1",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as JPN")
        String iso3,

        @Parameter(meaning = "Name in texts and pictures", pattern = ".{1,60}", allowed = "1 to 60 characters")
        String label,

        @Parameter(
                meaning =
                        "Effort for a coalition that monitors once the panel has ended; the greatest of several counts",
                value = "0.5",
                min = 0,
                max = 1,
                unit = "effort")
        double effort,

        @Parameter(meaning = "What it sees and believes") IntelligenceParameters intelligence,

        @Parameter(meaning = "How its word gains and loses weight")
        CredibilityParameters credibility,

        @Parameter(meaning = "How it tires of what it does") HabitParameters habit,

        @Parameter(meaning = "What its words do") ActEffects effects,

        @Parameter(meaning = "Its packages of sanctions") WarnerPackageParameters packages,

        @Parameter(meaning = "How it decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Warner {
        Parameters.require(
                Warner.class, iso3, label, effort, intelligence, credibility, habit, effects, packages, policy);
    }
}
