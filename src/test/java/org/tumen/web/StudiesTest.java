package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.cli.Main;
import org.tumen.document.Json;
import org.tumen.store.EvaluationStore;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultReader;
import org.tumen.store.StudyRecord;
import org.tumen.study.StudyKinds;

/** Studies of every kind through the page: read, checked, saved and run as on the command line. */
class StudiesTest {
    @TempDir
    static Path folder;

    private static Path scenarios;
    private static Served served;

    @BeforeAll
    static void start() throws Exception {
        scenarios = folder.resolve("scenarios");
        Served.copy(Path.of("scenarios"), scenarios);
        Path results = Files.createDirectory(folder.resolve("results"));
        served = new Served(new ServerSettings("127.0.0.1", 0, scenarios, results, 2, ServerSettings.QUERY));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static JsonNode studies() throws Exception {
        return served.json(served.get("/api/studies"));
    }

    private static JsonNode study(String name) throws Exception {
        for (JsonNode study : studies()) {
            if (study.path("name").asText().equals(name)) {
                return study;
            }
        }
        throw new AssertionError("no study " + name);
    }

    /** Where {@code init} puts it unless told otherwise; the page's studies lie in a folder of their own. */
    @Test
    void aStudyBesideTheScenariosIsCalledOne() throws Exception {
        Path beside = Files.writeString(
                scenarios.resolve("question.yaml"), "scenario: baseline.yaml\narms:\n  b: {set: {weeks: 20}}\n");
        try {
            JsonNode listed = served.json(served.get("/api/scenarios"));
            assertThat(listed)
                    .filteredOn(scenario -> scenario.path("name").asText().equals("question"))
                    .singleElement()
                    .satisfies(scenario ->
                            assertThat(scenario.path("description").asText()).contains("is a study", "folder studies"));
        } finally {
            Files.delete(beside);
        }
    }

    /** Whatever its file is called, as long as it is one of documents; two that differ in their suffix are both listed. */
    @Test
    void everyFileOfAStudyIsListed() throws Exception {
        Path studies = scenarios.resolve("studies");
        String text =
                "description: Mine\nscenario: ../baseline.yaml\narms:\n  a: {}\n  b: {set: {actors.japan.policy.assertiveness: 0.2}}\n";
        List<String> files = List.of("other.yml", "My study_2.yaml", "sweep-warning.yml", "Ωmega.YAML");
        try {
            for (String file : files) {
                Files.writeString(studies.resolve(file), text);
            }
            for (String name : List.of("other", "My study_2", "sweep-warning.yml", "Ωmega")) {
                JsonNode study = study(name);
                assertThat(study.path("question").asText()).as(name).isEqualTo("Mine");
                assertThat(study.path("kinds")).as(name).hasToString("[\"compare\"]");
            }
            assertThat(study("sweep-warning").path("kinds")).hasToString("[\"sweep\"]");
            // A name that a file has, whatever its suffix, is taken.
            ObjectNode other = ((ObjectNode) study("other").path("document")).put("description", "Another");
            ObjectNode body = Served.JSON.createObjectNode().put("name", "other");
            body.set("document", other);
            assertThat(served.send("POST", "/api/studies", body.toString()).statusCode())
                    .isEqualTo(409);
        } finally {
            for (String file : files) {
                Files.delete(studies.resolve(file));
            }
        }
    }

    private static JsonNode post(String path, String name, JsonNode document) throws Exception {
        ObjectNode body = Served.JSON.createObjectNode().put("name", name);
        body.set("document", document);
        return served.json(served.send("POST", path, body.toString()));
    }

    @Test
    void everyKindHasAFormAndAShippedStudy() throws Exception {
        List<String> kinds = new ArrayList<>();
        for (JsonNode kind : served.json(served.get("/api/kinds"))) {
            kinds.add(kind.path("name").asText());
            assertThat(kind.at("/schema/properties/scenario").isObject()).isTrue();
            assertThat(kind.path("description").asText()).isNotBlank();
        }
        assertThat(kinds).containsExactlyElementsOf(StudyKinds.names());
        List<String> asked = new ArrayList<>();
        for (JsonNode study : studies()) {
            study.path("kinds").forEach(kind -> asked.add(kind.asText()));
            assertThat(study.path("question").asText())
                    .as(study.path("name").asText())
                    .isNotBlank();
        }
        // A batch is asked of a scenario as it is.
        kinds.remove("batch");
        assertThat(asked).containsAll(kinds);
    }

    /** A form that changes nothing leaves the study as it was: its document goes through JSON and YAML and is valid. */
    @Test
    void everyShippedStudySurvivesItsForm() throws Exception {
        int checked = 0;
        for (JsonNode study : studies()) {
            JsonNode answer = post("/api/studies/check", "", study.path("document"));
            assertThat(answer.path("problems")).as(study.path("name").asText()).isEmpty();
            checked++;
        }
        assertThat(checked).isGreaterThan(10);
        assertThat(hidden()).isEmpty();
    }

    private static List<Path> hidden() throws Exception {
        try (Stream<Path> files = Files.list(scenarios.resolve("studies"))) {
            return files.filter(f -> f.getFileName().toString().startsWith(".")).toList();
        }
    }

    @Test
    void mistakesAreToldAsByTheCommandLine() throws Exception {
        ObjectNode document = study("search-warning").path("document").deepCopy();
        document.put("runz", 3).withObject("/search").put("population", 7);
        JsonNode problems = post("/api/studies/check", "", document).path("problems");
        Path file = scenarios.resolve("studies/mistaken.yaml");
        Files.writeString(
                file, post("/api/studies/check", "", document).path("yaml").asText());
        StringWriter out = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(out), "validate", file.toString());
        Files.delete(file);
        assertThat(status).isEqualTo(Main.BAD_INPUT);
        assertThat(problems).hasSize(2);
        for (JsonNode problem : problems) {
            assertThat(out.toString())
                    .contains(problem.path("path").asText() + ": "
                            + problem.path("message").asText());
        }
    }

