package org.tumen.study.sweep;

import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.study.StudyReading;

/** The settings of a sweep. */
public record SweepSection(
        @Parameter(meaning = "How points are spread over the levers", value = "grid")
        Method method,

        @Parameter(meaning = "Points, but for a grid", value = "64", min = 2, unit = "points")
        int points,

        @Parameter(
                meaning = "Runs of each point",
                min = 2,
                max = StudyReading.MOST_RUNS,
                unit = "runs",
                example = "100")
        @Nullable
        Integer runs) {
    /** How points are spread. */
    public enum Method {
        /** Every combination of levels. */
        GRID,
        /** A Latin hypercube whose points keep apart. */
        LATIN_HYPERCUBE,
        /** Sobol's sequence, shifted. */
        SOBOL
    }
}
