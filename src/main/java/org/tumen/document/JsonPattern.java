package org.tumen.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a JSON tree with other values at some paths: written once with marks in their places, so that each further
 * text costs the joining of its pieces. Immutable.
 */
public final class JsonPattern {
    private final List<String> pieces = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final int length;

    /**
     * Writes a tree.
     *
     * @param tree the tree; left as it is
     * @param paths where values change, see {@link Paths#steps}
     * @param writer writes a tree as text
     * @throws IllegalArgumentException when nothing stands at one of the paths, or two are the same
     */
    public JsonPattern(JsonNode tree, List<String> paths, Function<JsonNode, String> writer) {
        JsonNode marked = tree.deepCopy();
        for (int i = 0; i < paths.size(); i++) {
            mark(marked, paths.get(i), mark(i));
        }
        String text = writer.apply(marked);
        int from = 0;
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, from)) {
            pieces.add(text.substring(from, at));
            int end = text.indexOf(END, at + MARK.length());
            if (end < 0) {
                throw new IllegalArgumentException("a text of the tree holds a control character");
            }
            places.add(Integer.parseInt(text.substring(at + MARK.length(), end)));
            from = end + END.length();
        }
        pieces.add(text.substring(from));
        length = pieces.stream().mapToInt(String::length).sum();
        boolean each = places.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, paths.size()).boxed().toList());
        if (!each) {
            throw new IllegalArgumentException("the values of " + paths + " have no places of their own");
        }
    }

    /** Control characters stand in no text of a document, and JSON escapes them always alike. */
    private static final String MARK = "\"\\u0001";

    private static final String END = "\\u0001\"";

    private static String mark(int index) {
        return '\u0001' + Integer.toString(index) + '\u0001';
    }

    private static void mark(JsonNode tree, String path, String mark) {
        List<String> steps = Paths.steps(path);
        @Nullable JsonNode holder = steps == null ? null : tree;
        for (int i = 0; steps != null && holder != null && i < steps.size() - 1; i++) {
            holder = below(holder, steps.get(i));
        }
        String last = steps == null ? "" : steps.get(steps.size() - 1);
        if (holder == null || below(holder, last) == null) {
            throw new IllegalArgumentException("nothing stands at " + path);
        }
        if (holder instanceof ObjectNode object) {
            object.put(last, mark);
        } else {
            ((ArrayNode) holder).set(Integer.parseInt(last), mark);
        }
    }

    private static @Nullable JsonNode below(JsonNode holder, String step) {
        return holder.isArray() && step.matches("\\d{1,6}") ? holder.get(Integer.parseInt(step)) : holder.get(step);
    }

    /** The text with values, themselves as texts, in the order of the paths. */
    public String with(List<String> values) {
        StringBuilder text = new StringBuilder(
                length + values.stream().mapToInt(String::length).sum());
        for (int i = 0; i < places.size(); i++) {
            text.append(pieces.get(i)).append(values.get(places.get(i)));
        }
        return text.append(pieces.get(places.size())).toString();
    }
}
