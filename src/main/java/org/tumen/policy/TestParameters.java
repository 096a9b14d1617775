package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** When a seller tests missiles, in the logit and best-reply policies. */
public record TestParameters(
        @Parameter(
                meaning = "How sharply the seller prefers the better option about a test (logit; unused by best_reply)",
                value = "6",
                min = 0,
                max = 1000,
                unit = "1/utility",
                basis = "assumption: as in a deal")
        double rationality,

        @Parameter(
                meaning = "Constant drive to test",
                value = "-0.195",
                min = -10,
                max = 10,
                unit = "utility",
                basis =
                        "set so that the model makes 14.2 launch events a year; the record has 14.5 (CSIS Beyond Parallel, September 2023 to December 2025)")
        double drive,

        @Parameter(
                meaning = "Pull of diplomatic pressure towards a test",
                value = "0.04",
                min = -10,
                max = 10,
                unit = "utility per heat",
                basis = "assumption")
        double heat,

        @Parameter(
                meaning = "Pull of tension above its mean",
                value = "0.35",
                min = -10,
                max = 10,
                unit = "utility per 100 points",
                basis = "assumption")
        double tension,

        @Parameter(
                meaning = "Pull of capability above its reference",
                value = "0.4",
                min = -10,
                max = 10,
                unit = "utility per 50 points",
                basis = "assumption")
        double arsenal,

        @Parameter(
                meaning = "The capability that counts as neither more nor less",
                value = "50",
                min = 0,
                max = 100,
                unit = "index points",
                basis = "scale")
        double arsenalReference,

        @Parameter(
                meaning = "Deterrent weight of perceived risk",
                value = "0.15",
                min = -10,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double fear,

        @Parameter(
                meaning = "Pull of hardship",
                value = "0.05",
                min = -10,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double hardship,

        @Parameter(
                meaning = "Restraining weight of sanctions pressure",
                value = "0.3",
                min = -10,
                max = 10,
                unit = "utility",
                basis = "assumption")
        double pressure) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public TestParameters {
        Parameters.require(
                TestParameters.class,
                rationality,
                drive,
                heat,
                tension,
                arsenal,
                arsenalReference,
                fear,
                hardship,
                pressure);
    }
}
