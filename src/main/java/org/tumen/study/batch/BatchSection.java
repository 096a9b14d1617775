package org.tumen.study.batch;

import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;

/** The settings of a batch. */
public record BatchSection(
        @Parameter(
                meaning =
                        "Runs that share a point of the uncertain parameters, each with independent random numbers; the"
                                + " scenario's unless given",
                min = 1,
                max = 10_000,
                unit = "runs",
                example = "1")
        @Nullable
        Integer replicates) {}
