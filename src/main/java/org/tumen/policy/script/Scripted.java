package org.tumen.policy.script;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.Due;
import org.tumen.policy.Recurrence;

/** What is due at a given time: in the week that contains a day (once, or every year), or so many weeks after the start. */
interface Scripted extends Due {
    /** The day; null for another way of giving the time. */
    @Nullable
    LocalDate on();

    /** The day of every year; null likewise. */
    @Nullable
    MonthDay every();

    /** The week, from 0; null likewise. */
    @Nullable
    Integer week();

    static void requireOneTime(@Nullable LocalDate on, @Nullable MonthDay every, @Nullable Integer week) {
        int given = (on == null ? 0 : 1) + (every == null ? 0 : 1) + (week == null ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException("exactly one of on, every and week must be given");
        }
    }

    @Override
    default void weeks(LocalDate start, int weeks, IntConsumer due) {
        Integer week = week();
        if (week == null) {
            new Recurrence(on(), every()).weeks(start, weeks, due);
        } else if (week < weeks) {
            due.accept(week);
        }
    }

    @Override
    default String when() {
        return week() != null ? "week " + week() : new Recurrence(on(), every()).when();
    }
}
