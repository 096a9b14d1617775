package org.tumen.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.scenario.actor.Actor;
import org.tumen.scenario.actor.RoleKeys;
import org.tumen.words.Texts;
import org.tumen.world.Event;
import org.tumen.world.Role;

/** The rules of casting. */
final class CastingRules {
    private CastingRules() {}

    static void require(Map<String, Actor> actors) {
        Map<String, Role> roles = new LinkedHashMap<>();
        actors.forEach((name, actor) -> roles.put(name, actor.role()));
        List<String> problems = problems(roles, true);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * What is wrong with a cast.
     *
     * @param whole whether the roles of all actors are known; else one of them may be the one that seems missing
     */
    static List<String> problems(Map<String, Role> roles, boolean whole) {
        List<String> problems = new ArrayList<>();
        for (Role role : Role.values()) {
            if (RoleKeys.castOnce(role)) {
                exactlyOne(roles, role, whole, problems);
            }
        }
        if (roles.size() > Scenario.MOST_ACTORS) {
            problems.add("at most " + Scenario.MOST_ACTORS + " actors, not " + roles.size());
        }
        for (String taken : List.of(Event.REGION, Event.PANEL, Event.COALITION)) {
            if (roles.containsKey(taken)) {
                problems.add("an actor cannot be called " + taken);
            }
        }
        return problems;
    }

    private static void exactlyOne(Map<String, Role> roles, Role role, boolean whole, List<String> problems) {
        List<String> cast = roles.entrySet().stream()
                .filter(e -> e.getValue() == role)
                .map(Map.Entry::getKey)
                .toList();
        if (cast.isEmpty() && whole) {
            problems.add("no actor has the role " + Texts.key(role) + "; exactly one must");
        } else if (cast.size() > 1) {
            problems.add(cast.size() + " actors have the role " + Texts.key(role) + " ("
                    + Texts.brief(String.join(", ", cast)) + "); exactly one must");
        }
    }
}
