package org.tumen.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.words.ShellWords;

/**
 * Takes out of answers where on this machine the folders lie. Commands alone say it, for they would be wrong without, and only
 * to those who are at this machine.
 */
final class Places {
    /** A command in an answer. */
    private static final Pattern COMMAND = Pattern.compile("\"command\":\"(?:[^\"\\\\]|\\\\.)*+\"");

    /** An option that says where a result lies. */
    private static final Pattern OUT = Pattern.compile(" '?--out[ =]");

    private final Path results;
    private final boolean local;

    /** Longest first: a folder goes before those that it lies in. */
    private final Map<String, String> names =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    Places(ServerSettings settings) {
        results = settings.results();
        local = settings.local();
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

    /**
     * A command of this program as it is right in a shell that stands where the server was started: one that does not say where
     * its result lies keeps it among the server's results.
     */
    String here(String command) {
        Path usual = Path.of("results").toAbsolutePath().normalize();
        return (OUT.matcher(command).find()
                                || results.toAbsolutePath().normalize().equals(usual)
                        ? ""
                        : "TUMEN_RESULTS=" + ShellWords.quote(results.toString()) + " ")
                + "./" + command;
    }

    /** An answer in JSON in which each folder of the server stands by its name alone, commands for this machine excepted. */
    String answered(String json) {
        if (!local) {
            return hidden(json);
        }
        StringBuilder answer = new StringBuilder();
        int end = 0;
        for (Matcher command = COMMAND.matcher(json); command.find(); end = command.end()) {
            answer.append(hidden(json.substring(end, command.start()))).append(command.group());
        }
        return answer.append(hidden(json.substring(end))).toString();
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
