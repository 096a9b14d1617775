package org.tumen.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the JSON files of an exploration have in common. */
public final class PointFiles {
    private PointFiles() {}

    /** What every JSON file of an exploration begins with. */
    public static ObjectNode json(Exploration study, String kind, int points) {
        ObjectNode root = ExplorationRun.object();
        root.put("study", study.name()).put("kind", kind).put("points", points);
        root.put("runs", study.runs()).put("seed", study.seed());
        ArrayNode factors = root.putArray("factors");
        study.factors()
                .forEach(f -> factors.addObject()
                        .put("path", f.path())
                        .put(
                                "distribution",
                                f.choices().isEmpty() ? f.distribution().describe() : f.words()));
        ArrayNode outcomes = root.putArray("outcomes");
        study.outcomes().forEach(o -> outcomes.add(o.key()));
        if (study.arms().size() > 1) {
            ArrayNode arms = root.putArray("arms");
            study.armNames().forEach(arms::add);
        }
        return root;
    }
}
