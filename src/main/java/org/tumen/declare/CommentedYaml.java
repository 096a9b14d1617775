package org.tumen.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.words.Texts;

/**
 * A file to begin with, made of declarations: a line for every key with what it means, those that are said as they are, all
 * others commented out at their defaults. Taking away {@code "# "} says one.
 */
public final class CommentedYaml {
    private static final int WIDTH = 116;
    private static final int SHORT = 90;
    private static final String INDENT = "  ";
    private static final String COMMENT = "# ";
    /** Words that YAML takes for texts and nothing else. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");

    private static final Pattern NO_TEXT = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|\\.nan|\\.inf");

    private final Map<String, CommentedYaml> below = new LinkedHashMap<>();
    private @Nullable JsonNode value;
    private String comment = "";
    private boolean said;

    private CommentedYaml() {}

    /**
     * The text of a file.
     *
     * @param entries its keys, in their order
     * @param said the values that are said, by path; all others are commented out
     * @param named puts names in place of those that examples leave open
     */
    public static String of(List<ParameterEntry> entries, Map<String, JsonNode> said, UnaryOperator<String> named) {
        CommentedYaml root = new CommentedYaml();
        for (ParameterEntry entry : entries) {
            CommentedYaml here = root;
            for (String step : entry.path().split("\\.")) {
                here = here.below.computeIfAbsent(step, s -> new CommentedYaml());
            }
            JsonNode given = said.get(entry.path());
            here.value = given == null ? shown(entry, named) : given;
            here.comment = comment(entry);
            here.said = given != null;
        }
        StringBuilder text = new StringBuilder();
        root.writeBelow(text, "");
        return text.toString();
    }

    /** The value that shows what may stand at a key: its value, its example, or its default; null when it has none of them. */
    public static @Nullable JsonNode shown(ParameterEntry entry, UnaryOperator<String> named) {
        String current = entry.current();
        String text =
                current != null ? current : entry.example().isEmpty() ? entry.value() : named.apply(entry.example());
        if (text.isEmpty()) {
            return null;
        }
        boolean words = List.of("text", "word", "date", "month and day").contains(entry.type());
        return words && !text.equals("\"\"")
                ? JsonNodeFactory.instance.textNode(text)
                : Resolved.node(Defaults.value(text));
    }

    private static String comment(ParameterEntry entry) {
        StringJoiner facts = new StringJoiner("; ");
        facts.add(entry.range().isEmpty() ? entry.type() : entry.range());
        if (!entry.unit().isEmpty()) {
            facts.add(entry.unit());
        }
        if (!entry.value().isEmpty() && !entry.example().isEmpty()) {
            facts.add("default " + entry.value());
        }
        if (!entry.prior().isEmpty()) {
            facts.add("prior " + entry.prior());
        }
        return Texts.visible(entry.meaning() + " (" + facts + ")");
    }

    /** Whether anything is said here or below. */
    private boolean says() {
        return said || below.values().stream().anyMatch(CommentedYaml::says);
    }

    private void writeBelow(StringBuilder text, String indent) {
        below.forEach((key, entry) -> {
            if (indent.isEmpty() && !text.isEmpty()) {
                text.append('\n');
            }
            entry.write(key, text, indent);
        });
    }

    private void write(String key, StringBuilder text, String indent) {
        String mark = says() ? "" : COMMENT;
        if (!below.isEmpty()) {
            text.append(indent).append(mark).append(key).append(":\n");
            writeBelow(text, indent + INDENT);
            return;
        }
        if (value == null) {
            throw new IllegalStateException("the key " + key + " has neither a default nor an example");
        }
        String flow = flow(value);
        String line = indent + mark + key + ": " + flow;
        if (line.length() + comment.length() + 4 <= WIDTH) {
            text.append(line).append("  # ").append(comment).append('\n');
            return;
        }
        Texts.wrapped(comment, WIDTH - indent.length() - COMMENT.length())
                .lines()
                .forEach(part ->
                        text.append(indent).append(COMMENT).append(part.strip()).append('\n'));
        if (line.length() <= SHORT || !value.isContainerNode()) {
            text.append(line).append('\n');
        } else {
            text.append(indent).append(mark).append(key).append(":\n");
            block(value, indent + mark + INDENT, text);
        }
    }

    /** A list or mapping over several lines. */
    private static void block(JsonNode value, String indent, StringBuilder text) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String line = indent + bare(field.getKey()) + ": " + flow(field.getValue());
                if (line.length() <= SHORT || !field.getValue().isContainerNode()) {
                    text.append(line).append('\n');
                } else {
                    text.append(indent).append(bare(field.getKey())).append(":\n");
                    block(field.getValue(), indent + INDENT, text);
                }
            });
        } else {
            value.forEach(
                    item -> text.append(indent).append("- ").append(flow(item)).append('\n'));
        }
    }

    /** A value on one line. */
    public static String flow(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object.properties().stream()
                    .map(field -> bare(field.getKey()) + ": " + flow(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(flow(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return value.isTextual() ? bare(value.asText()) : Json.text(value);
    }

    private static String bare(String text) {
        return BARE.matcher(text).matches() && !NO_TEXT.matcher(text).matches()
                ? text
                : Json.text(JsonNodeFactory.instance.textNode(text));
    }
}
