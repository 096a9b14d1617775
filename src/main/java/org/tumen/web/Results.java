package org.tumen.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.findings.FindingsJson;
import org.tumen.report.ReportPage;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultReader;
import org.tumen.store.StudyRecord;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.store.query.QueryLimits;
import org.tumen.store.query.QueryProcessException;
import org.tumen.store.query.QueryProcesses;
import org.tumen.store.verify.ResultVerifier;
import org.tumen.study.StudyKinds;
import org.tumen.words.Failures;

/**
 * The result folders. As with scenarios, names from a request are compared with what is found, never made into paths;
 * symbolic links and hidden files are left out.
 */
final class Results implements AutoCloseable {
    private static final int MAX_QUERIES = 2;
    private static final String MANIFEST = "manifest.json";
    private static final Set<String> DESCRIBED = Set.of("kind", "question", "answer");
    private final Path root;
    private final QueryLimits limits;
    private final Places places;
    private final QueryProcesses processes = new QueryProcesses(true);
    private final Semaphore queries = new Semaphore(MAX_QUERIES);

    Results(Path root, QueryLimits limits, Places places) {
        this.root = root;
        this.limits = limits;
        this.places = places;
    }

    private Map<String, Path> folders() {
        Map<String, Path> folders = new TreeMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> listed = Files.list(root)) {
                listed.filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                        .filter(f -> Files.isRegularFile(f.resolve(MANIFEST))
                                || Files.isRegularFile(f.resolve(ReportPage.FILE))
                                || begun(f))
                        .forEach(f -> folders.put(String.valueOf(f.getFileName()), f));
            } catch (IOException | UncheckedIOException e) {
                throw new RequestRefusedException(500, "the folder of results cannot be listed");
            }
        }
        return folders;
    }

    /** Whether evaluations of a search or a calibration lie there, which have no manifest while they are made. */
    private static boolean begun(Path folder) {
        return StudyRecord.PLACES.stream()
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private Path folder(String name) {
        Map<String, Path> folders = folders();
        Path folder = folders.get(name);
        if (folder == null) {
            throw RequestRefusedException.none("result", name, folders.keySet());
        }
        return folder;
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String name : Inside.all(folder)) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !name.startsWith(".") && !name.contains("/.")) {
                files.put(name, file);
            }
        }
        return files;
    }

    /** @param origin tells of which study each is; null where that is not asked */
    ArrayNode list(@Nullable Origin origin) {
        ArrayNode array = Json.array();
        folders().forEach((name, folder) -> {
            ObjectNode node = array.addObject();
            node.put("name", name);
            node.put("modified", modified(folder));
            describe(folder, node);
            String hash = Files.isRegularFile(folder.resolve(MANIFEST)) ? runs(folder, node) : "";
            // The report is made last of all.
            boolean unfinished = begun(folder) && !Files.isRegularFile(folder.resolve(ReportPage.FILE));
            if (unfinished) {
                node.put("finished", false);
            }
            Optional<StudyRecord> study = StudyRecord.of(folder);
            if (study.isPresent()) {
                hash = study.get().fingerprint();
                if (unfinished || !node.has("command")) {
                    node.put("command", study.get().command());
                }
            }
            String command = node.path("command").asText();
            madeBy(folder, command, hash, origin, node);
            if (command.startsWith("tumen ")) {
                node.set("command", places.here(command));
            }
            ArrayNode files = node.putArray("files");
            try {
                files(folder).keySet().forEach(files::add);
            } catch (IOException e) {
                // One of many: the others are listed all the same.
                node.put("problem", "the result cannot be listed: " + Failures.reason(e));
            }
        });
        return array;
    }

    private static void madeBy(Path folder, String command, String hash, @Nullable Origin origin, ObjectNode node) {
        StudyKinds.ofCommand(command).ifPresent(kind -> {
            ObjectNode madeBy = node.putObject("made_by").put("kind", kind.name());
            if (origin != null) {
                origin.tell(madeBy, folder, command, kind, hash);
            }
        });
    }

    /** Describes what was simulated, and returns the hash of it; of a calibration no runs are kept. */
    private static String runs(Path folder, ObjectNode node) {
        try (ResultReader reader = ResultReader.open(folder)) {
            node.put("finished", reader.finished());
            node.put("command", reader.command());
            node.put("seed", reader.identity().seed());
            node.put("weeks", reader.identity().weeks());
            ArrayNode arms = node.putArray("arms");
            long runs = 0;
            for (var arm : reader.identity().arms()) {
                arms.add(arm.name());
                runs += reader.completed(arm.name());
            }
            node.put("runs", runs);
            return reader.identity().hash();
        } catch (StoreException e) {
            node.put("problem", withoutFolder(e, folder));
            return "";
        }
    }

    private static String modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        } catch (IOException e) {
            return Instant.EPOCH.toString();
        }
    }

    /** What a study asked and found, where it says so. */
    private static void describe(Path folder, ObjectNode node) {
        Path findings = folder.resolve(FindingsJson.FILE);
        if (!Files.isRegularFile(findings, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (JsonParser parser = Json.MAPPER.createParser(findings.toFile())) {
            parser.nextToken();
            // They stand before the sections, which may be long and are not read.
            for (int left = DESCRIBED.size(); left > 0 && parser.nextToken() == JsonToken.FIELD_NAME; ) {
                String key = parser.currentName();
                parser.nextToken();
                if (DESCRIBED.contains(key)) {
                    node.set(key, parser.readValueAsTree());
                    left--;
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            node.put("problem", "its findings cannot be read");
        }
    }

    /** Deletes a result, all of it. */
    void delete(String name) {
        Path folder = folder(name);
        try (FolderLock alone = FolderLock.hold(folder);
                Stream<Path> walked = Files.walk(folder)) {
            for (Path each : walked.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (StoreException e) {
            throw new RequestRefusedException(409, "the result cannot be deleted: " + withoutFolder(e, folder));
        } catch (IOException | UncheckedIOException e) {
            throw new RequestRefusedException(409, "the result cannot be deleted: another program may be using it");
        }
    }

    Path file(String result, String name) {
        Path file;
        try {
            file = files(folder(result)).get(name);
        } catch (IOException e) {
            throw new RequestRefusedException(409, "the result cannot be listed: " + Failures.reason(e));
        }
        if (file == null) {
            throw new RequestRefusedException(404, "the result has no such file");
        }
        try {
            ResultVerifier.requireSound(folder(result), name);
        } catch (StoreException e) {
            throw new RequestRefusedException(409, withoutFolder(e, folder(result)));
        }
        return file;
    }

    /** Has a process ready for a query. */
    void prepare() {
        try {
            processes.prepare();
        } catch (StoreException e) {
            // Whoever asks is told.
            return;
        }
    }

    /** The answer to a query as a JSON object; the query runs in a process of its own. */
    String query(Requests.Question question) {
        String name = Requests.need(question.result(), "result");
        String sql = Requests.need(question.sql(), "sql");
        Path folder = folder(name);
        if (!queries.tryAcquire()) {
            throw new RequestRefusedException(429, "there are " + MAX_QUERIES + " queries running; wait for one");
        }
        try {
            return processes.ask(folder, sql, limits);
        } catch (QueryProcessException e) {
            throw new RequestRefusedException(500, String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            throw RequestRefusedException.bad(withoutFolder(e, folder));
        } finally {
            queries.release();
        }
    }

    /** What is said of a result, without where it lies. */
    static String withoutFolder(StoreException e, Path folder) {
        return String.valueOf(e.getMessage())
                .replace(folder.toAbsolutePath().toString(), "the result")
                .replace(folder.toString(), "the result");
    }

    @Override
    public void close() {
        processes.close();
    }
}
