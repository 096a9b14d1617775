package org.tumen.document;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects what is wrong, so that all of it can be told at once. Not thread-safe. */
public final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>();

    /** Notes a problem; a problem noted twice counts once. */
    public void add(Position position, String path, String message) {
        add(new Problem(position.file(), position.line(), path, message));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    /** Notes a key that stands in its mapping already. */
    void twice(Position position, String path, Node.Field first) {
        String line = "duplicate key; it stands in line " + first.key().line() + " already and may stand once";
        add(position, Paths.brief(path), line);
    }

    /** True when nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    /**
     * A mapping without what a problem was noted of, so that the rest of it can be looked at too; where a key is missing,
     * without the mapping that lacks it.
     *
     * @param depth how many levels of mappings are kept without the entries that are wrong
     */
    public Node.Mapping sound(Node.Mapping mapping, String path, int depth) {
        Node.Mapping sound = mapping;
        for (Map.Entry<String, Node.Field> entry : mapping.fields().entrySet()) {
            String key = entry.getKey();
            String below = Paths.under(path, key);
            Node.Field field = entry.getValue();
            if (found.stream().map(Problem::path).noneMatch(p -> within(p, below))) {
                continue;
            }
            boolean itself = found.stream().map(Problem::path).anyMatch(below::equals);
            Node.Mapping kept = depth > 0 && !itself && field.value() instanceof Node.Mapping inner
                    ? sound(inner, below, depth - 1)
                    : null;
            sound = kept == null || kept == field.value()
                    ? sound.without(key)
                    : sound.with(key, new Node.Field(field.key(), kept));
        }
        return sound;
    }

    /** Whether a path is another one or lies below it. */
    public static boolean within(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".") || path.startsWith(other + "[");
    }

    /** The problems by file, line and path. */
    public List<Problem> list() {
        return List.copyOf(found);
    }
}
