package org.tumen.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problems;
import org.tumen.policy.PolicySpec;
import org.tumen.world.Role;

/** Writes the declared defaults into a document wherever it is silent; what it says, right or wrong, stays. */
final class Defaults {
    private static final Map<String, Node> VALUES = new ConcurrentHashMap<>();

    /** Where declared defaults stand, as positions name it. */
    static final String SOURCE = "default";

    private Defaults() {}

    /** A scenario with its defaults. */
    static Node.Mapping scenario(Node.Mapping document) {
        return record(Scenario.class, document, null);
    }

    /** A parameter record's mapping with its defaults; the role matters where an actor's policy is part of it. */
    static Node.Mapping record(Class<?> type, Node.Mapping mapping, @Nullable Role role) {
        Map<String, Node.Field> fields = new LinkedHashMap<>(mapping.fields());
        for (Component component : Component.of(type)) {
            Node.Field given = fields.get(component.key());
            Node value = given == null ? missing(component, mapping.position()) : given.value();
            if (value instanceof Node.Mapping section) {
                value = section(component, section, role);
            }
            if (value != null) {
                Position key = given == null ? mapping.position() : given.key();
                fields.put(component.key(), new Node.Field(key, value));
            }
        }
        return new Node.Mapping(fields, mapping.position());
    }

    private static @Nullable Node missing(Component component, Position position) {
        if (component.optional()) {
            return null;
        }
        if (component.type().isRecord() && component.declaration().value().isEmpty()) {
            return new Node.Mapping(Map.of(), position);
        }
        return component.declaration().value().isEmpty()
                ? null
                : value(component.declaration().value());
    }

    /** A declared default as a node. */
    static Node value(String declared) {
        return VALUES.computeIfAbsent(declared, text -> {
            Problems problems = new Problems();
            Node node = Document.value(text, SOURCE, problems);
            if (node == null || !problems.isEmpty()) {
                throw new IllegalStateException("the declared default " + text + " cannot be read");
            }
            return node;
        });
    }

    private static Node section(Component component, Node.Mapping section, @Nullable Role role) {
        if (component.type() == PolicySpec.class) {
            return role == null ? section : policy(section, role);
        }
        if (component.type() == RosterSpec.class) {
            return section;
        }
        if (component.type().isRecord()) {
            return record(component.type(), section, role);
        }
        return RecordBinder.isCast(component) ? actors(section) : section;
    }

    private static Node.Mapping actors(Node.Mapping actors) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        actors.fields().forEach((name, field) -> {
            Node value = field.value();
            if (value instanceof Node.Mapping actor) {
                Role role = RoleKeys.role(actor.text(RoleKeys.ROLE));
                value = role == null ? actor : record(RoleKeys.type(role), actor, role);
            }
            fields.put(name, new Node.Field(field.key(), value));
        });
        return new Node.Mapping(fields, actors.position());
    }

    private static Node.Mapping policy(Node.Mapping policy, Role role) {
        Node.Mapping typed = policy;
        if (policy.get(RoleKeys.TYPE) == null) {
            Node type = new Node.Scalar(RoleKeys.defaultPolicy(role), true, policy.position());
            typed = policy.with(RoleKeys.TYPE, new Node.Field(policy.position(), type));
        }
        String type = typed.text(RoleKeys.TYPE);
        Class<? extends Record> parameters = type == null ? null : RoleKeys.parameters(role, type);
        return parameters == null ? typed : record(parameters, typed, role);
    }
}
