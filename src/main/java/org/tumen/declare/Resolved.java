package org.tumen.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.words.Texts;

/**
 * Writes parameter records as JSON, every value spelt out, keys in the order of declaration: the resolved form of a
 * scenario, which reads back to an equal scenario and gives equal bytes for equal scenarios.
 */
public final class Resolved {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private Resolved() {}

    /** A parameter record, such as a scenario, as JSON. */
    public static ObjectNode document(Record parameters) {
        ObjectNode object = JSON.objectNode();
        write(parameters, object);
        return object;
    }

    /** Writes the components of a record into an object, after what stands there. */
    public static ObjectNode write(Record parameters, ObjectNode object) {
        for (Component component : Component.of(parameters.getClass())) {
            Object value = component.of(parameters);
            if (value != null) {
                object.set(component.key(), value(value));
            }
        }
        return object;
    }

    /** What a written record says beyond the defaults declared for its components, after what stands in {@code kept}. */
    public static ObjectNode brief(Class<?> type, JsonNode written, ObjectNode kept, @Nullable Object scope) {
        for (Component component : Component.of(type)) {
            JsonNode value = written.get(component.key());
            Place place = Place.of(component, component.key(), scope);
            JsonNode worth = value == null ? null : Forms.of(place).brief(value, place);
            if (worth != null) {
                kept.set(component.key(), worth);
            }
        }
        return kept;
    }

    static @Nullable JsonNode plainBrief(JsonNode written, Place place) {
        if (place.type() instanceof Class<?> raw && Component.declared(raw) && written instanceof ObjectNode object) {
            ObjectNode kept = brief(raw, object, JSON.objectNode(), place.scope());
            return kept.isEmpty() ? null : kept;
        }
        return orDefault(written, place);
    }

    /** A written value, or null when it is the declared default. */
    public static @Nullable JsonNode orDefault(JsonNode written, Place place) {
        String declared = place.declaration().value();
        return !declared.isEmpty() && node(Defaults.value(declared)).equals(written) ? null : written;
    }

    /** A parameter value as JSON. */
    public static JsonNode value(@Nullable Object value) {
        return value == null ? JSON.nullNode() : Forms.of(value).written(value);
    }

    static JsonNode plain(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.numberNode(((Number) value).longValue());
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Enum<?> constant) {
            return JSON.textNode(Texts.key(constant));
        }
        if (value instanceof MonthDay day) {
            return JSON.textNode(Scalars.text(day));
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(item -> array.add(value(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), value(item)));
            return object;
        }
        if (value instanceof Node node) {
            return node(node);
        }
        return value instanceof Record section ? document(section) : JSON.textNode(String.valueOf(value));
    }

    /** A number without a fraction is written without one. */
    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
                ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }

    /** A document as JSON, plain scalars as the number, truth value or null that YAML 1.2 would see. */
    public static JsonNode node(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.fields().forEach((key, field) -> object.set(key, node(field.value())));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(node(item)));
            return array;
        }
        return Scalars.json((Node.Scalar) node);
    }
}