    @Test
    void aStudyIsSavedOnceAndRunIntoAResult() throws Exception {
        ObjectNode document = study("sweep-warning").path("document").deepCopy();
        document.put("runs", 10).put("name", "small");
        assertThat(post("/api/studies", "sweep-warning", document).path("error").asText())
                .contains("another study");
        // A path that is right where the server was started, as those of what is listed.
        String file = folder.resolve("scenarios/studies/small.yaml").toString();
        assertThat(post("/api/studies", "small", document).path("file").asText())
                .isEqualTo(file);
        assertThat(study("small").path("file").asText()).isEqualTo(file);
        // The same again is no other study.
        assertThat(post("/api/studies", "small", document).has("error")).isFalse();

        HttpResponse<String> other = served.send("POST", "/api/jobs", "{\"study\":\"small\",\"kind\":\"game\"}");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(served.json(other).path("error").asText()).isEqualTo("small is a study of sweep, not of game");
        JsonNode begun = served.json(served.send("POST", "/api/jobs", "{\"study\":\"small\",\"kind\":\"sweep\"}"));
        assertThat(served.send("POST", "/api/jobs", "{\"study\":\"small\",\"kind\":\"sweep\"}")
                        .statusCode())
                .isEqualTo(429);
        JsonNode ended = ended(begun.path("id").asText());
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("runs").asInt()).isEqualTo(35 * 10);
        String name = ended.path("result").asText();
        assertThat(ended.path("command").asText())
                .isEqualTo("./tumen explore sweep " + folder.resolve("scenarios/studies/small.yaml") + " --out "
                        + folder.resolve("results/" + name));
        try (ResultReader reader = ResultReader.open(folder.resolve("results/" + name))) {
            assertThat("./" + reader.command()).isEqualTo(ended.path("command").asText());
        }
        long runs = ended.path("runs").asLong();
        assertThat(runs).isPositive().isEqualTo(ended.path("kept").asLong());
        JsonNode again = ended(served.json(served.send("POST", "/api/jobs", "{\"study\":\"small\",\"kind\":\"sweep\"}"))
                .path("id")
                .asText());
        assertThat(again.path("runs").asLong()).isZero();
        assertThat(again.path("kept").asLong()).isEqualTo(runs);
        JsonNode result = result(name);
        assertThat(result.path("kind").asText()).isEqualTo("sweep");
        assertThat(result.path("question").asText()).startsWith("How firmly should Japan speak");
        assertThat(result.path("answer")).isNotEmpty();
        assertThat(result.path("made_by")).hasToString("{\"kind\":\"sweep\",\"study\":\"small\"}");
        Path scenario = scenarios.resolve("baseline.yaml");
        String before = Files.readString(scenario);
        Files.writeString(scenario, before + "# a remark changes nothing\n");
        assertThat(result(name).path("made_by")).isEqualTo(result.path("made_by"));
        Files.writeString(scenario, before + "weeks: 155\n");
        assertThat(result(name).path("made_by")).hasToString("{\"kind\":\"sweep\"}");
        Files.delete(scenario);
        assertThat(result(name).path("made_by")).hasToString("{\"kind\":\"sweep\"}");
        Files.writeString(scenario, before);
        var report = served.get("/api/results/" + name + "/files/report.html");
        assertThat(report.body()).contains("How firmly should Japan speak");
        // It may stand in a frame of the page, in an origin of its own.
        assertThat(report.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(report.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox allow-scripts");

        try (FolderLock alone = FolderLock.hold(folder.resolve("results/" + name))) {
            begun = served.json(served.send("POST", "/api/jobs", "{\"study\":\"small\",\"kind\":\"sweep\"}"));
            ended = ended(begun.path("id").asText());
            assertThat(ended.path("state").asText()).isEqualTo("failed");
            assertThat(ended.path("problem").asText())
                    .contains("is in use", "Wait until it has ended")
                    .doesNotContain("Exception");
        }
        assertThat(served.send("DELETE", "/api/results/" + name, "").statusCode())
                .isEqualTo(204);
        assertThat(folder.resolve("results/" + name)).doesNotExist();
    }

    private static JsonNode result(String name) throws Exception {
        for (JsonNode result : served.resultsOfStudies()) {
            if (result.path("name").asText().equals(name)) {
                return result;
            }
        }
        throw new AssertionError("no result " + name);
    }

    /** A file that cannot be read, or is no study, is listed with what is wrong with it. */
    @Test
    void whatIsNoStudyIsListedWithItsError() throws Exception {
        Map<String, String> texts = Map.of(
                "cut-off", "description: [",
                "empty", "",
                "misspelt", "description: Why?\nsweeep: {}\n",
                "a-scenario", "extends: ../baseline.yaml\n");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(scenarios.resolve("studies/" + text.getKey() + ".yaml"), text.getValue());
        }
        try {
            for (String name : texts.keySet()) {
                assertThat(study(name).path("kinds")).as(name).isEmpty();
                assertThat(study(name).path("problems"))
                        .as(name)
                        .isNotEmpty()
                        .allMatch(problem -> problem.asText().startsWith(name + ".yaml"));
            }
            assertThat(study("sweep-warning").has("problems")).isFalse();
        } finally {
            for (String name : texts.keySet()) {
                Files.delete(scenarios.resolve("studies/" + name + ".yaml"));
            }
        }
    }

