package org.tumen.study.sensitivity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.study.StudyReading;

/** The settings of a sensitivity analysis. */
public record SensitivitySection(
        @Parameter(meaning = "The method", value = "morris") Method method,

        @Parameter(
                meaning = "What is looked at in place of the study's outcomes, such as arm.outcome - arm.outcome; with"
                        + " several arms the differences of each to the first unless given",
                value = "[]",
                example = "[mean_stability]")
        List<String> of,

        @Parameter(meaning = "Trajectories, for morris", value = "20", min = 2)
        int trajectories,

        @Parameter(meaning = "Levels, for morris, an even number", value = "4", min = 2, max = 100)
        int levels,

        @Parameter(meaning = "Rows, for sobol", value = "64", min = 2)
        int rows,

        @Parameter(meaning = "Whether pairs have indices too, for sobol", value = "false")
        boolean secondOrder,

        @Parameter(meaning = "Resamples of the bootstrap", value = "500", min = 20, max = 100000)
        int resamples,

        @Parameter(meaning = "Runs of each point", min = 2, max = StudyReading.MOST_RUNS, unit = "runs", example = "40")
        @Nullable
        Integer runs) {
    public SensitivitySection {
        of = List.copyOf(of);
    }

    public enum Method {
        MORRIS,
        SOBOL
    }
}
