package org.tumen.study.discover;

import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.study.StudyReading;

/** The settings of a scenario discovery. */
public record DiscoverSection(
        @Parameter(
                meaning =
                        "Which points are of interest: means over a point's runs compared with a number or with each"
                                + " other, joined by and or or; outcomes, arm.outcome, differences of them, regret(arm.outcome)",
                value = "any_crisis > 0",
                example = "any_crisis >= 0.5")
        String condition,

        @Parameter(meaning = "What such points are called", example = "crisis-prone worlds") @Nullable
        String cases,

        @Parameter(meaning = "Points of the Latin hypercube", value = "400", min = 50)
        int points,

        @Parameter(meaning = "Runs of each point", min = 1, max = StudyReading.MOST_RUNS, unit = "runs", example = "40")
        @Nullable
        Integer runs,

        @Parameter(meaning = "Share that a step peels off", value = "0.05", min = 0.01, max = 0.4)
        double peel,

        @Parameter(meaning = "Least share of points in a box", value = "0.05", min = 0.001, max = 0.5)
        double leastMass,

        @Parameter(meaning = "Resamples by which the box is tried again", value = "40", min = 2, max = 10000)
        int resamples,

        @Parameter(
                meaning =
                        "Whether points meet independent random numbers (own), as they do unless arms are compared, or"
                                + " common ones",
                example = "own")
        @Nullable
        Luck luck,

        @Parameter(
                meaning =
                        "The box is that of greatest coverage with at least this density, in place of the best balance",
                min = 0,
                max = 1,
                example = "0.8")
        @Nullable
        Double boxDensity,

        @Parameter(
                meaning = "The box is that whose coverage comes nearest, in place of the best balance",
                min = 0,
                max = 1,
                example = "0.5")
        @Nullable
        Double boxCoverage) {
    /** Which random numbers points meet. */
    public enum Luck {
        /** Independent ones. */
        OWN,
        /** Common ones. */
        COMMON
    }
}
