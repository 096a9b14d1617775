package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** The buyer: who it is, its need, how it deals, and its policy. */
public record Buyer(
        @Parameter(
                meaning = "Country code of the buyer",
                basis = "ISO 3166-1",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as JPN")
        String iso3,

        @Parameter(meaning = "Name in texts and pictures", pattern = ".{1,60}", allowed = "1 to 60 characters")
        String label,

        @Parameter(meaning = "Its need of munitions over time")
        NeedParameters need,

        @Parameter(
                meaning = "How well the buyer hides the deal",
                value = "0.5",
                min = 0,
                max = 1,
                prior = "uniform(0.3, 0.7)")
        double secrecy,

        @Parameter(meaning = "How readily the buyer pays in technology", value = "0.35", min = 0, max = 1)
        double generosity,

        @Parameter(meaning = "How it decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Buyer {
        Parameters.require(Buyer.class, iso3, label, need, secrecy, generosity, policy);
    }
}
