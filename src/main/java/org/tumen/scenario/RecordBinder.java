package org.tumen.scenario;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.document.Problems;
import org.tumen.policy.Condition;
import org.tumen.policy.Policies;
import org.tumen.policy.PolicySpec;
import org.tumen.words.Texts;
import org.tumen.world.Action;
import org.tumen.world.Role;

/**
 * Makes parameter records of documents. Every component of such a record is declared by {@link Parameter}; its key is its
 * name in snake_case. A component may be a number, a truth value, text, a date, an enum (written in lower case), another
 * parameter record, a {@link Node} taken as it is, or a list or a map (with text keys, which the declaration's pattern
 * restricts) of these; one that is {@link Nullable} may be left out. Everything wrong is noted; nothing is thrown.
 */
public final class RecordBinder {
    private final Problems problems;
    private final boolean partial;

    /** A binder that notes what is wrong. */
    public RecordBinder(Problems problems) {
        this(problems, false);
    }

    /** {@code partial}: parts of the document could not be read, so what is missing is not worth a problem of its own. */
    RecordBinder(Problems problems, boolean partial) {
        this.problems = problems;
        this.partial = partial;
    }

    /**
     * Binds a document to a record, after filling in declared defaults.
     *
     * @param type the record
     * @param document the document
     * @param path the document's path in messages; empty at the top
     * @return the record; null after noting problems
     */
    public <T extends Record> @Nullable T bind(Class<T> type, Node.Mapping document, String path) {
        Object bound = record(type, Defaults.record(type, document, null), path, null, Set.of());
        return bound == null ? null : type.cast(bound);
    }

    /** True for a component that is a map of actors. */
    static boolean isCast(Component component) {
        return component.generic() instanceof ParameterizedType map
                && map.getActualTypeArguments().length == 2
                && map.getActualTypeArguments()[1] == Actor.class;
    }

    /** Binds a filled mapping; {@code besides} are keys that belong to the caller. */
    @Nullable
    Object record(Class<?> type, Node.Mapping mapping, String path, @Nullable Role role, Set<String> besides) {
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
            String below = Paths.under(path, component.key());
            values[i] = node == null
                    ? missing(component, mapping, below)
                    : value(component.generic(), component.declaration(), node, below, role);
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
                problems.add(field.key(), Paths.under(path, key), "unknown key; " + Texts.suggestion(key, known));
            }
        });
    }

    private @Nullable Object value(Type type, Parameter declared, Node node, String path, @Nullable Role role) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return arguments.length == 1
                    ? list(arguments[0], declared, node, path, role)
                    : map(arguments[1], declared, node, path, role);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Node.class) {
            return node;
        }
        if (raw == RosterSpec.class) {
            return new RosterBinder(this, problems).bind(declared, node, path);
        }
        if (raw.isRecord()) {
            return section(raw, node, path, role);
        }
        if (raw == Condition.class && role != null) {
            return Scalars.condition(role, declared, node, path, problems);
        }
        return raw == Action.class && role != null
                ? Scalars.action(role, node, path, problems)
                : Scalars.bind(raw, declared, node, path, problems);
    }

    private @Nullable Object section(Class<?> type, Node node, String path, @Nullable Role role) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(node.position(), path, "must be a mapping of keys to values, not " + node.describe());
            return null;
        }
        if (type == PolicySpec.class && role != null) {
            return policy(mapping, path, role);
        }
        return record(type, mapping, path, role, Set.of());
    }

    private @Nullable Object policy(Node.Mapping mapping, String path, Role role) {
        Node given = Objects.requireNonNull(mapping.get(RoleKeys.TYPE));
        List<String> types = Policies.types(role);
        String type = Scalars.word(given, types, Paths.under(path, RoleKeys.TYPE), problems);
        Class<? extends Record> parameters = type == null ? null : RoleKeys.parameters(role, type);
        if (type == null || parameters == null) {
            return null;
        }
        Object bound = record(parameters, mapping, path, role, Set.of(RoleKeys.TYPE));
        return bound == null ? null : new PolicySpec(type, (Record) bound);
    }

    /** Binds a list whose elements obey the declaration's range where they are numbers. */
    @Nullable
    List<Object> list(Type element, Parameter declared, Node node, String path, @Nullable Role role) {
        if (!(node instanceof Node.Sequence sequence)) {
            problems.add(node.position(), path, "must be a list, not " + node.describe());
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            if (item instanceof Node.Mapping mapping && element instanceof Class<?> raw && raw.isRecord()) {
                item = Defaults.record(raw, mapping, role);
            }
            Object value = value(element, declared, item, path + "[" + i + "]", role);
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() < sequence.items().size()) {
            return null;
        }
        String problem = Parameters.problem(declared, values);
        if (problem != null) {
            problems.add(node.position(), path, problem + ", not " + values.size());
            return null;
        }
        return values;
    }

    private @Nullable Map<String, Object> map(
            Type element, Parameter declared, Node node, String path, @Nullable Role role) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(node.position(), path, "must be a mapping of names to values, not " + node.describe());
            return null;
        }
        if (element == Actor.class) {
            return new ActorsBinder(this, problems, partial).bind(mapping, path);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.fields().forEach((key, field) -> {
            String below = Paths.under(path, key);
            if (!declared.pattern().isEmpty() && !key.matches(declared.pattern())) {
                problems.add(field.key(), below, "the key must be one of " + declared.allowed());
                return;
            }
            Node item = field.value();
            if (item instanceof Node.Mapping section && element instanceof Class<?> raw && raw.isRecord()) {
                item = Defaults.record(raw, section, role);
            }
            Object value = value(element, declared, item, below, role);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values.size() == mapping.fields().size() ? values : null;
    }
}
