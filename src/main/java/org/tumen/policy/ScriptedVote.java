package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Vote;

/** A member's vote in the votes of a given week. */
public record ScriptedVote(
        @Parameter(meaning = "The week, from 0", min = 0, max = 5200, unit = "weeks")
        int week,

        @Parameter(
                meaning = "The member's ISO 3166-1 alpha-3 code",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as RUS")
        String member,

        @Parameter(meaning = "How it votes") Vote vote) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ScriptedVote {
        Parameters.require(ScriptedVote.class, week, member, vote);
    }
}
