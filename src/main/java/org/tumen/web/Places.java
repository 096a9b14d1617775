package org.tumen.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Takes out of answers where on this machine the folders lie. */
final class Places {
    /** Longest first: a folder goes before those that it lies in. */
    private final Map<String, String> names =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    Places(ServerSettings settings) {
        add(settings.results(), "results");
        add(settings.scenarios(), "scenarios");
        add(Path.of(""), "");
        add(Path.of(System.getProperty("user.home", "")), "~");
        add(Path.of(System.getProperty("java.io.tmpdir", "")), "");
    }

    private void add(Path folder, String name) {
        Path absolute = folder.toAbsolutePath().normalize();
        put(absolute, name);
        try {
            put(absolute.toRealPath(), name);
        } catch (IOException e) {
            // There is no such folder; nothing in it can be named.
            return;
        }
    }

    private void put(Path folder, String name) {
        if (folder.getNameCount() > 0) {
            names.putIfAbsent(folder + "/", name.isEmpty() ? "" : name + "/");
        }
    }

    /** A text in which each folder of the server stands by its name alone. */
    String hidden(String text) {
        String hidden = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            hidden = hidden.replace(name.getKey(), name.getValue());
        }
        return hidden;
    }
}