    @Test
    void aStoredBatchKeepsTheCommandThatMakesIt() throws Exception {
        String id = served.batch("silence", 20, "{\"weeks\":\"9\"}");
        String name = served.json(served.send("POST", "/api/runs/" + id + "/result", "{}"))
                .path("name")
                .asText();
        try (ResultReader reader = ResultReader.open(folder.resolve("results/" + name))) {
            assertThat(reader.command())
                    .isEqualTo(
                            "tumen batch " + scenarios.resolve("silence.yaml") + " --set weeks=9 --runs=20 --seed=7");
        }
    }

    /** A calibration keeps no runs, and so has no manifest. */
    @Test
    void aResultWithoutRunsIsListedByWhatItFound() throws Exception {
        Path result = Files.createDirectory(folder.resolve("results/calibrated"));
        Files.writeString(result.resolve("report.html"), "<!doctype html><title>report</title>");
        Files.writeString(
                result.resolve("findings.json"),
                // What follows may be megabytes, of hundreds of results, and is not read.
                "{\"kind\":\"calibration\",\"question\":\"Why?\",\"facts\":[],\"answer\":[\"So.\"],\"sections\":[");
        for (JsonNode listed : served.json(served.get("/api/results"))) {
            if (listed.path("name").asText().equals("calibrated")) {
                assertThat(listed.path("kind").asText()).isEqualTo("calibration");
                assertThat(listed.has("problem")).isFalse();
                assertThat(listed.has("runs")).isFalse();
                return;
            }
        }
        throw new AssertionError("the result is not listed");
    }

