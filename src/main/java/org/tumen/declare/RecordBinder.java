package org.tumen.declare;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.document.Problems;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;

/**
 * Makes parameter records of documents. Every component of such a record is declared by {@link Parameter}; its key is its
 * name in snake_case. A component may be a number, a truth value, text, a date, a day of the year, an enum (written in lower
 * case), another parameter record, a {@link Node} taken as it is, what a {@link Form} reads, or a list or a map (with text
 * keys, which the declaration's pattern restricts, or the constants of an enum) of these; one that is {@link Nullable} may be
 * left out. Everything wrong is noted; nothing is thrown.
 */
public final class RecordBinder {
    private final Problems problems;
    private final boolean partial;
    private final UnaryOperator<String> uncertain;

    /** A binder that notes what is wrong. */
    public RecordBinder(Problems problems) {
        this(problems, false);
    }

    /** {@code partial}: parts of the document could not be read, so what is missing is not worth a problem of its own. */
    public RecordBinder(Problems problems, boolean partial) {
        this(problems, partial, path -> "");
    }

    /** {@code uncertain}: what to say of a distribution in the place of a number, by the number's path; empty for nothing. */
    public RecordBinder(Problems problems, boolean partial, UnaryOperator<String> uncertain) {
        this.problems = problems;
        this.partial = partial;
        this.uncertain = uncertain;
    }

    /** Takes what is wrong. */
    public Problems problems() {
        return problems;
    }

    /** Whether parts of the document could not be read. */
    public boolean partial() {
        return partial;
    }

    /**
     * Binds a document to a record, after filling in declared defaults.
     *
     * @param path the document's path in messages; empty at the top
     * @return the record; null after noting problems
     */
    public <T extends Record> @Nullable T bind(Class<T> type, Node.Mapping document, String path) {
        return bind(type, document, path, Set.of());
    }

    /** The same; {@code besides} are keys that belong to the caller. */
    public <T extends Record> @Nullable T bind(Class<T> type, Node.Mapping document, String path, Set<String> besides) {
        Object bound = record(type, Defaults.record(type, document), path, null, besides);
        return bound == null ? null : type.cast(bound);
    }

