package org.tumen.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;

/**
 * A day on which something is due: once, or every year (29 February is the 28th in years without it). The week that contains
 * the day is the week in which it happens.
 */
public record Recurrence(
        @Parameter(meaning = "The day, once", allowed = "a date, such as 2024-03-28") @Nullable
        LocalDate on,

        @Parameter(meaning = "The day of every year", allowed = "a month and a day, such as 03-24") @Nullable
        MonthDay every)
        implements Due {

    private static final int DAYS = 7;

    /** @throws IllegalArgumentException unless exactly one of the two is given */
    public Recurrence {
        if ((on == null) == (every == null)) {
            throw new IllegalArgumentException("exactly one of on and every must be given");
        }
    }

    @Override
    public void weeks(LocalDate start, int weeks, IntConsumer week) {
        if (on != null) {
            accept(weekOf(on, start), weeks, week);
        } else if (every != null) {
            int last = start.plusWeeks(weeks).getYear();
            for (int year = start.getYear(); year <= last; year++) {
                accept(weekOf(every.atYear(year), start), weeks, week);
            }
        }
    }

    private static void accept(long found, int weeks, IntConsumer week) {
        if (found >= 0 && found < weeks) {
            week.accept((int) found);
        }
    }

    /** The week that contains a day, from 0; below 0 for a day before the start. */
    static long weekOf(LocalDate day, LocalDate start) {
        return Math.floorDiv(ChronoUnit.DAYS.between(start, day), (long) DAYS);
    }

    /** As files write it: a date, or a month and a day. */
    @Override
    public String when() {
        return on != null ? on.toString() : "every " + String.valueOf(every).substring(2);
    }
}
