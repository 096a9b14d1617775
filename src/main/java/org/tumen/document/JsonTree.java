package org.tumen.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Node} tree of JSON text (RFC 8259), noting every duplicate key (the first one counts). */
public final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(YamlTree.DEPTH)
                    .maxStringLength(SourceFile.MOST_BYTES)
                    .maxNameLength(SourceFile.MOST_BYTES)
                    .build())
            .build();

    private final JsonParser parser;
    private final String file;
    private final Problems problems;

    private JsonTree(JsonParser parser, String file, Problems problems) {
        this.parser = parser;
        this.file = file;
        this.problems = problems;
    }

    /** The tree of a text; null after noting a problem that leaves nothing to read. */
    static @Nullable Node parse(String text, String file, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonTree tree = new JsonTree(parser, file, problems);
            if (parser.nextToken() == null) {
                problems.add(new Position(file, 1), "", "is empty; an object of keys and values is expected");
                return null;
            }
            Node root = tree.node("", tree.here());
            if (parser.nextToken() != null) {
                problems.add(tree.here(), "", "holds more than one document; one is allowed");
                return null;
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problems.add(new Position(file, line), "", "is not valid JSON: " + JsonWords.told(e));
        } catch (IOException e) {
            problems.add(new Position(file, 1), "", "is not valid JSON");
        }
        return null;
    }

    private Position here() {
        return new Position(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }

    private Node node(String path, Position key) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(path, key);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(path + "[" + items.size() + "]", here()));
            }
            return new Node.Sequence(items, key);
        }
        return new Node.Scalar(parser.getText(), token != JsonToken.VALUE_STRING, here());
    }

    private Node mapping(String path, Position position) throws IOException {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position at = here();
            String key = parser.currentName();
            String below = Paths.under(path, key);
            parser.nextToken();
            Node.Field first = fields.putIfAbsent(key, new Node.Field(at, node(below, at)));
            if (first != null) {
                problems.twice(at, below, first);
            }
        }
        return new Node.Mapping(fields, position);
    }

    /** The tree of a Jackson tree, all of it at one position. */
    public static Node of(JsonNode json, Position position) {
        if (json.isObject()) {
            Map<String, Node.Field> fields = new LinkedHashMap<>();
            json.properties()
                    .forEach(e -> fields.put(e.getKey(), new Node.Field(position, of(e.getValue(), position))));
            return new Node.Mapping(fields, position);
        }
        if (json.isArray()) {
            List<Node> items = new ArrayList<>();
            json.forEach(item -> items.add(of(item, position)));
            return new Node.Sequence(items, position);
        }
        return new Node.Scalar(json.asText(), !json.isTextual(), position);
    }
}
