package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** The seller: who it is, its economy, its campaigns of launching, and its policy. */
public record Seller(
        @Parameter(
                meaning = "Country code of the seller",
                basis = "ISO 3166-1",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as JPN")
        String iso3,

        @Parameter(meaning = "Name in texts and pictures", pattern = ".{1,60}", allowed = "1 to 60 characters")
        String label,

        @Parameter(meaning = "Its economic hardship over time")
        HardshipParameters hardship,

        @Parameter(meaning = "Its campaigns of launching") CampaignParameters campaign,

        @Parameter(meaning = "How it decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Seller {
        Parameters.require(Seller.class, iso3, label, hardship, campaign, policy);
    }
}
