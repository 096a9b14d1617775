package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How a warner tires of what it does. */
public record HabitParameters(
        @Parameter(
                meaning = "Share of its fatigue that lasts a week",
                value = "0.95",
                min = 0,
                max = 1,
                unit = "a week")
        double fatigueFade,

        @Parameter(meaning = "Share of its freshness that an act takes", value = "0.75", min = 0, max = 1)
        double fatigue,

        @Parameter(
                meaning = "Share of repetition that a week without an act leaves",
                value = "0.985",
                min = 0,
                max = 1,
                unit = "a week")
        double repetitionFade,

        @Parameter(meaning = "Repetition that the same act again adds", value = "0.5", min = 0, max = 1)
        double repetition,

        @Parameter(meaning = "Share of repetition that another act leaves", value = "0.5", min = 0, max = 1)
        double variation) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public HabitParameters {
        Parameters.require(HabitParameters.class, fatigueFade, fatigue, repetitionFade, repetition, variation);
    }
}
