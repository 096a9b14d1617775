package org.tumen.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tumen.document.Json;
import org.tumen.words.ShellWords;

/**
 * Takes out of answers where on this machine the folders lie. What is for a shell alone says it, for it would be wrong without,
 * and only to those who are at this machine.
 */
final class Places {
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
    ForShell here(String command) {
        Path usual = Path.of("results").toAbsolutePath().normalize();
        String before = OUT.matcher(command).find()
                        || results.toAbsolutePath().normalize().equals(usual)
                ? ""
                : "TUMEN_RESULTS=" + ShellWords.quote(results.toString()) + " ";
        return new ForShell(before + "./" + command);
    }

    /** A command or a path that is to be right in a shell of this machine. */
    static final class ForShell extends TextNode {
        private static final long serialVersionUID = 1;

        ForShell(String text) {
            super(text);
        }
    }

    /** An answer in which each folder of the server stands by its name alone, but in what is for a shell of this machine. */
    JsonNode answered(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            ObjectNode answered = Json.object();
            object.properties().forEach(e -> answered.set(e.getKey(), answered(e.getValue())));
            return answered;
        }
        if (answer instanceof ArrayNode array) {
            ArrayNode answered = Json.array();
            array.forEach(each -> answered.add(answered(each)));
            return answered;
        }
        return !answer.isTextual() || local && answer instanceof ForShell
                ? answer
                : TextNode.valueOf(hidden(answer.textValue()));
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
