package org.tumen.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.DerivedFiles;

/**
 * What the report of an exploration says: sections of sentences, tables and pictures. Kept in the result folder as {@code
 * report.json}, from which {@link ExpositionPage} makes the page, again whenever it is wanted.
 */
public final class Exposition {
    /** Where it lies in a result folder. */
    public static final Path FILE = Path.of("report.json");

    private final ObjectNode root;

    private Exposition(ObjectNode root) {
        this.root = root;
    }

    /**
     * One without sections.
     *
     * @param kind what was done, such as {@code Tumen sweep}
     * @param title the name of the study
     * @param question the question that it asks; may be empty
     * @param facts how much was simulated
     */
    public static Exposition of(String kind, String title, String question, String facts) {
        ObjectNode root = Json.object();
        root.put("kind", kind).put("title", title).put("question", question).put("facts", facts);
        root.putArray("sections");
        return new Exposition(root);
    }

    /** The one of a result folder, or null when the folder is none of an exploration. */
    public static @Nullable Exposition read(Path folder) {
        return new DerivedFiles(folder).read(FILE).map(Exposition::ofJson).orElse(null);
    }

    private static Exposition ofJson(byte[] json) {
        try {
            if (Json.MAPPER.readTree(json) instanceof ObjectNode found
                    && found.path("sections").isArray()) {
                return new Exposition(found);
            }
            throw new IllegalArgumentException(FILE + " is not the content of a report");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(FILE + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** Begins a section. */
    public Exposition section(String title) {
        ObjectNode section = sections().addObject();
        section.put("title", title).putArray("blocks");
        return this;
    }

    /** Adds a paragraph. */
    public Exposition text(String text) {
        block().put("text", text);
        return this;
    }

    /** Adds a command. */
    public Exposition command(String command) {
        block().put("command", command);
        return this;
    }

    /**
     * Adds a table that sorts by every column.
     *
     * @param caption how to read it
     * @param rows the head, then the rows; a column whose cells all begin with a number sorts by it
     */
    public Exposition table(String caption, List<List<String>> rows) {
        ObjectNode block = block().put("caption", caption);
        ArrayNode table = block.putArray("table");
        rows.forEach(row -> row.forEach(table.addArray()::add));
        return this;
    }

    /**
     * Adds a picture of the folder {@code plots}.
     *
     * @param name its file without ending
     * @param title what it shows, for those who cannot see it too
     */
    public Exposition picture(String name, String title) {
        block().put("picture", name).put("title", title);
        return this;
    }

    private ArrayNode sections() {
        return (ArrayNode) root.path("sections");
    }

    private ObjectNode block() {
        ArrayNode sections = sections();
        if (sections.isEmpty()) {
            throw new IllegalStateException("a block needs a section");
        }
        JsonNode blocks = sections.get(sections.size() - 1).path("blocks");
        return ((ArrayNode) blocks).addObject();
    }

    JsonNode root() {
        return root;
    }

    /** Its bytes in the folder. */
    public byte[] bytes() {
        try {
            return (Json.MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }
}
