package org.tumen.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Texts;

/** A value of a document, of YAML and JSON alike, that knows where it stands. Immutable. */
public sealed interface Node {
    /** Where it stands; a list or mapping under a key stands where its key does. */
    Position position();

    /** What it is, for messages that say what was found. */
    String describe();

    /** The same tree with other texts, of values and of keys, and other places. */
    default Node mapped(UnaryOperator<String> text, UnaryOperator<Position> place) {
        Position at = place.apply(position());
        if (this instanceof Scalar scalar) {
            return new Scalar(text.apply(scalar.text()), scalar.plain(), at);
        }
        if (this instanceof Sequence list) {
            return new Sequence(
                    list.items().stream().map(item -> item.mapped(text, place)).toList(), at);
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        ((Mapping) this)
                .fields()
                .forEach((key, field) -> fields.put(
                        text.apply(key),
                        new Field(place.apply(field.key()), field.value().mapped(text, place))));
        return new Mapping(fields, at);
    }

    /**
     * A single value. What type it has is decided by what is expected in its place, so that {@code vote: no} is a vote.
     *
     * @param text the value as written
     * @param plain true when it stood without quotation marks
     */
    record Scalar(String text, boolean plain, Position position) implements Node {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        /** True for a plain {@code null}, {@code ~} or nothing. */
        public boolean isNull() {
            return plain && NULLS.contains(text);
        }

        @Override
        public String describe() {
            if (isNull()) {
                return "nothing (null)";
            }
            return plain ? Texts.brief(text) : "the text " + Texts.quoted(text);
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Position position) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** A key's value, and where the key stands. */
    record Field(Position key, Node value) {}

    /** A mapping; the order of its keys is that of the file. */
    record Mapping(Map<String, Field> fields, Position position) implements Node {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The value of a key, or null. */
        public @Nullable Node get(String key) {
            Field field = fields.get(key);
            return field == null ? null : field.value();
        }

        /** The text of a scalar under a key, or null when there is none. */
        public @Nullable String text(String key) {
            return get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null;
        }

        /** Where keys under each other stand; as deep as they are found. */
        public Position at(String... keys) {
            Position deepest = position;
            Node here = this;
            for (String key : keys) {
                Field field = here instanceof Mapping mapping ? mapping.fields.get(key) : null;
                if (field == null) {
                    return deepest;
                }
                deepest = field.key();
                here = field.value();
            }
            return deepest;
        }

        /** This mapping with a key set; a new key comes last. */
        public Mapping with(String key, Field field) {
            Map<String, Field> changed = new LinkedHashMap<>(fields);
            changed.put(key, field);
            return new Mapping(changed, position);
        }

        public Mapping without(String key) {
            if (!fields.containsKey(key)) {
                return this;
            }
            Map<String, Field> changed = new LinkedHashMap<>(fields);
            changed.remove(key);
            return new Mapping(changed, position);
        }

        @Override
        public String describe() {
            return "a mapping";
        }
    }
}
