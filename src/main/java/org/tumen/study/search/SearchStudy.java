package org.tumen.study.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.search.Constraint;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Lever;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Statistic;
import org.tumen.analysis.search.Worlds;
import org.tumen.document.InvalidInputException;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ParameterLabels;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/**
 * A study that searches for good policies.
 *
 * @param name its name, for the result folder
 * @param worlds the scenarios that every point is laid over, by name; one or more
 */
public record SearchStudy(
        String name,
        String description,
        Map<String, Scenario> worlds,
        List<Lever> levers,
        List<Objective> objectives,
        List<Constraint> constraints,
        Budget budget,
        long seed) {
    /**
     * How much is searched.
     *
     * @param population points of a generation
     * @param evaluations points of each search
     * @param searches how many searches, each with draws of its own
     * @param runs runs of a point in each world
     * @param freshRuns runs of each point of the front that the search has not looked at
     * @param front the most points of the front that are evaluated again
     * @param references points from which the best known values for a regret are taken
     */
    public record Budget(
            Evolution.Algorithm algorithm,
            int population,
            int evaluations,
            int searches,
            int runs,
            int freshRuns,
            int front,
            int references) {}

    /** Every statistic that an objective or a constraint needs, once each, in their order. */
    List<Statistic> statistics() {
        List<Statistic> all = new ArrayList<>();
        objectives.forEach(o -> all.add(o.statistic()));
        constraints.forEach(c -> all.add(c.statistic()));
        return all.stream().distinct().toList();
    }

    /** Every outcome that a statistic needs. */
    List<Outcome> outcomes() {
        return statistics().stream()
                .map(Statistic::outcome)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Whether an objective is a regret, which needs best known values. */
    public boolean regrets() {
        return objectives.stream().anyMatch(o -> o.worlds() == Worlds.REGRET);
    }

    /** How many runs on end share a draw of the uncertain parameters, in the world where most do. */
    int replicates() {
        return Scenario.replicates(worlds.values().stream());
    }

    /** The objectives as they are minimised, by their values in their own signs, and the other way round. */
    double[] minimised(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(m -> objectives.get(m).minimised(values[m]))
                .toArray();
    }

    /** The values of the levers at places from 0 to 1, as they are written into a scenario. */
    public List<String> values(double[] places) {
        return IntStream.range(0, places.length)
                .mapToObj(j -> levers.get(j).at(places[j]))
                .toList();
    }

    /** The points at the end of some searches, once each, with their objectives as they are minimised. */
    Map<List<String>, double[]> merged(List<Evolution.Generation> ends) {
        Map<List<String>, double[]> merged = new LinkedHashMap<>();
        for (Evolution.Generation end : ends) {
            for (int i = 0; i < end.places().size(); i++) {
                merged.put(values(end.places().get(i)), end.objectives().get(i));
            }
        }
        return merged;
    }

    /** What a point sets, by path. */
    Map<String, String> sets(List<String> values) {
        Map<String, String> sets = new LinkedHashMap<>();
        for (int j = 0; j < levers.size(); j++) {
            sets.put(levers.get(j).path(), values.get(j));
        }
        return sets;
    }

    List<String> paths() {
        return levers.stream().map(Lever::path).toList();
    }

    Scenario world(String name) {
        Scenario base = worlds.get(name);
        if (base == null) {
            throw new IllegalArgumentException("no world is called " + name);
        }
        return base;
    }

    /**
     * A point in a world, by itself.
     *
     * @throws InvalidInputException when its values do not go together
     */
    Reading point(String world, List<String> values) {
        Reading reading = ScenarioReader.override(world(world), sets(values));
        if (!reading.valid()) {
            throw new InvalidInputException(reading.problems());
        }
        return reading;
    }

    /** The names of the levers for readers. */
    List<String> labels() {
        return levers.stream()
                .map(lever -> ParameterLabels.of(first(), lever.path()))
                .toList();
    }

    String unit(String path) {
        return ParameterLabels.unit(first(), path);
    }

    Scenario first() {
        return worlds.values().iterator().next();
    }
}
