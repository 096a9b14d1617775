package org.tumen.study.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Json;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.StudyReader;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;

/** Batches as studies of a kind. */
class BatchKindTest {
    private static final ScenarioReader.Options OUTSIDE = new ScenarioReader.Options(List.of(), true);

    @TempDir
    private Path root;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws Exception {
        scenario = root.resolve("short.yaml");
        Files.writeString(
                scenario,
                "extends: " + Path.of("scenarios/reference.yaml").toAbsolutePath()
                        + "\nname: short\nweeks: 30\nbatch: {runs: 7, seed: 3}\n");
    }

    private Path study(String text) throws Exception {
        Path file = root.resolve("study.yaml");
        Files.writeString(file, text);
        return file;
    }

    private static StudySession session(PrintWriter out) {
        return new StudySession(
                ExecutionSettings.standard(),
                new Cancellation(),
                RunListener.NONE,
                out,
                new PrintWriter(new StringWriter()),
                "a test",
                false,
                false);
    }

    @Test
    void aScenarioIsNoStudyThoughItHasAKeyOfThatName() throws Exception {
        assertThat(StudyReader.isStudy(scenario)).isFalse();
        assertThat(StudyReader.kinds(study("scenario: short.yaml\nbatch: {}\n")))
                .singleElement()
                .isInstanceOf(BatchKind.class);
    }

    @Test
    void everyProblemIsToldWithItsLine() throws Exception {
        Path file = study("scenario: short.yaml\nlevers: {weeks: [1, 2]}\nbatch:\n  replicates: 2\n  runz: 3\n");
        assertThat(StudyReader.check(file, OUTSIDE).problems().stream().map(Object::toString))
                .anyMatch(p -> p.contains(":2: levers: is nothing that a study of the kind batch uses"))
                .anyMatch(p -> p.contains(":5: batch.runz"))
                .anyMatch(p -> p.contains(":4: batch.replicates: nothing is uncertain in short"));
    }

    @Test
    void worldsAreBatchesOfTheirOwn() throws Exception {
        Path file = study("""
                name: two
                description: Does a dialogue calm?
                scenario: short.yaml
                runs: 5
                seed: 9
                worlds:
                  as_is: {}
                  no_warner: {set: {actors.japan.policy.type: silent}}
                batch: {}
                """);
        StringWriter out = new StringWriter();
        new BatchKind().run(new StudyRequest(file, OUTSIDE, root.resolve("out")), session(new PrintWriter(out)));
        List<Path> folders;
        try (Stream<Path> listed = Files.list(root.resolve("out"))) {
            folders = listed.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(folders).hasSize(2);
        assertThat(folders.get(0).getFileName().toString()).startsWith("as-is-");
        assertThat(root.resolve("out/scenarios.png")).exists();
        JsonNode findings = json(folders.get(0));
        assertThat(findings.path("kind").asText()).isEqualTo("batch");
        assertThat(findings.path("question").asText()).isEqualTo("Does a dialogue calm?");
        assertThat(findings.path("facts").asText())
                .startsWith("5 runs of 30 weeks from 1 September 2023, seed 9, model version 2.");
        assertThat(out.toString()).contains("as-is: 5 runs of 30 weeks", "no-warner: 5 runs of 30 weeks");
    }

    @Test
    void singleRunsAreRunsOfTheBatch() throws Exception {
        BatchKind.Plan plan = BatchKind.of(List.of(scenario), OUTSIDE, null);
        for (int runs : new int[] {1, 3, 7}) {
            Path folder = root.resolve("of-" + runs);
            StringWriter out = new StringWriter();
            StudySession session = session(new PrintWriter(out));
            new BatchStudy(
                            plan,
                            folder,
                            session.with(ExecutionSettings.standard().with((long) runs, null)))
                    .run();
            List<String> series =
                    chart(json(folder), "stability").path("series").findValuesAsText("name");
            assertThat(series.stream().filter("single run"::equals)).hasSize(Math.min(5, runs));
            assertThat(out.toString()).contains(runs + (runs == 1 ? " run of" : " runs of"), "Outcome table digest");
        }
        assertThat(json(root.resolve("of-1")).path("answer").get(1).asText())
                .startsWith("Mean stability is")
                .endsWith("in the one run there is.");
        assertThat(json(root.resolve("of-7")).path("answer").get(1).asText()).contains("; all 7 runs lie between ");
    }

    @Test
    void replicatesNeedSomethingUncertain() {
        assertThatThrownBy(() -> BatchKind.of(List.of(scenario), OUTSIDE, 4))
                .hasMessageContaining("nothing is uncertain");
        assertThatThrownBy(() -> BatchKind.of(List.of(root.resolve("none.yaml")), OUTSIDE, null))
                .isInstanceOf(InvalidInputException.class);
    }

    private static JsonNode json(Path folder) throws Exception {
        return Json.MAPPER.readTree(folder.resolve("findings.json").toFile());
    }

    private static JsonNode chart(JsonNode findings, String name) {
        return findings.findValues("charts").stream()
                .flatMap(charts -> StreamSupport.stream(charts.spliterator(), false))
                .filter(chart -> chart.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
