package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What a buyer wants, in the logit and best-reply policies. */
public record BuyerParameters(
        @Parameter(
                meaning = "How sharply the buyer prefers the better option (logit; unused by best_reply)",
                value = "6",
                min = 0,
                max = 1000,
                unit = "1/utility",
                basis = "assumption: an option better by 0.5 is chosen in 95 % of cases")
        double rationality,

        @Parameter(
                meaning = "Probability of reviewing the deal in a week",
                value = "0.25",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "assumption: about monthly")
        double review,

        @Parameter(
                meaning = "Value of a deal at full need",
                value = "1",
                min = 0,
                max = 10,
                unit = "utility",
                basis = "numeraire")
        double gain,

        @Parameter(
                meaning = "Weight of perceived risk",
                value = "0.6",
                min = 0,
                max = 10,
                unit = "utility",
                prior = "uniform(0.1, 1.1)",
                priorBasis =
                        "reputation costs: the sign is agreed, the size not (J. D. Fearon 1994; A. E. Sartori 2005)")
        double fear,

        @Parameter(
                meaning = "Value of defying diplomatic pressure",
                value = "0.06",
                min = -5,
                max = 5,
                unit = "utility per heat",
                prior = "uniform(0, 0.2)")
        double defiance,

        @Parameter(meaning = "Cost of taking up an offer", value = "0.6", min = -10, max = 10, unit = "utility")
        double acceptanceCost,

        @Parameter(meaning = "Value of holding a deal up", value = "0.1", min = -10, max = 10, unit = "utility")
        double pause,

        @Parameter(
                meaning = "Sunk cost of leaving a deal that ships",
                value = "0.4",
                min = 0,
                max = 10,
                unit = "utility")
        double sunk,

        @Parameter(meaning = "Share of it that is felt once a deal is agreed", value = "0.5", min = 0, max = 1)
        double sunkAgreed,

        @Parameter(
                meaning = "Further cost of leaving once there is a treaty",
                value = "0.4",
                min = 0,
                max = 10,
                unit = "utility")
        double treaty) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public BuyerParameters {
        Parameters.require(
                BuyerParameters.class,
                rationality,
                review,
                gain,
                fear,
                defiance,
                acceptanceCost,
                pause,
                sunk,
                sunkAgreed,
                treaty);
    }
}