    /** Binds a filled mapping within a scope; {@code besides} are keys that belong to the caller. */
    public @Nullable Object record(
            Class<?> type, Node.Mapping mapping, String path, @Nullable Object scope, Set<String> besides) {
        int before = problems.size();
        List<Component> components = Component.of(type);
        unknownKeys(mapping, path, components, besides);
        @Nullable Object[] values = new Object[components.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            Node node = mapping.get(component.key());
            if (node == null && component.optional()) {
                continue;
            }
            Place below = Place.of(component, Paths.under(path, component.key()), scope);
            values[i] = node == null ? missing(component, mapping, below.path()) : value(node, below);
            complete &= values[i] != null;
        }
        if (!complete || problems.size() > before) {
            return null;
        }
        try {
            return Component.create(type, values);
        } catch (IllegalArgumentException e) {
            problems.add(mapping.position(), path, Texts.visible(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private @Nullable Object missing(Component component, Node.Mapping mapping, String path) {
        if (!partial) {
            String allowed = component.declaration().allowed();
            problems.add(mapping.position(), path, "must be given" + (allowed.isEmpty() ? "" : ": " + allowed));
        }
        return null;
    }

    private void unknownKeys(Node.Mapping mapping, String path, List<Component> components, Set<String> besides) {
        Set<String> known = new LinkedHashSet<>(besides);
        components.forEach(c -> known.add(c.key()));
        mapping.fields().forEach((key, field) -> {
            if (!known.contains(key)) {
                problems.add(field.key(), Paths.under(path, key), "unknown key; " + meant(key, known, components));
            }
        });
    }

    /** What whoever wrote a key may have meant: paths are written whole only where a component is by path. */
    private static String meant(String key, Set<String> known, List<Component> components) {
        if (key.contains(".")) {
            for (Component component : components) {
                if (component.generic() instanceof ParameterizedType map
                        && List.of(map.getActualTypeArguments()).equals(List.of(String.class, Node.class))) {
                    return "paths stand under " + component.key() + ": {" + component.key() + ": {" + key + ": ...}}";
                }
            }
            if (known.contains(key.substring(0, key.indexOf('.')))) {
                String nested = key.replace(".", ": {") + ": ..."
                        + "}".repeat((int) key.chars().filter(c -> c == '.').count());
                return "here paths are written step by step: " + nested;
            }
        }
        return Nearest.suggestion(key, known);
    }

    /** The value of a filled node; null after noting what is wrong. */
    public @Nullable Object value(Node node, Place place) {
        return Forms.of(place).bound(node, place, this);
    }

    /** The value of a node of which nothing is special. */
    @Nullable
    Object plain(Node node, Place place) {
        if (place.type() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return arguments.length == 1
                    ? list(node, place, arguments[0])
                    : map(node, place, arguments[0], arguments[1]);
        }
        Class<?> raw = (Class<?>) place.type();
        if (raw == Node.class) {
            return node;
        }
        if (!raw.isRecord()) {
            String hint = node instanceof Node.Scalar || !number(raw) ? "" : uncertain.apply(place.path());
            return hint.isEmpty()
                    ? Scalars.bind(raw, place.declaration(), node, place.path(), problems)
                    : refuse(node, place, "must be one number, not " + node.describe() + "; " + hint);
        }
        if (node instanceof Node.Mapping mapping) {
            return record(raw, mapping, place.path(), place.scope(), Set.of());
        }
        return refuse(node, place, "must be a mapping of keys to values, not " + node.describe());
    }

    /** Notes what is wrong with a node; null, which stands for what it was to become. */
    public <T> @Nullable T refuse(Node node, Place place, String wrong) {
        problems.add(node.position(), place.path(), wrong);
        return null;
    }

    /** Binds a list whose elements obey the declaration's range where they are numbers. */
    public @Nullable List<Object> list(Node node, Place place, Type element) {
        if (!(node instanceof Node.Sequence sequence)) {
            return refuse(node, place, "must be a list, not " + node.describe());
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Place below = place.entry(element, place.path() + "[" + i + "]");
            Object value = value(Defaults.filled(sequence.items().get(i), below), below);
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() < sequence.items().size()) {
            return null;
        }
        String problem = Parameters.problem(place.declaration(), values);
        if (problem != null) {
            return refuse(node, place, problem + ", not " + values.size());
        }
        return values;
    }

    private static boolean number(Class<?> type) {
        return type == double.class || type == Double.class || type == int.class || type == Integer.class;
    }

    private @Nullable Map<Object, Object> map(Node node, Place place, Type names, Type element) {
        if (!(node instanceof Node.Mapping mapping)) {
            return refuse(node, place, "must be a mapping of names to values, not " + node.describe());
        }
        String pattern = place.entry() ? "" : place.declaration().pattern();
        Map<Object, Object> values = new LinkedHashMap<>();
        mapping.fields().forEach((key, field) -> {
            Place below = place.entry(element, Paths.under(place.path(), key));
            if (!pattern.isEmpty() && !key.matches(pattern)) {
                problems.add(
                        field.key(),
                        below.path(),
                        "the key must be one of " + place.declaration().allowed());
                return;
            }
            Object name = names == String.class ? key : constant((Class<?>) names, key, field, below.path());
            Object value = value(Defaults.filled(field.value(), below), below);
            if (value != null && name != null) {
                values.put(name, value);
            }
        });
        return values.size() == mapping.fields().size() ? values : null;
    }

    private @Nullable Object constant(Class<?> type, String key, Node.Field field, String path) {
        List<String> words = Scalars.constants(type, null);
        String word = Scalars.word(new Node.Scalar(key, true, field.key()), words, path, problems);
        return word == null ? null : Scalars.constant(type, word);
    }
}
