package org.tumen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What tests look at in the folder of a result. */
final class ResultFolderFacts {
    private static final Pattern DIGEST = Pattern.compile("[Dd]igest (?:of this share )?([0-9a-f]{64})");

    private ResultFolderFacts() {}

    /** The finished parts: the file key and time of each receipt, which change when a part is written again. */
    static TreeMap<String, String> parts(Path folder) throws IOException {
        TreeMap<String, String> parts = new TreeMap<>();
        Path runs = folder.resolve("runs");
        if (Files.isDirectory(runs)) {
            try (Stream<Path> files = Files.list(runs)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".json")).toList()) {
                    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                    parts.put(file.getFileName().toString(), facts.fileKey() + " " + facts.lastModifiedTime());
                }
            }
        }
        return parts;
    }

    /** When the last part was finished. */
    static Instant lastPart(Path folder) throws IOException {
        Instant last = Instant.MIN;
        for (String part : parts(folder).keySet()) {
            Instant finished = Files.getLastModifiedTime(folder.resolve("runs").resolve(part))
                    .toInstant();
            last = finished.isAfter(last) ? finished : last;
        }
        return last;
    }

    /** The digest that a command printed. */
    static String digest(String printed) {
        Matcher m = DIGEST.matcher(printed);
        if (!m.find()) {
            throw new AssertionError("no digest in: " + printed);
        }
        return m.group(1);
    }
}
