package org.tumen.store.part;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;

/**
 * One arm of an experiment: a name and the scenario it simulates.
 *
 * @param name letters, digits, {@code _}, {@code -} and {@code .}, starting with a letter or digit, at most 64
 * @param scenario the resolved scenario as JSON
 * @param like which arm before it has the same scenario but for some numbers; null where none is known to
 */
public record StoredArm(
        String name, String scenario, @Nullable Likeness like) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /** @throws IllegalArgumentException when the name cannot be part of a file's name or the scenario is not JSON */
    public StoredArm {
        requireName("an arm's name", name);
        if (like == null) {
            Json.parse(scenario);
        }
    }

    /** An arm of its own. */
    public StoredArm(String name, String scenario) {
        this(name, scenario, null);
    }

    /** In what an arm differs from another: numbers by their paths, as JSON. */
    public record Likeness(String arm, Map<String, String> values) {
        /** Keeps the order of the paths. */
        public Likeness {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Whether a text can be the name of an arm. */
    public static boolean named(String name) {
        return NAME.matcher(name).matches();
    }

    public static void requireName(String what, String name) {
        if (!named(name)) {
            throw new IllegalArgumentException(what + " is 1 to 64 letters, digits, '_', '-' or '.', and starts with"
                    + " a letter or digit; not '" + name + "'");
        }
    }
}
