package org.tumen.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.world.Event;

/** The rules of casting. */
final class Cast {
    private Cast() {}

    static void require(Map<String, Actor> actors) {
        List<String> problems = problems(actors);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** What is wrong with a cast. */
    static List<String> problems(Map<String, Actor> actors) {
        List<String> problems = new ArrayList<>();
        exactlyOne(actors, Seller.class, "seller", problems);
        exactlyOne(actors, Buyer.class, "buyer", problems);
        exactlyOne(actors, Council.class, "council", problems);
        if (actors.size() > Scenario.MOST_ACTORS) {
            problems.add("at most " + Scenario.MOST_ACTORS + " actors, not " + actors.size());
        }
        if (actors.containsKey(Event.REGION)) {
            problems.add("an actor cannot be called " + Event.REGION);
        }
        return problems;
    }

    private static void exactlyOne(
            Map<String, Actor> actors, Class<? extends Actor> type, String role, List<String> problems) {
        List<String> cast = named(actors, type);
        if (cast.isEmpty()) {
            problems.add("no actor has the role " + role + "; exactly one must");
        } else if (cast.size() > 1) {
            problems.add(cast.size() + " actors have the role " + role + " (" + String.join(", ", cast)
                    + "); exactly one must");
        }
    }

    static String only(Map<String, Actor> actors, Class<? extends Actor> type) {
        return named(actors, type).get(0);
    }

    private static List<String> named(Map<String, Actor> actors, Class<? extends Actor> type) {
        return actors.entrySet().stream()
                .filter(e -> type.isInstance(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
