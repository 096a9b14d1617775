package org.tumen.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.world.Action;
import org.tumen.world.Question;

/** A table of acts by week. */
final class Script {
    private final Map<Integer, List<Action>> byWeek = new HashMap<>();

    Script(List<ScriptedAct> acts) {
        for (ScriptedAct act : acts) {
            byWeek.merge(act.week(), List.of(act.act()), Script::joined);
        }
    }

    /** The act that answers the question this week, or null. */
    @Nullable
    Action at(int week, Question question) {
        List<Action> acts = byWeek.get(week);
        if (acts != null) {
            for (Action act : acts) {
                if (question.admits(act)) {
                    return act;
                }
            }
        }
        return null;
    }

    static void requireDistinct(List<ScriptedAct> acts) {
        Set<String> seen = new HashSet<>();
        for (ScriptedAct act : acts) {
            for (Question question : Question.values()) {
                if (question.admits(act.act()) && !seen.add(act.week() + " " + question)) {
                    throw new IllegalArgumentException("acts must not answer one question twice in week " + act.week()
                            + " (" + question.key() + ")");
                }
            }
        }
    }

    private static List<Action> joined(List<Action> a, List<Action> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
