package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.SmallDisk;
import org.tumen.cli.Main;
import org.tumen.store.verify.ResultVerifier;

/** A batch on the page some of whose runs fail. */
class PageFailuresTest {
    private static final String FRAGILE =
            "{\"weeks\":\"40\",\"actors.japan.policy\":\"{type: fragile, probability: %s}\"}";
    private static final int RUNS = 250;

    @TempDir
    Path folder;

    @Test
    void aPortIsTheNextFreeOneOrAnyOrTheOneThatIsAsked() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        Path scenarios = Path.of("scenarios");
        try (PageServer first = PageServer.start(
                        new ServerSettings("127.0.0.1", null, scenarios, results, 1, ServerSettings.QUERY));
                PageServer next = PageServer.start(
                        new ServerSettings("127.0.0.1", null, scenarios, results, 1, ServerSettings.QUERY));
                PageServer any = PageServer.start(
                        new ServerSettings("127.0.0.1", 0, scenarios, results, 1, ServerSettings.QUERY))) {
            assertThat(first.port()).isBetween(8080, 8119);
            assertThat(next.port()).isBetween(first.port() + 1, 8120);
            assertThat(any.port()).isPositive().isNotIn(first.port(), next.port());
            assertThat(any.address()).contains("127.0.0.1:" + any.port() + "/");
            ServerSettings taken =
                    new ServerSettings("127.0.0.1", any.port(), scenarios, results, 1, ServerSettings.QUERY);
            assertThatThrownBy(() -> PageServer.start(taken)).hasMessageContaining("port " + any.port());
        }
    }

    @Test
    void aRareFailureEndsNothingAndIsTold() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        try (Served served = new Served(results)) {
            // A run of 40 weeks fails with a probability of 4 %: of 250 none does with one of 10^-5.
            String fragile = served.batch("baseline", RUNS, FRAGILE.formatted("0.001"));
            JsonNode batch = served.json(served.get("/api/runs/" + fragile));
            assertThat(batch.path("state").asText()).isEqualTo("done");
            assertThat(batch.path("runs").asInt()).isEqualTo(RUNS);
            int failed = batch.path("failed").asInt();
            assertThat(failed).isBetween(1, 100);
            long counted = 0;
            for (JsonNode count : batch.at("/outcomes/0/histogram/counts")) {
                counted += count.asLong();
            }
            assertThat(counted).isEqualTo(RUNS - failed);

            String number = batch.at("/failure/run").asText();
            assertThat(batch.at("/failure/cause").asText()).isEqualTo("ArithmeticException: the mistake showed");
            assertThat(batch.at("/failure/command").asText())
                    .startsWith("./tumen trace scenarios/baseline.yaml --set weeks=40 --set ")
                    .endsWith(" --seed=7 --run " + number);
            StringWriter err = new StringWriter();
            int status = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), new String[] {
                "trace",
                "scenarios/baseline.yaml",
                "--set",
                "weeks=40",
                "--set",
                "actors.japan.policy={type: fragile, probability: 0.001}",
                "--seed=7",
                "--run",
                number
            });
            assertThat(status).isEqualTo(Main.FAILED);
            assertThat(err.toString()).contains("the mistake showed");

            String sound = served.batch("baseline", RUNS, "{\"weeks\":\"40\"}");
            JsonNode compared = served.json(served.get("/api/runs/" + fragile + "/comparison?baseline=" + sound));
            assertThat(compared.path("runs").asInt()).isEqualTo(RUNS - failed);
            assertThat(served.send("POST", "/api/runs/" + fragile + "/result", "{}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFullDiskIsToldOfAndLeavesTheBatchToBeSavedAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), "64k");
                Served served = new Served(disk.folder())) {
            String id = served.batch("baseline", RUNS, "{\"weeks\":\"40\"}");
            HttpResponse<String> refused = served.send("POST", "/api/runs/" + id + "/result", "{}");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(served.json(refused).path("error").asText())
                    .startsWith("the result cannot be stored: ")
                    .contains("the disk is full")
                    .doesNotContain(disk.folder().toString());
            disk.enlarge("64m");
            HttpResponse<String> saved = served.send("POST", "/api/runs/" + id + "/result", "{}");
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
            String name = served.json(saved).path("name").asText();
            assertThat(ResultVerifier.verify(disk.folder().resolve(name), done -> {})
                            .discrepancies())
                    .isEmpty();
        }
    }

    @Test
    void tooManyFailuresEndABatchWithAReason() throws Exception {
        try (Served served = new Served(Files.createDirectory(folder.resolve("results")))) {
            String id = served.batch("baseline", RUNS, FRAGILE.formatted("1"));
            JsonNode batch = served.json(served.get("/api/runs/" + id));
            assertThat(batch.path("state").asText()).isEqualTo("failed");
            assertThat(batch.path("problem").asText()).contains("101 runs failed", "the mistake showed");
        }
    }
}
