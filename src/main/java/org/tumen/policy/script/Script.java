package org.tumen.policy.script;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.View;
import org.tumen.world.Action;
import org.tumen.world.Question;

/** A table of acts by week. Dates become weeks when the first question tells the date of its week. */
public final class Script {
    /** More weeks than a run can have. */
    static final int HORIZON = 5201;

    private final List<ScriptedAct> acts;
    private @Nullable Map<Integer, Map<Question, Action>> byWeek;

    public Script(List<ScriptedAct> acts) {
        this.acts = acts;
    }

    /** The act that answers the question this week, or null; of several the first in the list. */
    @Nullable
    public Action at(View view, Question question) {
        Map<Integer, Map<Question, Action>> table = byWeek;
        if (table == null) {
            table = table(start(view));
            byWeek = table;
        }
        Map<Question, Action> due = table.get(view.week());
        return due == null ? null : due.get(question);
    }

    /** The first day of week 0. */
    static LocalDate start(View view) {
        return view.date().minusWeeks(view.week());
    }

    private Map<Integer, Map<Question, Action>> table(LocalDate start) {
        Map<Integer, Map<Question, Action>> table = new HashMap<>();
        for (ScriptedAct act : acts) {
            for (Question question : Question.values()) {
                if (question.admits(act.act())) {
                    act.weeks(
                            start,
                            HORIZON,
                            week -> table.computeIfAbsent(week, w -> new EnumMap<>(Question.class))
                                    .putIfAbsent(question, act.act()));
                }
            }
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
