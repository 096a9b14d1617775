package org.tumen.policy.script;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.Recurrence;
import org.tumen.world.Action;

/**
 * An act at a given time: in the week that contains a day (once, or every year), or so many weeks after the start.
 *
 * @param on the day; null for another way of giving the time
 * @param every the day of every year; null likewise
 * @param week the week, from 0; null likewise
 * @param act what the actor does
 */
public record ScriptedAct(
        @Parameter(meaning = "The day, once", allowed = "a date, such as 2024-03-28") @Nullable
        LocalDate on,

        @Parameter(meaning = "The day of every year", allowed = "a month and a day, such as 03-24") @Nullable
        MonthDay every,

        @Parameter(meaning = "Weeks after the start", min = 0, max = 5200, unit = "weeks") @Nullable
        Integer week,

        @Parameter(meaning = "What the actor does") Action act) {

    /** @throws IllegalArgumentException when a value is out of its range, or not exactly one time is given */
    public ScriptedAct {
        Parameters.require(
                ScriptedAct.class, on == null ? "" : on, every == null ? "" : every, week == null ? 0 : week, act);
        requireOneTime(on, every, week);
    }

    /** An act so many weeks after the start. */
    public ScriptedAct(int week, Action act) {
        this(null, null, week, act);
    }

    static void requireOneTime(@Nullable LocalDate on, @Nullable MonthDay every, @Nullable Integer week) {
        int given = (on == null ? 0 : 1) + (every == null ? 0 : 1) + (week == null ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException("exactly one of on, every and week must be given");
        }
    }

    /** Tells the weeks in which it is due, from the first day of week 0 and below a number of weeks. */
    public void weeks(LocalDate start, int weeks, IntConsumer due) {
        weeks(on, every, week, start, weeks, due);
    }

    static void weeks(
            @Nullable LocalDate on,
            @Nullable MonthDay every,
            @Nullable Integer week,
            LocalDate start,
            int weeks,
            IntConsumer due) {
        if (week != null) {
            if (week < weeks) {
                due.accept(week);
            }
        } else {
            new Recurrence(on, every).weeks(start, weeks, due);
        }
    }

    /** When it is due, as files write it. */
    public String when() {
        return when(on, every, week);
    }

    static String when(@Nullable LocalDate on, @Nullable MonthDay every, @Nullable Integer week) {
        return week != null ? "week " + week : new Recurrence(on, every).toString();
    }
}
