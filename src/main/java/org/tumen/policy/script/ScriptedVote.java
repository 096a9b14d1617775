package org.tumen.policy.script;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Vote;

/** A member's vote in the votes of a given time. */
public record ScriptedVote(
        @Parameter(meaning = "The day, once", allowed = "a date, such as 2024-03-28") @Nullable
        LocalDate on,

        @Parameter(meaning = "The day of every year", allowed = "a month and a day, such as 03-24") @Nullable
        MonthDay every,

        @Parameter(meaning = "Weeks after the start", min = 0, max = 5200, unit = "weeks") @Nullable
        Integer week,

        @Parameter(
                meaning = "The member's ISO 3166-1 alpha-3 code",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as RUS")
        String member,

        @Parameter(meaning = "How it votes") Vote vote)
        implements Scripted {

    /** @throws IllegalArgumentException when a value is out of its range, or not exactly one time is given */
    public ScriptedVote {
        Parameters.require(ScriptedVote.class, on, every, week, member, vote);
        Scripted.requireOneTime(on, every, week);
    }
}
