package org.tumen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What experiments of every kind have committed below a folder: parts of runs, points of a search, generations of a
 * calibration; and what was made of them in the end.
 */
final class StoredWork {
    /** Files whose presence says that a piece of work is finished. */
    private static final Pattern COMMITTED =
            Pattern.compile("(.*/)?(runs|search|generations)/(part|generation)-[^.]*\\.json");

    /** Files that hold times, processes and commands, or whose names depend on where work was cut. */
    private static final Pattern NO_RESULT = Pattern.compile(
            "(.*/)?(lock|SHA256SUMS|manifest\\.json|(search/)?study\\.json|ro-crate-metadata\\.json|report\\.(html|json)|(runs|weekly|events|parameters|search)/.*)");

    private static final JsonMapper JSON = new JsonMapper();

    private StoredWork() {}

    private static List<Path> files(Path folder, Pattern pattern, boolean matching) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> matching
                            == pattern.matcher(folder.relativize(f).toString()).matches())
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (UncheckedIOException e) {
            // A file was renamed while the folder was listed.
            return files(folder, pattern, matching);
        }
    }

    /** Whether any piece of work is finished. */
    static boolean any(Path folder) throws IOException {
        return !files(folder, COMMITTED, true).isEmpty();
    }

    /** The finished pieces by name: identity, time and checksum of each of their files, those beside a receipt too. */
    static TreeMap<String, String> committed(Path folder) throws IOException {
        TreeMap<String, String> committed = new TreeMap<>();
        for (Path file : files(folder, COMMITTED, true)) {
            Path kind = file.getParent();
            String stem = file.getFileName().toString().replaceFirst("\\.json$", "");
            for (Path part : List.of(
                    file,
                    kind.resolve(stem + ".parquet"),
                    kind.resolveSibling("weekly").resolve(stem + ".parquet"))) {
                if (Files.exists(part)) {
                    committed.put(folder.relativize(part).toString(), facts(part));
                }
            }
        }
        return committed;
    }

    private static String facts(Path file) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        return facts.fileKey() + " " + facts.lastModifiedTime() + " " + checksum(file);
    }

    private static String checksum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(Files.readAllBytes(file));
        return Files.size(file) + " bytes " + Long.toHexString(sum.getValue());
    }

    /** How often each unit of work was done: runs of an arm, and evaluations of a point. */
    static TreeMap<String, Long> done(Path folder) throws IOException {
        TreeMap<String, Long> done = new TreeMap<>();
        for (Path file : files(folder, COMMITTED, true)) {
            JsonNode work = JSON.readTree(file.toFile());
            // A receipt is of one part, or of several that share their files.
            for (JsonNode part : work.has("arm") ? List.of(work) : work.path("parts")) {
                done.merge(
                        "runs of " + part.path("arm").asText(),
                        part.path("to").asLong() - part.path("from").asLong(),
                        Long::sum);
            }
            work.path("points").forEach(p -> done.merge("point " + p.path("levers"), 1L, Long::sum));
        }
        return done;
    }

    /** The checksum of each file of the result, those left out that hold times or commands. */
    static TreeMap<String, String> result(Path folder) throws IOException {
        TreeMap<String, String> result = new TreeMap<>();
        for (Path file : files(folder, NO_RESULT, false)) {
            result.put(folder.relativize(file).toString(), checksum(file));
        }
        return result;
    }
}
