package org.tumen.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Texts;

/** Paths of values in a document, such as {@code actors.security_council.policy.votes[0].week}. */
public final class Paths {
    private static final int LONGEST = 200;

    private Paths() {}

    /** The path of a key under a path. */
    public static String under(String path, String key) {
        String shown = Texts.brief(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** A path that may be made of hostile keys, cut to a fair length. */
    static String brief(String path) {
        return path.length() <= LONGEST ? path : path.substring(0, LONGEST) + "...";
    }

    /** The steps of a path, {@code votes[0].week} and {@code votes.0.week} alike; null when it is not a path. */
    public static @Nullable List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        String dotted = path.contains("[") ? path.replaceAll("\\[(\\d{1,9})]", ".$1") : path;
        for (String part : dotted.split("\\.", -1)) {
            if (part.isBlank() || part.contains("[") || part.contains("]")) {
                return null;
            }
            steps.add(part.strip());
        }
        return steps;
    }

    /** All paths of a tree below a path, sections included. */
    public static List<String> all(Node node, String path) {
        List<String> paths = new ArrayList<>();
        if (!path.isEmpty()) {
            paths.add(path);
        }
        if (node instanceof Node.Mapping mapping) {
            mapping.fields().forEach((key, field) -> paths.addAll(all(field.value(), under(path, key))));
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                paths.addAll(all(sequence.items().get(i), path + "[" + i + "]"));
            }
        }
        return paths;
    }
}
