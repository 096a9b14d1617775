package org.tumen.scenario;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problems;
import org.tumen.document.SourceFile;
import org.tumen.words.Texts;

/** Reads a scenario file and those it extends, and lays them over each other, the file last. */
final class ExtendsChain {
    static final int MOST_FILES = 16;

    private static final String EXTENDS = "extends";
    private static final List<String> NOT_INHERITED = List.of("name", "description");

    private final Path given;
    private final boolean allowOutside;
    private final Problems problems;
    private final Map<Path, Node.Mapping> chain = new LinkedHashMap<>();
    private Path folder;
    private boolean complete = true;

    ExtendsChain(Path given, boolean allowOutside, Problems problems) {
        this.given = given;
        this.allowOutside = allowOutside;
        this.problems = problems;
        this.folder = given.toAbsolutePath();
    }

    /** The files of the chain that could be read, the given one first, by their real paths. */
    List<Path> files() {
        return List.copyOf(chain.keySet());
    }

    /** False when a file of the chain could not be read. */
    boolean complete() {
        return complete;
    }

    /** The merged document, without {@code extends}; null when the given file itself cannot be read. */
    Node.@Nullable Mapping read() {
        Path real = real(given);
        if (real == null || real.getParent() == null) {
            String unreadable = SourceFile.unreadable(given);
            problems.add(new Position(given.toString(), 0), "", unreadable == null ? "no such file" : unreadable);
            return null;
        }
        folder = real.getParent();
        Path next = real;
        while (next != null) {
            Node.Mapping document = Document.read(next, name(next), problems);
            complete &= document != null;
            if (document == null) {
                break;
            }
            chain.put(next, document.without(EXTENDS));
            next = document.get(EXTENDS) == null ? null : parent(next, document);
        }
        List<Node.Mapping> documents = new ArrayList<>(chain.values());
        if (documents.isEmpty()) {
            return null;
        }
        Node.Mapping merged = documents.get(documents.size() - 1);
        for (int i = documents.size() - 2; i >= 0; i--) {
            for (String key : NOT_INHERITED) {
                merged = merged.without(key);
            }
            merged = Merger.scenario(merged, documents.get(i));
        }
        return named(merged, documents.get(0), real);
    }

    private static Node.Mapping named(Node.Mapping merged, Node.Mapping own, Path file) {
        if (own.get("name") != null) {
            return merged;
        }
        Node name = new Node.Scalar(conforming(String.valueOf(file.getFileName())), false, own.position());
        return merged.with("name", new Node.Field(own.position(), name));
    }

    /** A file's name as the name of a scenario: without its suffix, lower-case letters, digits and hyphens. */
    static String conforming(String file) {
        String base = file.replaceFirst("\\.[A-Za-z]{1,5}$", "").toLowerCase(Locale.ROOT);
        String name = base.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        name = (name.length() > 64 ? name.substring(0, 64) : name).replaceAll("-$", "");
        return name.isEmpty() ? "scenario" : name;
    }

    /** The file that a document extends, or null after noting why it cannot be read. */
    private @Nullable Path parent(Path child, Node.Mapping document) {
        Node node = document.get(EXTENDS);
        String text = document.text(EXTENDS);
        Path path = text == null || text.isBlank() ? null : sibling(child, text);
        String wrong = path == null ? "must name a scenario file, not " + (node == null ? "" : node.describe()) : null;
        Path real = null;
        if (path != null) {
            wrong = unreadable(path, String.valueOf(text));
            real = wrong == null ? real(path) : null;
        }
        if (wrong == null && real == null) {
            wrong = Texts.quoted(String.valueOf(text)) + ": no such file";
        }
        if (real != null && chain.containsKey(real)) {
            wrong = Texts.quoted(String.valueOf(text)) + " leads back to " + name(real)
                    + ": a scenario cannot extend itself";
        }
        if (wrong == null && chain.size() >= MOST_FILES) {
            wrong = "makes a chain of more than " + MOST_FILES + " files";
        }
        if (wrong != null) {
            Position position = node == null ? document.position() : node.position();
            problems.add(position, EXTENDS, wrong);
            complete = false;
            return null;
        }
        return real;
    }

    private @Nullable String unreadable(Path path, String text) {
        // Checked as written first, so that nothing is learnt about files outside; then where links lead.
        Path real = inside(path) ? real(path) : null;
        if (!inside(path) || real != null && !inside(real)) {
            return Texts.quoted(text) + " is outside of the folder of the scenario, " + Texts.visible(folder.toString())
                    + "; this is allowed only when asked for (--allow-outside)";
        }
        String unreadable = SourceFile.unreadable(path);
        return unreadable == null ? null : Texts.quoted(text) + ": " + unreadable;
    }

    private boolean inside(Path path) {
        return allowOutside || path.startsWith(folder);
    }

    private static @Nullable Path sibling(Path file, String text) {
        try {
            return file.resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    /** A file as messages name it: beside the given file as the user wrote it. */
    private String name(Path real) {
        if (chain.isEmpty()) {
            return given.toString();
        }
        return real.startsWith(folder)
                ? given.resolveSibling(folder.relativize(real)).toString()
                : real.toString();
    }
}
