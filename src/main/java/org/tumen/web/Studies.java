package org.tumen.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Resolved;
import org.tumen.document.Document;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.file.AtomicFiles;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.StudyReader;
import org.tumen.words.Failures;
import org.tumen.words.Texts;

/**
 * The study files beside the scenarios: read as documents that a form can show, checked as on the command line, and saved.
 * Names from requests are compared with those of the files, or, where a new one is saved, are words without a place.
 */
final class Studies implements AutoCloseable {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";
    static final ScenarioReader.Options OPTIONS = new ScenarioReader.Options(List.of(), false);
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    /** What the names of files begin with that are there while they are checked. */
    private static final String CHECKED = ".check-";

    private static final System.Logger LOG = System.getLogger("org.tumen.web");

    private final Path scenarios;
    private final Path folder;
    private final Map<Origin.Asked, Set<String>> planned = new ConcurrentHashMap<>();
    private final Set<Origin.Asked> planning = ConcurrentHashMap.newKeySet();

    /** A design of hundreds of points takes a second to plan, and nobody who asks for results waits for it. */
    private final ExecutorService planner = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "planner");
        thread.setDaemon(true);
        return thread;
    });

    /** @param scenarios the folder of scenarios, which studies lie in a folder of */
    Studies(Path scenarios) {
        this.scenarios = scenarios;
        folder = scenarios.resolve("studies");
    }

    private Map<String, Path> files() {
        return Scenarios.files(folder, "studies");
    }

    Path file(String name) {
        Map<String, Path> files = files();
        Path file = files.get(name);
        if (file == null) {
            throw RequestRefusedException.none("study", name, files.keySet());
        }
        return file;
    }

    ArrayNode list() {
        ArrayNode array = Json.array();
        files().forEach((name, file) -> {
            Node.Mapping document = Document.read(file, "", new Problems());
            ObjectNode node = array.addObject().put("name", name);
            node.set("file", new Places.ForShell(file.toString()));
            ArrayNode kinds = node.putArray("kinds");
            if (document != null) {
                StudyKinds.of(document).forEach(kind -> kinds.add(kind.name()));
                String question = document.text("description");
                node.put("question", question == null ? "" : question.strip());
                node.set("document", Resolved.node(document));
            }
            if (kinds.isEmpty()) {
                ArrayNode list = node.putArray("problems");
                StudyReader.check(file, OPTIONS).problems().forEach(problem -> list.add(Scenarios.told(problem)));
            }
        });
        return array;
    }

    /** Tells which of them, as they stand, made a result. */
    Origin origin() {
        return new Origin(this);
    }

    /**
     * The hashes that a study as it stands would be kept under; empty while that is being found out.
     *
     * @see Origin#hashes
     */
    Optional<Set<String>> planned(Origin.Asked asked, String study, StudyKind<?, ?> kind) {
        Set<String> known = planned.get(asked);
        if (known == null && planning.add(asked)) {
            Path file = file(study);
            planner.execute(() -> plan(asked, file, kind));
        }
        return Optional.ofNullable(known);
    }

    private void plan(Origin.Asked asked, Path file, StudyKind<?, ?> kind) {
        Set<String> hashes = Set.of();
        try {
            hashes = Origin.hashes(file, kind);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.log(System.Logger.Level.DEBUG, "a study could not be planned", e);
        }
        // What has changed meanwhile is another question, and asked anew.
        if (document(file).filter(asked.document()::equals).isPresent()
                && Scenarios.states(asked.scenarios().keySet()).equals(asked.scenarios())) {
            planned.put(asked, hashes);
        }
        planning.remove(asked);
    }

    /** Drops what was planned of other scenarios than there are. */
    void forget(Map<Path, Scenarios.FileState> scenarios) {
        planned.keySet().removeIf(asked -> !asked.scenarios().equals(scenarios));
    }

    @Override
    public void close() {
        planner.shutdownNow();
    }

    /** What each study says, by its name. */
    Map<String, JsonNode> documents() {
        Map<String, JsonNode> documents = new TreeMap<>();
        files().forEach((name, file) -> {
            if (!StudyReader.kinds(file).isEmpty()) {
                document(file).ifPresent(document -> documents.put(name, document));
            }
        });
        return documents;
    }

    /**
     * The state of the files that studies may name as scenarios.
     *
     * @param studies the names of those in the folder of studies that are none
     */
    Map<Path, Scenarios.FileState> scenarios(Set<String> studies) {
        Map<String, Path> all = files();
        Set<Path> others = studies.stream().map(all::get).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(scenarios, 2)) {
            return Scenarios.states(files.filter(Files::isRegularFile)
                    .filter(file -> !others.contains(file))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith(CHECKED))
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            throw new RequestRefusedException(500, "the folder of scenarios cannot be listed");
        }
    }

    /** What a study says, whatever its comments and spaces; empty where there is none that can be read. */
    static Optional<JsonNode> document(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.ofNullable(Document.read(file, "", new Problems())).map(Resolved::node)
                : Optional.empty();
    }

    /** The kinds with what their forms are made of, and the folder of their studies. */
    ArrayNode kinds(Places places) {
        ArrayNode array = Json.array();
        for (StudyKind<?, ?> kind : StudyKinds.all()) {
            ObjectNode node = array.addObject().put("name", kind.name()).put("description", kind.description());
            node.set("command", places.here("tumen " + StudyKinds.command(kind)));
            node.set("folder", new Places.ForShell(folder + "/"));
            node.set("schema", StudyReader.schema(kind));
        }
        return array;
    }

    private static String yaml(@Nullable JsonNode document) {
        if (document == null) {
            throw RequestRefusedException.bad("document is missing");
        }
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** What is wrong with a study that is not saved yet, in the words of the command line. */
    ObjectNode check(Requests.Draft draft) {
        String text = yaml(draft.document());
        // It names its scenarios relative to where it will lie.
        Path file = folder.resolve(CHECKED + UUID.randomUUID() + ".yaml");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text);
            ObjectNode answer = Json.object().put("yaml", text);
            List<Problem> problems = StudyReader.check(file, OPTIONS).problems();
            ArrayNode list = answer.putArray("problems");
            problems.forEach(p -> list.addObject().put("path", p.path()).put("message", p.message()));
            return answer.put("valid", problems.isEmpty());
        } catch (IOException e) {
            throw new RequestRefusedException(409, "the folder of studies cannot be written to: " + Failures.reason(e));
        } finally {
            remove(file);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Its name begins with a dot, so nothing lists it.
            return;
        }
    }

    /** Saves a study under a name that no file has yet, or that of a file with the same content. */
    synchronized ObjectNode save(Requests.Draft draft) {
        String name = Requests.need(draft.name(), "name");
        if (!name.matches(NAME)) {
            throw RequestRefusedException.bad(
                    "name must be up to 64 lower-case letters, digits and hyphens, the first no hyphen, not "
                            + Texts.quoted(name));
        }
        ObjectNode checked = check(draft);
        if (!checked.path("valid").asBoolean()) {
            throw new RequestRefusedException(422, "the study is not valid", problems(checked));
        }
        byte[] text = checked.path("yaml").asText().getBytes(StandardCharsets.UTF_8);
        Path file = files().getOrDefault(name, folder.resolve(name + ".yaml"));
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        || !same(file, checked.path("yaml").asText())) {
                    throw new RequestRefusedException(409, "there is another study of that name; choose another name");
                }
            } else {
                AtomicFiles.writeUnsynced(
                        file, out -> out.write(text), beside -> AtomicFiles.place(beside, file, false));
            }
        } catch (IOException e) {
            throw new RequestRefusedException(409, "the folder of studies cannot be written to: " + Failures.reason(e));
        }
        ObjectNode saved = Json.object().put("name", name);
        saved.set("file", new Places.ForShell(file.toString()));
        return saved;
    }

    private static boolean same(Path file, String yaml) {
        Node.Mapping now = Document.parse(yaml, "", new Problems());
        return now != null && document(file).filter(Resolved.node(now)::equals).isPresent();
    }

    private static List<String> problems(ObjectNode checked) {
        return Stream.iterate(0, i -> i < checked.path("problems").size(), i -> i + 1)
                .map(i -> checked.path("problems").path(i))
                .map(p -> new Problem(
                                "",
                                0,
                                p.path("path").asText(),
                                p.path("message").asText())
                        .inFile())
                .toList();
    }
}
