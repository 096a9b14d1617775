package org.tumen.document;

import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong, so that all of it can be told at once. Not thread-safe. */
public final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>();

    /** Notes a problem; a problem noted twice counts once. */
    public void add(Position position, String path, String message) {
        found.add(new Problem(position.file(), position.line(), path, message));
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

    /** The problems by file, line and path. */
    public List<Problem> list() {
        return List.copyOf(found);
    }
}
