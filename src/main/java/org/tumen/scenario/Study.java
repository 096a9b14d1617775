package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment: arms, worlds, outcomes of interest, levers and uncertainties.
 *
 * @param name short name
 * @param description the question that it asks
 * @param worlds the scenario of each arm, by world and then by arm; one world unless the study names several
 * @param baseline the arm against which the others are held
 * @param outcomes of interest, the main one first; empty when the study leaves them open
 * @param levers what a decision-maker can set, by path, as the file states it
 * @param uncertainties what nobody knows, by path, as the file states it
 * @param runs of each arm
 * @param seed of all draws
 * @param stopping when to stop adding runs
 */
public record Study(
        String name,
        String description,
        Map<String, Map<String, Scenario>> worlds,
        String baseline,
        List<Interest> outcomes,
        Map<String, JsonNode> levers,
        Map<String, JsonNode> uncertainties,
        int runs,
        long seed,
        Stopping stopping) {
    static final String NAME = "[a-z0-9][a-z0-9_-]{0,30}";
    static final String NAME_WORDS = "names of up to 31 lower-case letters, digits, underscores and hyphens";

    /**
     * An outcome of interest.
     *
     * @param outcome its key
     * @param moreIsBetter which way it is better; null for the outcome's own direction
     * @param smallestDifference the smallest difference of means that matters; 0 for none
     */
    public record Interest(String outcome, @Nullable Boolean moreIsBetter, double smallestDifference) {}

    /**
     * When to stop adding runs.
     *
     * @param halfWidth half-width to reach; null for none
     * @param decided whether to go on until every sign is settled
     * @param maxRuns most runs of an arm
     */
    public record Stopping(@Nullable Double halfWidth, boolean decided, int maxRuns) {
        /** True when runs are added in blocks. */
        public boolean looks() {
            return halfWidth != null || decided;
        }
    }

    /** Keeps its own copies. */
    public Study {
        worlds = Collections.unmodifiableMap(new LinkedHashMap<>(worlds));
        outcomes = List.copyOf(outcomes);
        levers = Collections.unmodifiableMap(new LinkedHashMap<>(levers));
        uncertainties = Collections.unmodifiableMap(new LinkedHashMap<>(uncertainties));
    }

    /** The names of the arms. */
    public List<String> arms() {
        return List.copyOf(worlds.values().iterator().next().keySet());
    }

    /** The same study with other scenarios of its arms. */
    public Study withWorlds(Map<String, Map<String, Scenario>> other) {
        return new Study(name, description, other, baseline, outcomes, levers, uncertainties, runs, seed, stopping);
    }
}
