package org.tumen.study.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tumen.declare.Resolved;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.Exploration;
import org.tumen.study.points.DesignPoints;

/**
 * The point that all others are held against: the one nearest to the scenario's own values, and of several that are as near
 * the first.
 *
 * @param own whether it has exactly the scenario's own values
 * @param foreign the paths of levers of which no choice is the scenario's own
 */
record SweepReference(int point, boolean own, Set<String> foreign) {
    /** Finds it, each lever measured by the range of its values among the points. */
    static SweepReference of(Exploration study, DesignPoints sample) {
        double[] distances = new double[sample.values().length];
        Set<String> foreign = new HashSet<>();
        for (int j = 0; j < study.factors().size(); j++) {
            double[] away = away(study.base().scenario(), study.factors().get(j), sample.column(j));
            Arrays.setAll(distances, i -> distances[i] + away[i]);
            if (!study.factors().get(j).choices().isEmpty()
                    && Arrays.stream(away).allMatch(far -> far > 0)) {
                foreign.add(study.factors().get(j).path());
            }
        }
        int nearest = IntStream.range(0, distances.length)
                .reduce((a, b) -> distances[b] < distances[a] ? b : a)
                .orElseThrow();
        return new SweepReference(nearest, distances[nearest] == 0, foreign);
    }

    /** The squared distance of each value from the scenario's own; of a word or policy 0 or 1. */
    private static double[] away(Scenario base, Exploration.Varied factor, double[] values) {
        JsonNode own = at(Resolved.document(base), factor.path());
        if (!factor.choices().isEmpty()) {
            double[] differs = IntStream.rangeClosed(1, factor.choices().size())
                    .mapToDouble(choice -> own.equals(chosen(base, factor, choice)) ? 0 : 1)
                    .toArray();
            return Arrays.stream(values).map(value -> differs[(int) value - 1]).toArray();
        }
        double range = Arrays.stream(values).max().orElse(1)
                - Arrays.stream(values).min().orElse(0);
        return Arrays.stream(values)
                .map(value -> range == 0 || !own.isNumber() ? 0 : Math.pow((value - own.doubleValue()) / range, 2))
                .toArray();
    }

    private static JsonNode chosen(Scenario base, Exploration.Varied factor, int choice) {
        Reading reading = ScenarioReader.override(base, Map.of(factor.path(), factor.text(choice)));
        return at(reading.document(), factor.path());
    }

    private static JsonNode at(JsonNode document, String path) {
        JsonNode node = document;
        for (String step : path.split("\\.")) {
            node = node.isArray() && step.matches("\\d+") ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }
}
