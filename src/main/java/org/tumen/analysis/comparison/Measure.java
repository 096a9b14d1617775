package org.tumen.analysis.comparison;

import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * An outcome of interest in a comparison.
 *
 * @param outcome what is compared
 * @param direction which way it is better in this comparison
 * @param smallestDifference the smallest difference of means that matters, in the outcome's unit; 0 for none
 * @param scale the difference that is worth one point where criteria are weighed, in the outcome's unit, above 0; null for
 *     the standard deviation of the baseline over worlds
 */
public record Measure(
        Outcome outcome,
        Direction direction,
        double smallestDifference,
        @Nullable Double scale) {
    /** @throws IllegalArgumentException when the smallest difference is negative or not finite, or the scale not above 0 */
    public Measure {
        if (!(smallestDifference >= 0 && smallestDifference < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the smallest difference that matters for " + outcome.key()
                    + " is 0 or more, not " + smallestDifference);
        }
        if (scale != null && !(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the scale of " + outcome.key() + " is above 0, not " + scale);
        }
    }

    /** An outcome with the usual scale. */
    public Measure(Outcome outcome, Direction direction, double smallestDifference) {
        this(outcome, direction, smallestDifference, null);
    }

    /** An outcome in its own direction, without a smallest difference. */
    public static Measure of(Outcome outcome) {
        return new Measure(outcome, outcome.direction(), 0);
    }

    /** Orients a value so that more is better. */
    double oriented(double value) {
        return direction == Direction.LESS ? -value : value;
    }

    /** Whether distributions can be ranked by it: not those of flags, which have a share and no more. */
    boolean ranked() {
        return direction != Direction.NEUTRAL && outcome.kind() != Kind.FLAG;
    }

    /** Refuses a measure for which neither direction is better, where arms have to be ranked. */
    void requireDirected() {
        if (direction == Direction.NEUTRAL) {
            throw new IllegalArgumentException(
                    "ranking arms by " + outcome.key() + " needs a direction, more or less, in which it is better");
        }
    }
}
