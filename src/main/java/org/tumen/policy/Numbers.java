package org.tumen.policy;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the code that runs a model keeps the numbers of its parameter records, so that a run with other numbers writes
 * them in place and rebuilds nothing.
 *
 * <p>A holder is an object with a field for each number of a record, of the same name and type. Records stay what is
 * declared, read, checked and stored; holders are what a week reads. An object of this class belongs to one thread.
 */
public final class Numbers {
    private final Map<String, List<Place>> places = new HashMap<>();

    /** A field of a holder. */
    private record Place(Object holder, Field field, boolean whole) {
        void set(double value) {
            try {
                if (whole) {
                    field.setInt(holder, (int) Math.rint(value));
                } else {
                    field.setDouble(holder, value);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Copies the numbers of a record, and of the sections of it for which the holder has a place, to a holder.
     *
     * @param path the record's path in a scenario, such as {@code region.tension}
     * @throws IllegalStateException when the holder has no place for a number of the record
     */
    public void bind(String path, Record parameters, Object holder) {
        for (RecordComponent component :
                Objects.requireNonNull(parameters.getClass().getRecordComponents())) {
            Object value = value(component, parameters);
            String below = path + "." + key(component);
            if (value instanceof Double || value instanceof Integer) {
                Field field = field(holder, component.getName());
                if (field == null) {
                    throw new IllegalStateException(holder.getClass().getName() + " has no place for " + below);
                }
                Place place = new Place(holder, field, value instanceof Integer);
                place.set(((Number) value).doubleValue());
                places.computeIfAbsent(below, p -> new ArrayList<>()).add(place);
            } else if (value instanceof Record section) {
                Object inner = inner(holder, component.getName());
                if (inner != null) {
                    bind(below, section, inner);
                }
            }
        }
    }

    /** Whether a number has a place. */
    public boolean holds(String path) {
        return places.containsKey(path);
    }

    /**
     * The places of some numbers, for setting them again and again.
     *
     * @throws IllegalArgumentException when one has no place
     */
    public Setter setter(List<String> paths) {
        Place[][] found = new Place[paths.size()][];
        for (int i = 0; i < found.length; i++) {
            List<Place> here = places.get(paths.get(i));
            if (here == null) {
                throw new IllegalArgumentException(paths.get(i) + " has no place");
            }
            found[i] = here.toArray(Place[]::new);
        }
        return values -> {
            for (int i = 0; i < found.length; i++) {
                for (Place place : found[i]) {
                    place.set(values[i]);
                }
            }
        };
    }

    /** Writes numbers where they are read. */
    @FunctionalInterface
    public interface Setter {
        /** Writes the values, of which there may be more than numbers, in the order of the paths. */
        void set(double[] values);
    }

    private static @Nullable Object value(RecordComponent component, Record holder) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Field field(Object holder, String name) {
        try {
            Field field = holder.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    private static @Nullable Object inner(Object holder, String name) {
        Field field = field(holder, name);
        try {
            return field == null ? null : field.get(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(RecordComponent component) {
        Parameter declared = component.getAnnotation(Parameter.class);
        return declared == null || declared.key().isEmpty()
                ? component
                        .getName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT)
                : declared.key();
    }
}
