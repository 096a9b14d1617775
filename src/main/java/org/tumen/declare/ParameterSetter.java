package org.tumen.declare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record, such as a scenario, with other numbers at some paths. The way to them is worked out once; each record then
 * costs the remaking of the records on the way, each of which checks itself.
 */
public final class ParameterSetter<T extends Record> {
    private final List<ParameterPath> paths;
    private final Function<double[], Object> way;

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
        this.paths = paths.stream().map(p -> ParameterPath.of(original, p)).toList();
        Branch root = new Branch();
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
        way = way(original, root);
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
        return (T) way.apply(values);
    }

    /** How a value is remade from the numbers that are set; what stays is read once, since scenarios are remade by thousands. */
    private static Function<double[], Object> way(Object old, Branch branch) {
        if (branch.place >= 0) {
            return values -> number(old, values[branch.place]);
        }
        if (old instanceof Map<?, ?> map) {
            Map<Object, Function<double[], Object>> ways = new LinkedHashMap<>();
            branch.below.forEach((key, below) -> {
                Object part = map.get(key);
                if (part != null) {
                    ways.put(key, way(part, below));
                }
            });
            return values -> {
                Map<Object, Object> changed = new LinkedHashMap<>(map);
                ways.forEach((key, way) -> changed.put(key, way.apply(values)));
                return changed;
            };
        }
        if (old instanceof List<?> list) {
            Map<Integer, Function<double[], Object>> ways = new LinkedHashMap<>();
            branch.below.forEach((key, below) -> {
                int index = Integer.parseInt(key);
                ways.put(index, way(list.get(index), below));
            });
            return values -> {
                List<Object> changed = new ArrayList<>(list);
                ways.forEach((index, way) -> changed.set(index, way.apply(values)));
                return changed;
            };
        }
        Form form = Forms.of(old);
        Record parts = form.parts(old);
        if (parts == null) {
            return values -> old;
        }
        Function<double[], Record> record = record(parts, branch);
        return values -> form.with(old, record.apply(values));
    }

    private static Function<double[], Record> record(Record old, Branch branch) {
        List<Component> components = Component.of(old.getClass());
        @Nullable
        Object[] parts = components.stream().map(component -> component.of(old)).toArray();
        Map<Integer, Function<double[], Object>> ways = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            Branch below = branch.below.get(components.get(i).key());
            Object part = parts[i];
            if (below != null && part != null) {
                ways.put(i, way(part, below));
            }
        }
        return values -> {
            @Nullable Object[] changed = parts.clone();
            ways.forEach((place, way) -> changed[place] = way.apply(values));
            return Component.create(old.getClass(), changed);
        };
    }

    private static Object number(Object old, double value) {
        if (old instanceof Integer) {
            return (int) Math.rint(value);
        }
        return old instanceof Long ? (Object) (long) Math.rint(value) : (Object) value;
    }
}
