package org.tumen.study.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.search.Statistic;
import org.tumen.analysis.search.Worlds;
import org.tumen.declare.Parameter;
import org.tumen.declare.ShortForm;
import org.tumen.outcome.Direction;
import org.tumen.study.StudyReading;

/** The settings of a search. */
public record SearchSection(
        @Parameter(meaning = "The algorithm", value = "auto")
        Algorithm algorithm,

        @Parameter(meaning = "Points of a generation, a multiple of 4", value = "40", min = 8, max = 1000)
        int population,

        @Parameter(meaning = "Points of each search", value = "1000", min = 8, max = 1000000)
        int evaluations,

        @Parameter(meaning = "Searches, each with draws of its own", value = "2", min = 2, max = 20)
        int searches,

        @Parameter(
                meaning = "Runs of a point in each world",
                min = 2,
                max = StudyReading.MOST_RUNS,
                unit = "runs",
                example = "40")
        @Nullable
        Integer runs,

        @Parameter(
                meaning = "Fresh runs of each point of the front: half choose among the points, half assess them;"
                        + " 1,000 or four times the runs unless given",
                min = 50,
                max = StudyReading.MOST_RUNS,
                unit = "runs",
                example = "1000")
        @Nullable
        Integer freshRuns,

        @Parameter(meaning = "Most points of the front that are evaluated again", value = "40", min = 4, max = 500)
        int front,

        @Parameter(
                meaning = "Points from which the best known values for a regret are taken",
                min = 4,
                max = 10000,
                example = "100")
        @Nullable
        Integer referencePoints,

        @Parameter(meaning = "What an objective makes of several worlds", value = "mean")
        Worlds overWorlds,

        @Parameter(
                meaning =
                        "What is striven for, two or more: outcomes, statistics such as cvar(launches, 0.1), or mappings",
                value = "[]",
                example = "[mean_stability, {name: unlucky, outcome: mean_stability, statistic: cvar, tail: 0.1}]")
        List<ObjectiveEntry> objectives,

        @Parameter(
                meaning = "What a point must keep to, such as mean(crisis_weeks) <= 8",
                value = "[]",
                example = "[mean(crisis_weeks) <= 40]")
        List<String> constraints) {
    public enum Algorithm {
        /** By the number of objectives. */
        AUTO,
        NSGA2,
        NSGA3
    }

    public SearchSection {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
    }

    /** An objective. */
    public record ObjectiveEntry(
            @Parameter(meaning = "Its name", value = "\"\"", example = "unlucky")
            String name,

            @Parameter(meaning = "The outcome, or a statistic such as cvar(launches, 0.1)", example = "mean_stability")
            String outcome,

            @Parameter(meaning = "What is made of its runs", value = "mean")
            Statistic.Kind statistic,

            @Parameter(meaning = "The limit of a share", value = "0", min = -1e9, max = 1e9)
            double limit,

            @Parameter(meaning = "The probability of a quantile", value = "0.5", min = 0, max = 1)
            double probability,

            @Parameter(meaning = "The tail of a cvar", value = "0.1", min = 0, max = 1)
            double tail,

            @Parameter(meaning = "Which way it is better", pattern = "more|less", example = "more") @Nullable
            Direction direction,

            @Parameter(meaning = "What is made of several worlds", example = "worst") @Nullable
            Worlds overWorlds) {
        /** An outcome or a statistic alone. */
        public static final class Short extends ShortForm {
            /** For ServiceLoader. */
            public Short() {
                super(ObjectiveEntry.class, "outcome");
            }
        }
    }
}
