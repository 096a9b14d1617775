package org.tumen.eventdata;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * A directed dyad's events by week of a scenario.
 *
 * @param start first day of week 0
 * @param counts number of events in each week
 * @param goldstein sum of their weights in each week
 * @param outside events of the dyad before week 0 or after the last week
 */
public record WeeklyDyad(LocalDate start, List<Integer> counts, List<Double> goldstein, int outside) {
    private static final int DAYS = 7;

    public WeeklyDyad {
        counts = List.copyOf(counts);
        goldstein = List.copyOf(goldstein);
    }

    /**
     * Aggregates. An event whose source or target names several countries counts once in each dyad that it names.
     *
     * @param events events in any order
     * @param source country of the source, as in {@link CodedEvent}
     * @param target country of the target
     * @param start first day of week 0
     * @param weeks number of weeks, at least one
     */
    public static WeeklyDyad of(List<CodedEvent> events, String source, String target, LocalDate start, int weeks) {
        int[] counts = new int[weeks];
        double[] sums = new double[weeks];
        int outside = 0;
        for (CodedEvent event : events) {
            if (!event.sources().contains(source) || !event.targets().contains(target)) {
                continue;
            }
            long week = Math.floorDiv(ChronoUnit.DAYS.between(start, event.date()), (long) DAYS);
            if (week < 0 || week >= weeks) {
                outside++;
            } else {
                counts[(int) week]++;
                sums[(int) week] += event.goldstein();
            }
        }
        return new WeeklyDyad(
                start,
                Arrays.stream(counts).boxed().toList(),
                Arrays.stream(sums).boxed().toList(),
                outside);
    }
}
