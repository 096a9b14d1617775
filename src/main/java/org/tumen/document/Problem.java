package org.tumen.document;

import java.util.Comparator;
import org.tumen.words.Texts;

/**
 * One thing that is wrong with a file or an override.
 *
 * @param file the file as the user named it, or {@code --set}
 * @param line its line from 1; 0 when no line applies
 * @param path the path of the value, such as {@code actors.japan.policy.assertiveness}; empty for the whole file
 * @param message what is wrong and what is allowed
 */
public record Problem(String file, int line, String path, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /** By file, line, path and message. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** What is wrong and where in the file, for those who know which file. */
    public String inFile() {
        return path.isEmpty() ? message : path + ": " + message;
    }

    /** As users see it: {@code file:line: path: message}, without what does not apply. */
    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line : file;
        return Texts.visible(where) + ": " + (path.isEmpty() ? "" : Texts.visible(path) + ": ") + message;
    }
}
