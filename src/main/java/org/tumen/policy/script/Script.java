package org.tumen.policy.script;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.Due;
import org.tumen.policy.View;
import org.tumen.world.Action;
import org.tumen.world.Question;
import org.tumen.world.Vote;

/**
 * A table by week: of acts, by the questions that they answer, or of votes, by the members who cast them. Dates become weeks
 * when the first question tells the date of its week.
 */
public final class Script<K, V> {
    /** More weeks than a run can have. */
    private static final int HORIZON = 5201;

    private final List<Entry<K, V>> entries = new ArrayList<>();
    private @Nullable Map<Integer, Map<K, V>> byWeek;

    private record Entry<K, V>(Due time, K key, V value) {}

    private Script() {}

    /** What an actor does, by the question that it answers. */
    public static Script<Question, Action> ofActs(List<ScriptedAct> acts) {
        Script<Question, Action> script = new Script<>();
        for (ScriptedAct act : acts) {
            Arrays.stream(Question.values())
                    .filter(question -> question.admits(act.act()))
                    .forEach(question -> script.entries.add(new Entry<>(act, question, act.act())));
        }
        return script;
    }

    /** How members vote, by their codes. */
    public static Script<String, Vote> ofVotes(List<ScriptedVote> votes) {
        Script<String, Vote> script = new Script<>();
        votes.forEach(vote -> script.entries.add(new Entry<>(vote, vote.member(), vote.vote())));
        return script;
    }

    /** What is due this week for a question or a member, or null; of several the first in the list. */
    @Nullable
    public V at(View view, K key) {
        Map<Integer, Map<K, V>> table = byWeek;
        if (table == null) {
            table = table(view.date().minusWeeks(view.week()));
            byWeek = table;
        }
        Map<K, V> due = table.get(view.week());
        return due == null ? null : due.get(key);
    }

    private Map<Integer, Map<K, V>> table(LocalDate start) {
        Map<Integer, Map<K, V>> table = new HashMap<>();
        for (Entry<K, V> entry : entries) {
            entry.time()
                    .weeks(
                            start,
                            HORIZON,
                            week -> table.computeIfAbsent(week, w -> new HashMap<>())
                                    .putIfAbsent(entry.key(), entry.value()));
        }
        return table;
    }

    static void requireDistinct(List<ScriptedAct> acts) {
        Set<String> seen = new HashSet<>();
        for (ScriptedAct act : acts) {
            for (Question question : Question.values()) {
                if (question.admits(act.act()) && !seen.add(act.when() + " " + question)) {
                    throw new IllegalArgumentException("acts must not answer one question twice in one week ("
                            + act.when() + ", " + question.key() + ")");
                }
            }
        }
    }
}
