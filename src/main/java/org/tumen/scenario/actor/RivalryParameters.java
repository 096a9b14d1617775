package org.tumen.scenario.actor;

import java.util.List;
import org.tumen.ballot.LevelDistribution;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** Rivalry among the permanent members: hidden from all, it stands still for years and is then drawn anew; what is known of it is a belief that every roll call teaches. */
public record RivalryParameters(
        @Parameter(
                meaning =
                        "Probabilities of the levels 0, 0.2, 0.4, 0.6, 0.8 and 1 at the start: what is known then, and from which the truth is drawn",
                value = "[0.023, 0.011, 0.027, 0.129, 0.339, 0.471]",
                min = 0,
                max = 1,
                basis = "posterior after the vote of 28 March 2024, moved to 1 September")
        List<Double> start,

        @Parameter(
                meaning = "Probabilities of the levels when it is drawn anew",
                value = "[0.5, 0.2, 0.12, 0.08, 0.06, 0.04]",
                min = 0,
                max = 1,
                basis = "assumption: mostly at peace")
        List<Double> renewed,

        @Parameter(
                meaning = "Rate at which it is drawn anew",
                value = "0.05",
                min = 0,
                max = 10,
                unit = "a year",
                prior = "uniform(0.02, 0.1)")
        double renewal) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RivalryParameters {
        start = List.copyOf(start);
        renewed = List.copyOf(renewed);
        Parameters.require(RivalryParameters.class, start, renewed, renewal);
        distribution("start", start);
        distribution("renewed", renewed);
    }

    private static LevelDistribution distribution(String name, List<Double> probabilities) {
        try {
            return LevelDistribution.of(
                    probabilities.stream().mapToDouble(p -> p).toArray());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
