package org.tumen.declare;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the code that runs a model keeps the numbers of its parameter records, so that a run with other numbers writes
 * them in place and rebuilds nothing.
 *
 * <p>A holder is an object with a field, its own or inherited, for each number of a record, of the same name and type; a list
 * of numbers is an array. Records stay what is declared, read, checked and stored; holders are what a week reads. An object of
 * this class belongs to one thread.
 */
public final class NumberPlaces {
    private final Map<String, List<Place>> places = new HashMap<>();

    /** Where one number is kept. */
    private interface Place {
        void set(double value);
    }

    private record OfField(Object holder, Field field, boolean whole) implements Place {
        @Override
        public void set(double value) {
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

    private record OfArray(double[] array, int index) implements Place {
        @Override
        public void set(double value) {
            array[index] = value;
        }
    }

    /**
     * Copies the numbers of a record, and of the sections and lists of it for which the holder has a place, to a holder.
     *
     * @param path the record's path in a scenario, such as {@code region.tension}
     * @throws IllegalStateException when the holder has no place for a number of the record
     */
    public void bind(String path, Record parameters, Object holder) {
        for (Component component : Component.of(parameters.getClass())) {
            Object value = component.of(parameters);
            String below = path + "." + component.key();
            Field field = field(holder, component.accessor().getName());
            if (value instanceof Double || value instanceof Integer) {
                if (field == null) {
                    throw new IllegalStateException(holder.getClass().getName() + " has no place for " + below);
                }
                Place place = new OfField(holder, field, value instanceof Integer);
                place.set(((Number) value).doubleValue());
                if (!(parameters instanceof Interdependent)) {
                    keep(below, place);
                }
            } else if (field != null && value instanceof Record section) {
                bind(below, section, content(field, holder));
            } else if (field != null
                    && value instanceof List<?> list
                    && content(field, holder) instanceof double[] array) {
                for (int i = 0; i < array.length; i++) {
                    array[i] = ((Number) list.get(i)).doubleValue();
                    keep(below + "." + i, new OfArray(array, i));
                }
            }
        }
    }

    private void keep(String path, Place place) {
        places.computeIfAbsent(path, p -> new ArrayList<>()).add(place);
    }

    /** Whether a number has a place, by its steps joined by dots. */
    public boolean holds(String path) {
        return places.containsKey(path);
    }

    /**
     * The places of some numbers, each by its steps joined by dots, for setting them again and again.
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
        /** Writes the values, in the order of the paths. */
        void set(double[] values);
    }

    private static @Nullable Field field(Object holder, String name) {
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                // It may be inherited.
            }
        }
        return null;
    }

    private static Object content(Field field, Object holder) {
        try {
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
