package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What a seller wants, in the logit and best-reply policies. */
public record SellerParameters(
        @Parameter(
                meaning = "How sharply the seller prefers the better option in a deal (logit; unused by best_reply)",
                value = "6",
                min = 0,
                max = 1000,
                unit = "1/utility",
                basis = "assumption: an option better by 0.5 is chosen in 95 % of cases")
        double rationality,

        @Parameter(
                meaning = "Probability of reviewing the deal, or an offer, in a week",
                value = "0.25",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "assumption: about monthly")
        double review,

        @Parameter(
                meaning = "Value of a deal at full hardship",
                value = "1",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "numeraire")
        double gain,

        @Parameter(
                meaning = "Share of the value that does not depend on hardship",
                value = "0.25",
                min = 0,
                max = 1,
                basis = "assumption")
        double gainBase,

        @Parameter(
                meaning = "Share of the value that grows with hardship",
                value = "0.75",
                min = 0,
                max = 2,
                basis = "assumption")
        double gainHardship,

        @Parameter(
                meaning = "Weight of perceived risk",
                value = "0.7",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double fear,

        @Parameter(
                meaning = "The Council's shadow: risk that an unrivalled Council adds once the deal is suspected",
                value = "0.6",
                min = 0,
                max = 5,
                basis = "assumption")
        double councilShadow,

        @Parameter(
                meaning = "Value of defying diplomatic pressure",
                value = "0.08",
                min = -5,
                max = 5,
                unit = "utility per heat",
                basis = "assumption")
        double defiance,

        @Parameter(
                meaning = "Cost of offering a deal",
                value = "0.6",
                min = -10,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double proposalCost,

        @Parameter(
                meaning = "Value of holding a deal up",
                value = "0.1",
                min = -10,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double pause,

        @Parameter(
                meaning = "Sunk cost of leaving a deal that ships (half of it once agreed, none in talks)",
                value = "0.4",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double sunk,

        @Parameter(
                meaning = "Pull of offers of dialogue, away from the deal and from tests",
                value = "0.35",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double conciliation,

        @Parameter(meaning = "When the seller tests missiles")
        TestParameters test) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public SellerParameters {
        Parameters.require(
                SellerParameters.class,
                rationality,
                review,
                gain,
                gainBase,
                gainHardship,
                fear,
                councilShadow,
                defiance,
                proposalCost,
                pause,
                sunk,
                conciliation,
                test);
    }
}
