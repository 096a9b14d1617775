package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** An ally of the warners: who it is, what it sees, its exercises, its packages of sanctions, and its policy. */
public record Ally(
        @Parameter(
                meaning = "Country code of the ally",
                basis = "ISO 3166-1",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as USA")
        String iso3,

        @Parameter(meaning = "Name in texts and pictures", pattern = ".{1,60}", allowed = "1 to 60 characters")
        String label,

        @Parameter(meaning = "Means of monitoring", value = "0.5", min = 0, max = 5)
        double vigilance,

        @Parameter(meaning = "Evidence that a disclosure publishes", value = "0.12", min = 0, max = 1)
        double disclosureEvidence,

        @Parameter(meaning = "Heat of a disclosure", value = "0.12", min = 0, max = 2, unit = "heat")
        double disclosureHeat,

        @Parameter(
                meaning = "Intensity of its exercises; the greatest of several counts",
                value = "0.5",
                min = 0,
                max = 1,
                unit = "intensity",
                basis = "scale")
        double exercises,

        @Parameter(meaning = "Its packages of sanctions") AllyPackageParameters packages,

        @Parameter(meaning = "How it decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Ally {
        Parameters.require(
                Ally.class, iso3, label, vigilance, disclosureEvidence, disclosureHeat, exercises, packages, policy);
    }
}
