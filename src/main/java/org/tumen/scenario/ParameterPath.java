package org.tumen.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.Parameter;
import org.tumen.declare.ParameterEntry;
import org.tumen.document.Paths;
import org.tumen.policy.PolicySpec;
import org.tumen.words.Texts;

/**
 * A number of a scenario, found by its path: its range and how a scenario with another number is made.
 *
 * @param path the path
 * @param steps its steps
 * @param min the smallest allowed number
 * @param max the largest allowed number
 * @param whole whether it is a whole number
 * @param current its value in the scenario
 */
public record ParameterPath(String path, List<String> steps, double min, double max, boolean whole, double current) {

    /**
     * Finds a number.
     *
     * @throws IllegalArgumentException when the path leads to no number of the scenario that may vary; the message says why
     */
    public static ParameterPath of(Scenario scenario, String path) {
        List<String> steps = Paths.steps(path);
        if (steps == null) {
            throw new IllegalArgumentException("is not a path; write it like deal.terms.grid_points or acts[0].week");
        }
        if (steps.equals(List.of("weeks"))
                || steps.get(0).equals("batch")
                || steps.get(0).equals("uncertainties")) {
            throw new IllegalArgumentException("cannot be uncertain: all runs of a batch have the same size and seed");
        }
        @Nullable Object value = scenario;
        @Nullable Parameter declared = null;
        for (String step : steps) {
            Component component = component(value, step);
            declared = component == null ? declared : component.declaration();
            value = component == null ? element(value, step) : component.of((Record) holder(value));
            if (value == null) {
                throw new IllegalArgumentException("unknown path" + near(scenario, path));
            }
        }
        if (!(value instanceof Number number) || declared == null) {
            throw new IllegalArgumentException("is not a number, and only numbers can be uncertain");
        }
        return new ParameterPath(
                path,
                steps,
                Math.max(declared.min(), -Double.MAX_VALUE),
                Math.min(declared.max(), Double.MAX_VALUE),
                !(value instanceof Double),
                number.doubleValue());
    }

    private static String near(Scenario scenario, String path) {
        List<String> known = ParameterCatalogue.of(scenario).stream()
                .map(ParameterEntry::path)
                .toList();
        String nearest = Texts.nearest(path, known);
        return nearest == null ? "; see the listing of parameters" : "; did you mean " + nearest + "?";
    }

    /** The record that has the components: a policy's parameters stand in for the policy. */
    private static Object holder(Object value) {
        return value instanceof PolicySpec policy ? policy.parameters() : value;
    }

    private static @Nullable Component component(@Nullable Object value, String step) {
        Object holder = value == null ? null : holder(value);
        if (!(holder instanceof Record) || holder instanceof RosterSpec) {
            return null;
        }
        return Component.of(holder.getClass()).stream()
                .filter(c -> c.key().equals(step))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object element(@Nullable Object value, String step) {
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (value instanceof List<?> list && step.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
