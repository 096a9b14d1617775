package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How many runs a batch makes by default, and from which seed. */
public record BatchParameters(
        @Parameter(
                meaning = "Runs",
                value = "10000",
                min = 1,
                max = 100000000,
                unit = "runs",
                basis = "standard error of mean stability below 0.04")
        int runs,

        @Parameter(meaning = "Seed of the draws, any 64-bit integer", value = "1", basis = "arbitrary")
        long seed) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public BatchParameters {
        Parameters.require(BatchParameters.class, runs, seed);
    }
}
