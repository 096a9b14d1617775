package org.tumen.policy.script;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Action;

/** An act at a given time: in the week that contains a day (once, or every year), or so many weeks after the start. */
public record ScriptedAct(
        @Parameter(meaning = "The day, once", allowed = "a date, such as 2024-03-28") @Nullable
        LocalDate on,

        @Parameter(meaning = "The day of every year", allowed = "a month and a day, such as 03-24") @Nullable
        MonthDay every,

        @Parameter(meaning = "Weeks after the start", min = 0, max = 5200, unit = "weeks") @Nullable
        Integer week,

        @Parameter(meaning = "What the actor does") Action act)
        implements Scripted {

    /** @throws IllegalArgumentException when a value is out of its range, or not exactly one time is given */
    public ScriptedAct {
        Parameters.require(ScriptedAct.class, on, every, week, act);
        Scripted.requireOneTime(on, every, week);
    }

    /** An act so many weeks after the start. */
    public ScriptedAct(int week, Action act) {
        this(null, null, week, act);
    }
}
