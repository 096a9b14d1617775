package org.tumen.study.compare;

import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.outcome.Outcome;

/** The settings of a comparison. */
public record CompareSection(
        @Parameter(meaning = "Whether every arm is compared with every other", value = "false")
        boolean allPairs,

        @Parameter(
                meaning = "The actor to whose decisions those that weigh most are limited",
                pattern = "[a-z][a-z0-9_]*",
                allowed = "the name of an actor, such as japan",
                example = "<warner>")
        @Nullable
        String decisionsOf,

        @Parameter(
                meaning =
                        "The outcome in which the best arm is selected: runs are given where they decide, up to stopping.max_runs"
                                + " of an arm",
                example = "mean_stability")
        @Nullable
        Outcome select,

        @Parameter(
                meaning =
                        "A difference of means that does not matter to the selection; the outcome's smallest difference unless"
                                + " given, else a tenth of a run's standard deviation",
                min = 1e-9,
                max = 1e9,
                unit = "the outcome's",
                example = "0.25")
        @Nullable
        Double indifference,

        @Parameter(
                meaning = "The probability that no arm is better than the one selected by more than that",
                value = "0.95",
                min = SelectionOptions.LEAST,
                max = SelectionOptions.MOST)
        double confidence) {
    /** That of arms without a study file. */
    static final CompareSection USUAL = new CompareSection(false, null, null, null, 0.95);
}
