package org.tumen.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.world.Event;
import org.tumen.world.EventKind;

/**
 * A number that sums up a run as it would sum up the record: made of the events of a kind in a stretch of weeks, or an
 * outcome of the run.
 *
 * @param kind the kind of event; null for an outcome
 * @param from the first week that counts
 * @param until the last week that counts
 * @param outcome the outcome; null for events
 */
public record RunStatistic(
        @Nullable EventKind kind,
        Measure measure,
        int from,
        int until,
        @Nullable Outcome outcome) {
    private static final double WEEKS_A_YEAR = 365.25 / 7;

    /** What is made of events. An act told in two directions, in one week by one source, is one. */
    public enum Measure {
        /** How many there were. */
        COUNT,
        /** How many there were a year of the stretch. */
        COUNT_A_YEAR,
        /** The sum of their magnitudes, such as the volume of shipments. */
        SUM,
        /** The week of the first; one past the stretch when there was none. */
        FIRST_WEEK,
        /** 1 when there was any, else 0. */
        HAPPENED
    }

    /** The statistics of the last run of a maker that keeps events, in the order given. */
    public static double[] of(RunMaker made, List<RunStatistic> statistics) {
        return statistics.stream()
                .mapToDouble(s -> s.value(made.events(), made.outcomes()))
                .toArray();
    }

    /** The statistic of the events and outcomes of a run. */
    double value(List<Event> events, double[] outcomes) {
        if (outcome != null) {
            return outcomes[outcome.ordinal()];
        }
        int count = 0;
        double sum = 0;
        int first = until + 1;
        Set<String> told = new HashSet<>();
        for (Event event : events) {
            if (event.kind() == kind
                    && event.week() >= from
                    && event.week() <= until
                    && told.add(event.week() + " " + event.source())) {
                count++;
                sum += event.magnitude();
                first = Math.min(first, event.week());
            }
        }
        return switch (measure) {
            case COUNT -> count;
            case COUNT_A_YEAR -> count * WEEKS_A_YEAR / (until - from + 1);
            case SUM -> sum;
            case FIRST_WEEK -> first;
            case HAPPENED -> count > 0 ? 1 : 0;
        };
    }
}
