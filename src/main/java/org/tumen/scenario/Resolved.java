package org.tumen.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.document.Node;
import org.tumen.policy.PolicySpec;
import org.tumen.world.Member;

/**
 * Writes parameter records as JSON, every value spelt out, keys in the order of declaration: the resolved form of a
 * scenario, which reads back to an equal scenario and gives equal bytes for equal scenarios.
 */
public final class Resolved {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    // Jackson's own shortest form of a double, because that of Java changed between versions 17 and 19.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private Resolved() {}

    /** A scenario, or any other parameter record, as JSON. */
    public static ObjectNode document(Record parameters) {
        ObjectNode object = JSON.objectNode();
        write(parameters, object);
        return object;
    }

    /** The JSON text of a document on one line, the same on every Java version. */
    public static String text(JsonNode document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Record parameters, ObjectNode object) {
        for (Component component : Component.of(parameters.getClass())) {
            Object value = component.of(parameters);
            if (value != null) {
                object.set(component.key(), value(value));
            }
        }
    }

    /** A parameter value as JSON. */
    static JsonNode value(@Nullable Object value) {
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
            return JSON.textNode(constant.name().toLowerCase(Locale.ROOT));
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
        return value instanceof Record section ? section(section) : JSON.textNode(String.valueOf(value));
    }

    private static JsonNode section(Record section) {
        ObjectNode object = JSON.objectNode();
        if (section instanceof RosterSpec roster) {
            return roster(roster);
        }
        if (section instanceof PolicySpec policy) {
            object.put(RoleKeys.TYPE, policy.type());
            write(policy.parameters(), object);
            return object;
        }
        if (section instanceof Actor actor) {
            object.put(RoleKeys.ROLE, RoleKeys.key(actor.role()));
        }
        write(section, object);
        return object;
    }

    private static JsonNode roster(RosterSpec roster) {
        if (roster.year() != null) {
            return JSON.numberNode(roster.year().longValue());
        }
        if (roster.listed() == null) {
            return JSON.textNode(RosterBinder.CALENDAR);
        }
        ArrayNode array = JSON.arrayNode();
        for (Member member : roster.listed().members()) {
            array.add(document(new ListedMember(member.iso3(), member.ideal(), member.permanent())));
        }
        return array;
    }

    /** A number without a fraction is written without one. */
    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
                ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }

    /** A document as JSON, plain scalars as the number, truth value or null that YAML 1.2 would see. */
    static JsonNode node(Node node) {
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
