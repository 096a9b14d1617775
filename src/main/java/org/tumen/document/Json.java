package org.tumen.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON as results keep it: keys in snake_case, indented. */
public final class Json {
    /** For trees, and for records as results keep them. */
    public static final ObjectMapper MAPPER = builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** On one line and under the names that Java has; for what only this program reads, and for keys that stand in results so. */
    public static final ObjectMapper PLAIN = builder().build();

    private static final ObjectMapper CANONICAL =
            builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /** Of a value that differs, so much is shown. */
    private static final int LONGEST = 60;

    private Json() {}

    /** Jackson's own shortest form of a double, because that of Java changed between versions 17 and 19. */
    private static JsonMapper.Builder builder() {
        return JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);
    }

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The text of a tree or a record on one line, the same on every Java, its keys in their order: actors act in theirs. */
    public static String text(Object value) {
        return text(PLAIN, value);
    }

    /** The same text for equal trees, whatever the order of their keys. */
    public static String canonical(JsonNode tree) {
        return text(CANONICAL, tree);
    }

    private static String text(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A path at which two trees differ.
     *
     * @param path the keys to it, those of lists their name or place
     * @param left what stands there, cut where it is long; "absent" for nothing
     * @param right what stands there in the other
     */
    public record Difference(String path, String left, String right) {}

    /** The paths at which two trees differ, as {@code path (this, that)}; elements of lists by their name or place. */
    public static List<String> differences(JsonNode left, JsonNode right) {
        return differing("", left, right).stream()
                .map(d -> d.path() + " (" + d.left() + ", " + d.right() + ")")
                .toList();
    }

    /** The same, each path by itself, of trees that stand at some path; empty for whole ones. */
    public static List<Difference> differing(String path, JsonNode left, JsonNode right) {
        List<Difference> found = new ArrayList<>();
        collect(path, left, right, found);
        return found;
    }

    private static void collect(String path, JsonNode left, JsonNode right, List<Difference> found) {
        if (left.isContainerNode() && right.getNodeType() == left.getNodeType()) {
            Map<String, JsonNode> these = children(left);
            Map<String, JsonNode> those = children(right);
            Set<String> keys = new LinkedHashSet<>(these.keySet());
            keys.addAll(those.keySet());
            for (String key : keys) {
                JsonNode missing = MissingNode.getInstance();
                String below = path.isEmpty() || key.startsWith("[") ? path + key : path + "." + key;
                collect(below, these.getOrDefault(key, missing), those.getOrDefault(key, missing), found);
            }
            if (inOrder(path) && these.keySet().equals(those.keySet())) {
                order(path, List.copyOf(these.keySet()), List.copyOf(those.keySet()), found);
            }
        } else if (!canonicalOrMissing(left).equals(canonicalOrMissing(right))) {
            found.add(new Difference(path, brief(left), brief(right)));
        }
    }

    /** Tells of another order, from the first that stands elsewhere. */
    private static void order(String path, List<String> these, List<String> those, List<Difference> found) {
        int first = 0;
        while (first < these.size() && these.get(first).equals(those.get(first))) {
            first++;
        }
        if (first < these.size()) {
            found.add(new Difference(
                    path,
                    cut(String.join(", ", these.subList(first, these.size()))),
                    cut(String.join(", ", those.subList(first, those.size())))));
        }
    }

    /** Whether the order of what stands at a path counts: actors act in theirs, and the first arm is compared with. */
    private static boolean inOrder(String path) {
        return path.equals("arms") || path.equals("actors") || path.endsWith(".actors");
    }

    private static Map<String, JsonNode> children(JsonNode node) {
        Map<String, JsonNode> children = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> children.put(field.getKey(), field.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            String name = node.path(i).path("name").asText();
            children.put(name.isEmpty() ? "[" + i + "]" : name, node.path(i));
        }
        return children;
    }

    private static String brief(JsonNode node) {
        return cut(canonicalOrMissing(node));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String canonicalOrMissing(JsonNode node) {
        return node.isMissingNode() ? "absent" : canonical(node);
    }
}
