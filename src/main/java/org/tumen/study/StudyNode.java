package org.tumen.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problems;
import org.tumen.words.NumberTexts;
import org.tumen.words.Texts;

/** A mapping of a study file, read key by key; whatever is wrong is noted with its place and path, and a default goes on. */
public final class StudyNode {
    private static final String NAMED = "outcome";

    private final Node.Mapping mapping;
    private final String path;
    private final Problems problems;

    public StudyNode(Node.Mapping mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /** Where it stands. */
    Position position() {
        return mapping.position();
    }

    /** Its keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(mapping.fields().keySet());
    }

    public boolean has(String key) {
        return mapping.get(key) != null;
    }

    /** Notes every key that is none of these. */
    public StudyNode only(String... allowed) {
        List<String> known = Arrays.asList(allowed);
        mapping.fields().forEach((key, field) -> {
            if (!known.contains(key)) {
                String nearest = Texts.nearest(key, known);
                String hint =
                        nearest == null ? "allowed are " + String.join(", ", known) : "did you mean " + nearest + "?";
                problems.add(field.key(), under(key), "unknown key; " + hint);
            }
        });
        return this;
    }

    /** Notes a problem with a key, or with the mapping itself when the key is empty. */
    public void problem(String key, String message) {
        Node.Field field = mapping.fields().get(key);
        problems.add(field == null ? mapping.position() : field.key(), key.isEmpty() ? path : under(key), message);
    }

    public String text(String key, String other) {
        Node node = mapping.get(key);
        if (node == null) {
            return other;
        }
        if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        problem(key, "must be a text, not " + node.describe());
        return other;
    }

    /** One of some words; the first of them when the key is missing. */
    public String oneOf(String key, String... allowed) {
        String text = text(key, allowed[0]);
        if (!Arrays.asList(allowed).contains(text)) {
            problem(key, "must be one of " + String.join(", ", allowed) + ", not " + Texts.quoted(text));
            return allowed[0];
        }
        return text;
    }

    public double number(String key, double other, double least, double most) {
        Node node = mapping.get(key);
        if (node == null) {
            return other;
        }
        double value = number(node);
        if (!(value >= least && value <= most)) {
            problem(
                    key,
                    "must be a number from " + NumberTexts.plain(least) + " to " + NumberTexts.plain(most) + ", not "
                            + node.describe());
            return other;
        }
        return value;
    }

    /** A number that must be there. */
    public double number(String key) {
        if (!has(key)) {
            problem("", "needs the key " + key);
            return 0;
        }
        return number(key, 0, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    public int whole(String key, int other, int least, int most) {
        double value = number(key, other, least, most);
        if (value != Math.rint(value)) {
            problem(key, "must be a whole number from " + least + " to " + most);
            return other;
        }
        return (int) value;
    }

    public boolean truth(String key, boolean other) {
        return oneOf(key, Boolean.toString(other), Boolean.toString(!other)).equals("true");
    }

    /** The mapping under a key, or null. */
    @Nullable
    public StudyNode mapping(String key) {
        Node node = mapping.get(key);
        if (node instanceof Node.Mapping below) {
            return new StudyNode(below, under(key), problems);
        }
        if (node != null) {
            problem(key, "must be a mapping, not " + node.describe());
        }
        return null;
    }

    /** The numbers of the list under a key; null when there is no list. */
    @Nullable
    List<Double> numbers(String key) {
        if (!(mapping.get(key) instanceof Node.Sequence sequence)) {
            return null;
        }
        List<Double> numbers = new ArrayList<>();
        for (Node item : sequence.items()) {
            double value = number(item);
            if (!Double.isFinite(value)) {
                problem(key, "must be a list of numbers; it holds " + item.describe());
                return List.of(0.0);
            }
            numbers.add(value);
        }
        return numbers;
    }

    /**
     * The texts of the list under a key, or of the single text there; empty when there is none. An outcome that a comparison
     * says more about stands as a mapping with its key under {@code outcome}.
     */
    public List<String> texts(String key) {
        Node node = mapping.get(key);
        List<String> texts = new ArrayList<>();
        List<Node> items = node instanceof Node.Sequence list ? list.items() : node == null ? List.of() : List.of(node);
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                texts.add(scalar.text());
            } else if (item instanceof Node.Mapping below && below.text(NAMED) != null) {
                texts.add(String.valueOf(below.text(NAMED)));
            } else {
                problem(key, "must be a list of texts; it holds " + item.describe());
            }
        }
        return texts;
    }

    /** Whether a list stands under a key. */
    public boolean lists(String key) {
        return mapping.get(key) instanceof Node.Sequence;
    }

    /**
     * An item of a list.
     *
     * @param text its text; empty for a mapping
     * @param node the mapping; null for a text
     */
    public record Item(String text, @Nullable StudyNode node) {}

    /** The texts and mappings of the list under a key; empty when there is none. */
    public List<Item> items(String key) {
        List<Item> items = new ArrayList<>();
        if (mapping.get(key) instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Node.Mapping below) {
                    items.add(new Item("", new StudyNode(below, under(key), problems)));
                } else if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                    items.add(new Item(scalar.text(), null));
                } else {
                    problem(key, "must list texts and mappings; it holds " + item.describe());
                }
            }
        } else if (mapping.get(key) != null) {
            problem(key, "must be a list");
        }
        return items;
    }

    /** As {@link #texts(String)}, but a mapping is left to others to read. */
    public List<String> texts(String key, boolean unlessMapping) {
        return unlessMapping && mapping.get(key) instanceof Node.Mapping ? List.of() : texts(key);
    }

    /** Its values as texts by key. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : keys()) {
            values.put(key, text(key, ""));
        }
        return values;
    }

    private static double number(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.plain()) {
            try {
                return Double.parseDouble(scalar.text());
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
        return Double.NaN;
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
