package org.tumen.policy.script;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.View;
import org.tumen.world.Member;
import org.tumen.world.Vote;

/** A table of members' votes by week, made when the first question tells the date of its week. */
public final class ScriptedVotes {
    private final List<ScriptedVote> votes;
    private @Nullable Map<Integer, Map<String, Vote>> byWeek;

    public ScriptedVotes(List<ScriptedVote> votes) {
        this.votes = votes;
    }

    /** The vote that a member casts this week, or null. */
    @Nullable
    public Vote at(View view, Member member) {
        Map<Integer, Map<String, Vote>> table = byWeek;
        if (table == null) {
            table = table(Script.start(view));
            byWeek = table;
        }
        Map<String, Vote> due = table.get(view.week());
        return due == null ? null : due.get(member.iso3());
    }

    private Map<Integer, Map<String, Vote>> table(LocalDate start) {
        Map<Integer, Map<String, Vote>> table = new HashMap<>();
        for (ScriptedVote vote : votes) {
            vote.weeks(
                    start,
                    Script.HORIZON,
                    week -> table.computeIfAbsent(week, w -> new HashMap<>()).putIfAbsent(vote.member(), vote.vote()));
        }
        return table;
    }
}
