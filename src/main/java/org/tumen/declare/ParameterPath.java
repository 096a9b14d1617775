package org.tumen.declare;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Paths;
import org.tumen.words.Nearest;

/**
 * A number of a record, such as a scenario, found by its path, with its range.
 *
 * @param current its value in the record
 * @param prior its declared prior; empty when it has none
 */
public record ParameterPath(
        String path, List<String> steps, double min, double max, boolean whole, double current, String prior) {

    /**
     * Finds a number.
     *
     * @throws IllegalArgumentException when the path leads to no number of the record; the message says why
     */
    public static ParameterPath of(Record root, String path) {
        List<String> steps = Paths.steps(path);
        if (steps == null) {
            throw new IllegalArgumentException("is not a path; write it like deal.terms.grid_points or acts[0].week");
        }
        @Nullable Object value = root;
        @Nullable Parameter declared = null;
        for (String step : steps) {
            Record holder = value == null ? null : Forms.of(value).parts(value);
            Component component = holder == null ? null : component(holder, step);
            if (holder != null && component != null) {
                declared = component.declaration();
                value = component.of(holder);
            } else {
                value = element(value, step);
            }
            if (value == null) {
                throw new IllegalArgumentException("unknown path" + near(root, path));
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
                number.doubleValue(),
                declared.prior());
    }

    private static String near(Record root, String path) {
        List<String> known =
                ParameterCatalogue.of(root).stream().map(ParameterEntry::path).toList();
        String nearest = Nearest.to(path, known);
        return nearest == null ? "; see the listing of parameters" : "; did you mean " + nearest + "?";
    }

    private static @Nullable Component component(Record holder, String step) {
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
