package org.tumen.document;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML or JSON file whose content nobody vouches for into a tree of {@link Node}s: strict UTF-8, at most 2 MiB,
 * one document, a mapping at the top, at most 50 levels deep. Nothing is thrown for bad content; it is noted.
 */
public final class Document {
    private Document() {}

    /**
     * Reads a file; the suffix {@code .json} makes it JSON, any other YAML.
     *
     * @param name the file as messages name it
     * @return the mapping at the top; null when the file cannot be read at all
     */
    public static Node.@Nullable Mapping read(Path path, String name, Problems problems) {
        String text = SourceFile.read(path, name, problems);
        if (text == null) {
            return null;
        }
        boolean json = path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return top(json ? JsonTree.parse(text, name, problems) : YamlTree.parse(text, name, problems), name, problems);
    }

    /** Reads YAML text as {@link #read} reads a file. */
    public static Node.@Nullable Mapping parse(String text, String name, Problems problems) {
        return top(YamlTree.parse(text, name, problems), name, problems);
    }

    /** Reads one value in YAML, such as {@code 1.2} or {@code [29, 81]}; null after noting that it is none. */
    public static @Nullable Node value(String text, String name, Problems problems) {
        return text.isEmpty()
                ? new Node.Scalar("", false, new Position(name, 0))
                : YamlTree.parse(text, name, problems);
    }

    private static Node.@Nullable Mapping top(@Nullable Node node, String name, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            problems.add(new Position(name, 1), "", "is empty; a mapping of keys to values is expected");
        } else if (node != null) {
            problems.add(
                    new Position(name, node.position().line()),
                    "",
                    "must be a mapping of keys to values at the top, not " + node.describe());
        }
        return null;
    }
}
