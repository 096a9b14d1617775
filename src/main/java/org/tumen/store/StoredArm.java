package org.tumen.store;

import java.util.regex.Pattern;
import org.tumen.document.Json;

/**
 * One arm of an experiment: a name and the scenario it simulates.
 *
 * @param name letters, digits, {@code _}, {@code -} and {@code .}, starting with a letter or digit, at most 64
 * @param scenario the resolved scenario as JSON
 */
public record StoredArm(String name, String scenario) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /** @throws IllegalArgumentException when the name cannot be part of a file's name or the scenario is not JSON */
    public StoredArm {
        requireName("an arm's name", name);
        Json.parse(scenario);
    }

    static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " is 1 to 64 letters, digits, '_', '-' or '.', and starts with"
                    + " a letter or digit; not '" + name + "'");
        }
    }
}