    /** Killed, they leave no manifest; finished, they would have a report. */
    @Test
    void whatIsUnfinishedIsListedWithTheCommandThatFinishesIt() throws Exception {
        Path results = folder.resolve("results");
        String command = "tumen search scenarios/studies/search-warning.yaml";
        StudyRecord record = new StudyRecord("a", Json.object(), command);
        EvaluationStore.open(results.resolve("killed-search"), record, false).close();
        record.write(
                Files.createDirectory(results.resolve("killed-calibration")).resolve(StudyRecord.FILE));
        Map<String, JsonNode> listed = new HashMap<>();
        served.json(served.get("/api/results"))
                .forEach(each -> listed.put(each.path("name").asText(), each));
        for (String name : List.of("killed-search", "killed-calibration")) {
            assertThat(listed.get(name).path("finished")).as(name).isEqualTo(BooleanNode.FALSE);
            assertThat(listed.get(name).path("command").asText())
                    .as(name)
                    .isEqualTo("TUMEN_RESULTS=" + results + " ./" + command);
            assertThat(served.send("DELETE", "/api/results/" + name, "").statusCode())
                    .isEqualTo(204);
        }
    }

    /** A calibration keeps no runs and so no manifest; its command is known all the same. */
    @Test
    void aFinishedCalibrationIsListedWithItsCommand() throws Exception {
        Path result = Files.createDirectory(folder.resolve("results").resolve("finished-calibration"));
        String command = "tumen calibrate scenarios/studies/calibrate-dynamics.yaml";
        new StudyRecord("a", Json.object(), command).write(result.resolve(StudyRecord.FILE));
        Files.writeString(result.resolve("report.html"), "<!doctype html>");
        for (JsonNode each : served.json(served.get("/api/results"))) {
            if (each.path("name").asText().equals("finished-calibration")) {
                assertThat(each.path("command").asText())
                        .isEqualTo("TUMEN_RESULTS=" + folder.resolve("results") + " ./" + command);
                assertThat(each.has("finished")).isFalse();
                assertThat(served.send("DELETE", "/api/results/finished-calibration", "")
                                .statusCode())
                        .isEqualTo(204);
                return;
            }
        }
        throw new AssertionError("the result is not listed");
    }

    @Test
    void aStudyThatRunsIsCancelled() throws Exception {
        ObjectNode document = study("japan-warning").path("document").deepCopy();
        document.put("runs", 1_000_000).put("name", "long");
        post("/api/studies", "long", document);
        String id = served.json(served.send("POST", "/api/jobs", "{\"study\":\"long\",\"kind\":\"compare\"}"))
                .path("id")
                .asText();
        assertThat(served.send("DELETE", "/api/jobs/" + id, "").statusCode()).isEqualTo(204);
        assertThat(ended(id).path("state").asText()).isEqualTo("cancelled");
        assertThat(served.get("/api/jobs/" + id + "/findings").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsKnownOfAStudyIsSeenWhileItRuns() throws Exception {
        ObjectNode document = study("sweep-warning").path("document").deepCopy();
        // It is looked at and cancelled long before its end.
        document.put("runs", 6_000).put("name", "watched");
        post("/api/studies", "watched", document);
        String id = served.json(served.send("POST", "/api/jobs", "{\"study\":\"watched\",\"kind\":\"sweep\"}"))
                .path("id")
                .asText();
        while (served.json(served.get("/api/jobs/" + id)).path("known").asInt() == 0) {
            Thread.sleep(50);
        }
        var page = served.get("/api/jobs/" + id + "/findings");
        assertThat(page.body()).contains("How firmly should Japan speak", "of 35 points so far.");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox allow-scripts");
        served.send("DELETE", "/api/jobs/" + id, "");
        // What was known is there after a reload of the page, since a cancelled study has no report.
        assertThat(ended(id).path("known").asInt()).isPositive();
        assertThat(served.get("/api/jobs/" + id + "/findings").statusCode()).isEqualTo(200);
    }

    private static JsonNode ended(String id) throws Exception {
        while (true) {
            JsonNode now = served.json(served.get("/api/jobs/" + id));
            if (!now.path("state").asText().equals("running")) {
                return now;
            }
            Thread.sleep(50);
        }
    }
}
