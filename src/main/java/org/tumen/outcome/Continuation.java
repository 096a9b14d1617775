package org.tumen.outcome;

/**
 * How a run goes on after one of its weeks: on fresh draws, those of a numbered continuation.
 *
 * @param week the last week whose draws are those of the run, from 0
 * @param number which continuation, from 0; number 0 is the run itself
 */
public record Continuation(int week, long number) {
    /** @throws IllegalArgumentException when the week or the number is negative */
    public Continuation {
        if (week < 0 || number < 0) {
            throw new IllegalArgumentException(
                    "week and number of a continuation are 0 or more, not " + week + " and " + number);
        }
    }
}
