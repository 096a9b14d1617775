package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What a warner wants, in the logit and best-reply policies. */
public record WarnerParameters(
        @Parameter(
                meaning = "How sharply the warner prefers the better rung (logit; unused by best_reply)",
                value = "8",
                min = 0,
                max = 1000,
                unit = "1/utility")
        double rationality,

        @Parameter(meaning = "How far up the ladder a given concern calls", value = "0.85", min = 0, max = 5)
        double assertiveness,

        @Parameter(meaning = "Weight of the cost of acting", value = "1", min = 0, max = 20)
        double restraint,

        @Parameter(
                meaning = "What the rivalry that is believed in adds to the cost of a referral",
                value = "0.25",
                min = -20,
                max = 20)
        double rivalry,

        @Parameter(
                meaning = "Value of an appeal for dialogue in itself",
                value = "0.05",
                min = -5,
                max = 5,
                unit = "utility")
        double dialogue,

        @Parameter(
                meaning = "Distaste for repeating the last rung",
                value = "0.45",
                min = 0,
                max = 10,
                unit = "utility")
        double monotony,

        @Parameter(
                meaning = "Loss for answering above or below what the concern calls for",
                value = "2",
                min = 0,
                max = 100,
                unit = "utility per squared level")
        double misfit,

        @Parameter(
                meaning = "Distaste for announcing sanctions while a package is in preparation",
                value = "9",
                min = 0,
                max = 1000,
                unit = "utility")
        double pending,

        @Parameter(
                meaning = "Probability that the government attends to the matter in a week without news",
                value = "0.03",
                min = 0,
                max = 1,
                unit = "probability a week")
        double attention,

        @Parameter(
                meaning = "What news adds to that probability when it is fresh",
                value = "0.75",
                min = 0,
                max = 1,
                unit = "probability a week",
                basis = "fitted: the first warning came in week 1")
        double attentionToNews,

        @Parameter(
                meaning = "What a launch or a signal of its own adds instead",
                value = "0.12",
                min = 0,
                max = 1,
                unit = "probability a week")
        double attentionToSignals,

        @Parameter(meaning = "What makes the warner concerned")
        ConcernParameters concern,

        @Parameter(meaning = "How high each rung stands on the ladder")
        RungLevels levels,

        @Parameter(meaning = "What each rung costs") RungCosts costs) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public WarnerParameters {
        Parameters.require(
                WarnerParameters.class,
                rationality,
                assertiveness,
                restraint,
                rivalry,
                dialogue,
                monotony,
                misfit,
                pending,
                attention,
                attentionToNews,
                attentionToSignals,
                concern,
                levels,
                costs);
    }
}
