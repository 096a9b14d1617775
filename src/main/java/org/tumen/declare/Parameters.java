package org.tumen.declare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Numbers;

/** Checks parameter records against the {@link Parameter} declarations on their components. */
public final class Parameters {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    // Reflection reads the annotations of a record anew each time, which would dominate making records.
    private static final ClassValue<List<Checked>> CHECKED = new ClassValue<>() {
        @Override
        protected List<Checked> computeValue(Class<?> type) {
            return Arrays.stream(Objects.requireNonNull(type.getRecordComponents()))
                    .map(c -> Checked.of(c.getName(), c.getAnnotation(Parameter.class)))
                    .toList();
        }
    };

    private record Checked(String name, @Nullable Limits limits) {
        static Checked of(String name, @Nullable Parameter declaration) {
            return new Checked(name, declaration == null ? null : Limits.of(declaration));
        }
    }

    /** What a declaration allows, read from it once: an annotation answers slowly. */
    private record Limits(Parameter declaration, double min, double max, String pattern) {
        static Limits of(Parameter declaration) {
            return new Limits(declaration, declaration.min(), declaration.max(), declaration.pattern());
        }

        @Nullable
        String problem(@Nullable Object value) {
            if (value == null) {
                return "must be given";
            }
            if (value instanceof Number number) {
                return outside(number.doubleValue()) ? "must be " + range(declaration) : null;
            }
            if (value instanceof Collection<?> list) {
                return listProblem(list);
            }
            if (value instanceof Map<?, ?> map) {
                return listProblem(map.values());
            }
            if (value instanceof CharSequence text && !pattern.isEmpty()) {
                Pattern allowed = PATTERNS.computeIfAbsent(pattern, Pattern::compile);
                return allowed.matcher(text).matches() ? null : "must be " + declaration.allowed();
            }
            return null;
        }

        private @Nullable String listProblem(Collection<?> values) {
            boolean numbers = false;
            for (Object element : values) {
                if (element instanceof Number number) {
                    numbers = true;
                    if (outside(number.doubleValue())) {
                        return "must hold numbers " + range(declaration);
                    }
                }
            }
            boolean sized = min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY;
            if (!numbers && !values.isEmpty() && sized && outside(values.size())) {
                return "must have " + range(declaration) + " entries";
            }
            return null;
        }

        private boolean outside(double value) {
            return !Double.isFinite(value) || value < min || value > max;
        }
    }

    private Parameters() {}

    /**
     * What is wrong with one component's value, as "must be ..."; null when nothing is. A value of null counts as
     * missing.
     */
    public static @Nullable String problem(Parameter declaration, @Nullable Object value) {
        return Limits.of(declaration).problem(value);
    }

    /** The allowed range in words: "from 0 to 1", "at least 0", "a finite number". */
    public static String range(Parameter declaration) {
        boolean low = declaration.min() != Double.NEGATIVE_INFINITY;
        boolean high = declaration.max() != Double.POSITIVE_INFINITY;
        if (low && high) {
            return "from " + Numbers.typed(declaration.min()) + " to " + Numbers.typed(declaration.max());
        }
        return low
                ? "at least " + Numbers.typed(declaration.min())
                : high ? "at most " + Numbers.typed(declaration.max()) : "a finite number";
    }

    /**
     * Checks the values that a parameter record is about to hold; called from the record's compact constructor, so that no
     * record with a value out of range can exist.
     *
     * @param values its components' values, in their order; null for one that may be left out
     * @throws IllegalArgumentException naming each component that is wrong and what is allowed
     */
    public static void require(Class<? extends Record> type, @Nullable Object... values) {
        List<Checked> components = CHECKED.get(type);
        if (components.size() != values.length) {
            throw new IllegalStateException(
                    type.getSimpleName() + " checks " + values.length + " of its " + components.size() + " components");
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Limits limits = components.get(i).limits();
            boolean leftOut = values[i] == null && Component.of(type).get(i).optional();
            String problem = limits == null || leftOut ? null : limits.problem(values[i]);
            if (problem != null) {
                problems.add(components.get(i).name() + " " + problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
