package org.tumen.declare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problems;

/** Writes the declared defaults into a document wherever it is silent; what it says, right or wrong, stays. */
public final class Defaults {
    private static final Map<String, Node> VALUES = new ConcurrentHashMap<>();

    /** Where declared defaults stand, as positions name it. */
    public static final String SOURCE = "default";

    private Defaults() {}

    /** A record's mapping with its defaults. */
    public static Node.Mapping record(Class<?> type, Node.Mapping mapping) {
        return record(type, mapping, null);
    }

    /** A record's mapping with its defaults within a scope. */
    public static Node.Mapping record(Class<?> type, Node.Mapping mapping, @Nullable Object scope) {
        Map<String, Node.Field> fields = new LinkedHashMap<>(mapping.fields());
        for (Component component : Component.of(type)) {
            Node.Field given = fields.get(component.key());
            Node value = given == null ? missing(component, mapping.position()) : given.value();
            if (value != null) {
                Position key = given == null ? mapping.position() : given.key();
                Place place = Place.of(component, component.key(), scope);
                fields.put(component.key(), new Node.Field(key, filled(value, place)));
            }
        }
        return new Node.Mapping(fields, mapping.position());
    }

    /** A value with the defaults of its form. */
    public static Node filled(Node node, Place place) {
        return Forms.of(place).filled(node, place);
    }

    static Node plain(Node node, Place place) {
        return node instanceof Node.Mapping section && place.type() instanceof Class<?> raw && Component.declared(raw)
                ? record(raw, section, place.scope())
                : node;
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
}
