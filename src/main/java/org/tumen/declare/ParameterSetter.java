package org.tumen.declare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record, such as a scenario, with other numbers at some paths. The way to them is worked out once; each record then
 * costs the remaking of the records on the way, each of which checks itself.
 *
 * @param <T> the record
 */
public final class ParameterSetter<T extends Record> {
    private final T original;
    private final List<ParameterPath> paths;
    private final Branch root = new Branch();

    /** What lies below a step: further steps, or the place of a value. */
    private static final class Branch {
        private final Map<String, Branch> below = new LinkedHashMap<>();
        private int place = -1;
    }

    /**
     * Works out the way.
     *
     * @throws IllegalArgumentException when a path leads to no number, or two to the same
     */
    public ParameterSetter(T original, List<String> paths) {
        this.original = original;
        this.paths = paths.stream().map(p -> ParameterPath.of(original, p)).toList();
        for (int i = 0; i < this.paths.size(); i++) {
            Branch branch = root;
            for (String step : this.paths.get(i).steps()) {
                branch = branch.below.computeIfAbsent(step, s -> new Branch());
            }
            if (branch.place >= 0) {
                throw new IllegalArgumentException("two paths lead to " + paths.get(i));
            }
            branch.place = i;
        }
    }

    /** The numbers that are set, in the order of the values. */
    public List<ParameterPath> paths() {
        return paths;
    }

    /**
     * The record with the given values.
     *
     * @throws IllegalArgumentException when a value is out of its range or contradicts another
     */
    @SuppressWarnings("unchecked") // what is remade has the class that it had
    public T with(double[] values) {
        return (T) remade(original, root, values);
    }

    private Object remade(Object old, Branch branch, double[] values) {
        if (branch.place >= 0) {
            return number(old, values[branch.place]);
        }
        if (old instanceof Map<?, ?> map) {
            Map<Object, Object> changed = new LinkedHashMap<>(map);
            branch.below.forEach((key, below) -> changed.computeIfPresent(key, (k, v) -> remade(v, below, values)));
            return changed;
        }
        if (old instanceof List<?> list) {
            List<Object> changed = new ArrayList<>(list);
            branch.below.forEach((key, below) -> {
                int index = Integer.parseInt(key);
                changed.set(index, remade(changed.get(index), below, values));
            });
            return changed;
        }
        Form form = Forms.of(old);
        Record parts = form.parts(old);
        return parts == null ? old : form.with(old, record(parts, branch, values));
    }

    private Record record(Record old, Branch branch, double[] values) {
        List<Component> components = Component.of(old.getClass());
        @Nullable Object[] parts = new Object[components.size()];
        for (int i = 0; i < parts.length; i++) {
            Component component = components.get(i);
            Object part = component.of(old);
            Branch below = branch.below.get(component.key());
            parts[i] = below == null || part == null ? part : remade(part, below, values);
        }
        return Component.create(old.getClass(), parts);
    }

    private static Object number(Object old, double value) {
        if (old instanceof Integer) {
            return (int) Math.rint(value);
        }
        return old instanceof Long ? (Object) (long) Math.rint(value) : (Object) value;
    }
}
