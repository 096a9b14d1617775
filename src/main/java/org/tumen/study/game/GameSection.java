package org.tumen.study.game;

import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.study.StudyReading;

/** The settings of a game. */
public record GameSection(
        @Parameter(
                meaning = "Runs of each profile at first",
                min = 2,
                max = StudyReading.MOST_RUNS,
                unit = "runs",
                example = "300")
        @Nullable
        Integer runs,

        @Parameter(
                meaning = "Most runs of a profile that stays undecided; four times the runs unless given",
                min = 2,
                max = StudyReading.MOST_RUNS,
                unit = "runs",
                example = "1200")
        @Nullable
        Integer mostRuns,

        @Parameter(meaning = "The gain that is too small to change for", value = "0", min = 0, max = 1e9)
        double tolerance,

        @Parameter(
                meaning = "The probability at which a profile counts as decided",
                value = "0.95",
                min = 0.5,
                max = 0.9999)
        double decided) {}
