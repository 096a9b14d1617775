package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.ParameterSetter;
import org.tumen.words.Numbers;

/**
 * The points of a design as scenarios: one scenario with values in place of its own, at the same paths at every point.
 *
 * <p>The first point is read as any scenario is. Where all of its values are numbers, the other points differ from it in
 * these numbers only: they are set in it, which costs a hundredth of reading, and each scenario still checks itself. What
 * such a point cannot be made of (a text, a number out of its range) is read whole, for the words of its problems.
 */
public final class ScenarioPoints {
    /** Tries of what is uncertain over all points together; a point has at most as many as a scenario that stands alone. */
    private static final int TRIED = 1000;

    private final JsonNode resolved;
    private final Map<String, String> start;
    private final List<String> paths;
    private final Reading first;
    private final int trials;
    private final @Nullable ParameterSetter<Scenario> setter;
    private final @Nullable UncertaintyTrial trial;

    private ScenarioPoints(JsonNode resolved, Map<String, String> start, int trials) {
        this.resolved = resolved;
        this.start = start;
        this.trials = trials;
        paths = List.copyOf(start.keySet());
        first = ScenarioReader.override(resolved, start);
        setter = first.found() == null || paths.isEmpty() ? null : setter(first.found(), paths);
        trial = setter == null ? null : trial(first.scenario());
    }

    /**
     * Points that are not known beforehand, as those of a search. Any number of threads may ask for them.
     *
     * @param start the first of them
     */
    public static ScenarioPoints from(JsonNode resolved, Map<String, String> start) {
        return new ScenarioPoints(resolved, start, TRIED);
    }

    /** A point by its values. */
    public Point at(Map<String, String> values) {
        return point(values, Math.floorMod(values.hashCode(), trials));
    }

    /**
     * Reads the points.
     *
     * @param points for each its values by path, as {@code --set} takes them; one point or more
     */
    public static List<Point> read(JsonNode resolved, List<Map<String, String>> points) {
        ScenarioPoints design = new ScenarioPoints(resolved, points.get(0), points.size());
        return IntStream.range(0, points.size())
                .parallel()
                .mapToObj(i -> design.point(points.get(i), i))
                .toList();
    }

    /**
     * A point.
     *
     * @param reading its scenario, or what is wrong with it
     * @param numbers where it differs from the first point in numbers only, their values in the order of their paths; null
     *     where it was read whole, and of the first point itself
     */
    public record Point(Reading reading, @Nullable List<Double> numbers) {}

    private static @Nullable ParameterSetter<Scenario> setter(Scenario scenario, List<String> paths) {
        try {
            paths.forEach(path -> Uncertainties.path(scenario, path));
            return new ParameterSetter<>(scenario, paths);
        } catch (IllegalArgumentException e) {
            // One of them leads to a text, a list, or what decides how the scenario is read.
            return null;
        }
    }

    private @Nullable UncertaintyTrial trial(Scenario scenario) {
        int tries = Math.max(1, Math.min(UncertaintyCheck.TRIED, TRIED / trials));
        return scenario.uncertainties() == null ? null : UncertaintyTrial.of(scenario, paths, tries, trials);
    }

    /** A point, which meets the given one of as many trials of what is uncertain. */
    private Point point(Map<String, String> point, int place) {
        boolean same = point == start;
        Scenario scenario = null;
        List<Double> numbers = setter == null || same ? null : numbers(point, setter.paths());
        if (setter != null && numbers != null) {
            double[] values = numbers.stream().mapToDouble(x -> x).toArray();
            try {
                scenario = setter.with(values);
                if (trial != null) {
                    trial.require(place, values);
                }
            } catch (IllegalArgumentException e) {
                scenario = null;
            }
        }
        if (scenario == null) {
            return new Point(same ? first : ScenarioReader.override(resolved, point), null);
        }
        return new Point(new Reading(scenario, List.of(), List.of()), numbers);
    }

    /** The values of a point; null where one is no number as its parameter takes it. */
    private @Nullable List<Double> numbers(Map<String, String> point, List<ParameterPath> parameters) {
        if (!List.copyOf(point.keySet()).equals(paths)) {
            return null;
        }
        List<Double> numbers = new ArrayList<>();
        for (ParameterPath parameter : parameters) {
            String text = point.get(parameter.path());
            if (text == null || !Numbers.isNumber(text)) {
                return null;
            }
            double value = Double.parseDouble(text);
            if (parameter.whole() && value != Math.rint(value)) {
                return null;
            }
            numbers.add(value);
        }
        return numbers;
    }
}
