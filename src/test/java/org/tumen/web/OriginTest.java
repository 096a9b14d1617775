package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.cli.Main;
import org.tumen.cli.option.ExecutionOptions;
import org.tumen.document.Json;
import org.tumen.store.StudyRecord;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A result tells which kind of study made it, and which study, while that asks the same. */
class OriginTest {
    @TempDir
    Path folder;

    private void result(String name, String command, String hash, String study) throws Exception {
        Path result = Files.createDirectories(folder.resolve("results").resolve(name));
        new StudyRecord(hash, Json.object(), command).write(result.resolve(StudyRecord.FILE));
        Files.writeString(result.resolve("study.yaml"), study);
    }

    /** The kind and the study of each result, as far as they are told. */
    private static Map<String, String> origins(Served served) throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        for (JsonNode result : served.resultsOfStudies()) {
            JsonNode madeBy = result.path("made_by");
            told.put(
                    result.path("name").asText(),
                    madeBy.path("kind").asText("-") + " " + madeBy.path("study").asText("-"));
        }
        return told;
    }

    @Test
    void everyKindOfEveryShippedStudyIsTold() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        Set<String> kinds = new TreeSet<>(Set.of("batch"));
        try (Served served = new Served(Files.createDirectory(folder.resolve("results")))) {
            for (JsonNode study : served.json(served.get("/api/studies"))) {
                String name = study.path("name").asText();
                Path file = Path.of("scenarios/studies", name + ".yaml");
                for (JsonNode asked : study.path("kinds")) {
                    StudyKind<?, ?> kind = StudyKinds.named(asked.asText()).orElseThrow();
                    String result = expected.size() + "-of-any-name";
                    String command = "tumen " + StudyKinds.command(kind) + " /elsewhere/it.yaml --details '--out=a b'";
                    String hash = Origin.hashes(file, kind).iterator().next();
                    result(result, command, hash, "# copied\n" + Files.readString(file));
                    expected.put(result, kind.name() + " " + name);
                    kinds.add(kind.name());
                }
            }
            assertThat(kinds).isEqualTo(new TreeSet<>(StudyKinds.names()));
            assertThat(origins(served)).containsAllEntriesOf(expected);
        }
    }

    @Test
    void aStudyThatIsAskedOtherwiseIsNotTheStudy() throws Exception {
        String sweep = Files.readString(Path.of("scenarios/studies/sweep-warning.yaml"));
        String command = "tumen explore sweep scenarios/studies/sweep-warning.yaml";
        Path file = Path.of("scenarios/studies/sweep-warning.yaml");
        String hash = Origin.hashes(file, StudyKinds.named("sweep").orElseThrow())
                .iterator()
                .next();
        try (Served served = new Served(Files.createDirectory(folder.resolve("results")))) {
            result("as-it-stands", command + " --threads 2 --force", hash, sweep);
            result("set", command + " --set a.b=1", hash, sweep);
            result("set-quoted", command + " '--set=a.b={type: c}'", hash, sweep);
            result("runs", command + " --runs=5", hash, sweep);
            result("since-changed", command, hash, sweep.replace("runs: 200", "runs: 201"));
            result("scenario-since-changed", command, "0".repeat(hash.length()), sweep);
            result("scenario", "tumen batch scenarios/baseline.yaml", hash, "");
            result("java", "a Java program", hash, sweep);
            assertThat(origins(served))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "as-it-stands", "sweep sweep-warning",
                            "set", "sweep -",
                            "set-quoted", "sweep -",
                            "runs", "sweep -",
                            "since-changed", "sweep -",
                            "scenario-since-changed", "sweep -",
                            "scenario", "batch -",
                            "java", "- -"));
        }
    }

    /** Files outside of its folders the server does not read, though the command did. */
    @Test
    void aStudyOfFilesOutsideIsToldApart() throws Exception {
        Path scenarios = folder.resolve("scenarios");
        Served.copy(Path.of("scenarios"), scenarios);
        Files.copy(Path.of("scenarios/baseline.yaml"), folder.resolve("baseline.yaml"));
        String sweep = Files.readString(Path.of("scenarios/studies/sweep-warning.yaml"))
                .replace("../baseline.yaml", "../../baseline.yaml");
        Files.writeString(scenarios.resolve("studies/outside.yaml"), sweep);
        String command = "tumen explore sweep scenarios/studies/outside.yaml";
        Path results = Files.createDirectory(folder.resolve("results"));
        result("with", command + " --allow-outside", "0123456789ab", sweep);
        result("without", command, "0123456789ab", sweep);
        try (Served served =
                new Served(new ServerSettings("127.0.0.1", 0, scenarios, results, 2, ServerSettings.QUERY))) {
            JsonNode told = served.resultsOfStudies();
            assertThat(told.findValuesAsText("name")).containsExactly("with", "without");
            assertThat(told.path(0).path("made_by")).hasToString("{\"kind\":\"sweep\",\"outside\":\"outside\"}");
            assertThat(told.path(1).path("made_by")).hasToString("{\"kind\":\"sweep\"}");
        }
    }

    /** Whoever asks for results does not wait for designs of hundreds of points. */
    @Test
    void thePlanningOfStudiesIsNotWaitedFor() throws Exception {
        Path file = Path.of("scenarios/studies/sweep-warning.yaml");
        String hash = Origin.hashes(file, StudyKinds.named("sweep").orElseThrow())
                .iterator()
                .next();
        try (Served served = new Served(Files.createDirectory(folder.resolve("results")))) {
            result("made", "tumen explore sweep " + file, hash, Files.readString(file));
            assertThat(served.json(served.get("/api/results?studies=true"))
                            .path(0)
                            .path("made_by"))
                    .hasToString("{\"kind\":\"sweep\",\"planning\":true}");
            assertThat(served.resultsOfStudies().path(0).path("made_by"))
                    .hasToString("{\"kind\":\"sweep\",\"study\":\"sweep-warning\"}");
        }
    }

    /** An option that is added is one or the other. */
    @Test
    void optionsOfExecutionAskTheSameQuestion() {
        Set<String> execution = new TreeSet<>();
        CommandSpec.forAnnotatedObject(new ExecutionOptions()).options().forEach(o -> execution.add(o.longestName()));
        execution.removeAll(Set.of("--runs", "--seed", "--dry-run"));
        assertThat(Origin.SAME_QUESTION).containsAll(execution);
        Set<String> known = new TreeSet<>();
        for (StudyKind<?, ?> kind : StudyKinds.all()) {
            CommandLine line = Main.everything();
            for (String word : StudyKinds.command(kind).split(" ")) {
                line = line.getSubcommands().get(word);
            }
            line.getCommandSpec().options().forEach(option -> known.add(option.longestName()));
        }
        assertThat(known).containsAll(Origin.SAME_QUESTION);
    }
}
