package org.tumen.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** JSON as this package reads and writes it. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same text for equal trees, whatever the order of their keys. */
    static String canonical(JsonNode tree) {
        try {
            return CANONICAL.writeValueAsString(CANONICAL.treeToValue(tree, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The paths at which two trees differ, as {@code path (this, that)}. */
    static List<String> differences(JsonNode left, JsonNode right) {
        List<String> found = new ArrayList<>();
        collect("", left, right, found);
        return found;
    }

    private static void collect(String path, JsonNode left, JsonNode right, List<String> found) {
        if (left.isObject() && right.isObject()) {
            Set<String> keys = new TreeSet<>();
            left.fieldNames().forEachRemaining(keys::add);
            right.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                collect(path.isEmpty() ? key : path + "." + key, left.path(key), right.path(key), found);
            }
        } else if (!canonicalOrMissing(left).equals(canonicalOrMissing(right))) {
            found.add(path + " (" + canonicalOrMissing(left) + ", " + canonicalOrMissing(right) + ")");
        }
    }

    private static String canonicalOrMissing(JsonNode node) {
        return node.isMissingNode() ? "absent" : canonical(node);
    }
}
