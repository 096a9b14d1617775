package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.StoredTables;
import org.tumen.cli.Main;
import org.tumen.words.Numbers;

/** The page and the command say the same of the same scenarios, seed and runs. */
class PageComparisonTest {
    private static final int RUNS = 300;

    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void thePageSaysWhatCompareSays() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        JsonNode page;
        try (Served served = new Served(results)) {
            String baseline = served.batch("baseline", RUNS, "{}");
            String batch = served.batch("pressure", RUNS, "{}");
            page = served.json(served.get("/api/runs/" + batch + "/comparison?baseline=" + baseline));
        }
        List<String> keys = new ArrayList<>();
        page.path("rows").forEach(row -> keys.add(row.path("key").asText()));
        assertThat(keys).hasSizeGreaterThan(5);
        List<ObjectNode> command = compared(keys);
        assertThat(page.path("runs").asInt()).isEqualTo(RUNS);
        assertThat(command).hasSameSizeAs(page.path("rows"));
        for (int i = 0; i < keys.size(); i++) {
            same(page.path("rows").path(i), command.get(i));
        }
    }

    /** What stands on the page while runs are in memory stands in the report and on the terminal once they are stored. */
    @Test
    void thePageTellsOutcomesAsTheCommandLineDoes() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        try (Served served = new Served(results)) {
            String id = served.batch("baseline", 100, "{\"weeks\":\"60\"}");
            JsonNode batch = served.json(served.get("/api/runs/" + id));
            String stored = served.json(served.send("POST", "/api/runs/" + id + "/result", "{}"))
                    .path("name")
                    .asText();
            JsonNode findings = Served.JSON.readTree(
                    results.resolve(stored).resolve("findings.json").toFile());
            JsonNode summary = findings.at("/sections/0/blocks/0/table");
            assertThat(batch.at("/table/caption")).isEqualTo(summary.path("caption"));
            List<String> heads = new ArrayList<>();
            batch.at("/table/columns")
                    .forEach(column -> heads.add(column.path("label").asText()));
            assertThat(heads).containsExactly("Outcome", "Mean", "5 %", "Median", "95 %", "Unit", "Better");
            for (int row = 0; row < summary.path("shown").size(); row++) {
                List<String> shown = texts(summary.path("shown").path(row));
                // A small picture that the report alone has.
                shown.remove(5);
                assertThat(texts(batch.at("/table/rows/" + row + "/cells"))).isEqualTo(shown);
            }
            assertThat(batch.at("/outcomes/0/sentence").asText())
                    .startsWith("Mean stability is ")
                    .contains("95 % interval")
                    .isIn(texts(findings.path("answer")));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The page's arm is called otherwise, else the sentences are the same; its numbers are rounded as it sends them. */
    private static void same(JsonNode page, JsonNode command) {
        String key = page.path("key").asText();
        assertThat(command.path("outcome").asText()).isEqualTo(key);
        assertThat(page.path("unit").asText())
                .as(key)
                .isEqualTo(command.path("unit").asText());
        assertThat(page.path("verdict").asText())
                .as(key)
                .isEqualTo(command.path("verdict").asText().replace("pressure", "this run"));
        assertThat(page.path("finding").asText())
                .isEqualTo(command.path("finding").asText());
        number(page, "baseline", command.path("baseline_mean"));
        number(page, "mean", command.path("arm_mean"));
        number(page, "difference", command.path("difference"));
        number(page, "low", command.path("difference_low"));
        number(page, "high", command.path("difference_high"));
        number(page, "adjusted_p_value", command.path("adjusted_p_value"));
        // What the page shows is what the command's table does, but that shares of runs are in percent.
        if (!page.path("kind").asText().equals("flag")) {
            String mean = Numbers.estimate(command.path("arm_mean").asDouble());
            assertThat(page.at("/shown/mean").asText()).isEqualTo(mean);
            assertThat(page.at("/shown/difference").asText()).matches("[+−]?[0-9.]+( \\(.*\\))?|0");
        } else {
            assertThat(page.at("/shown/mean").asText()).endsWith(" %");
            assertThat(page.at("/shown/difference").asText()).endsWith(" points");
        }
    }

    private static void number(JsonNode page, String name, JsonNode command) {
        if (command.isNull()) {
            // Too few runs differ to tell.
            assertThat(page.has(name)).as(name).isFalse();
            return;
        }
        assertThat(command.isNumber()).as(name).isTrue();
        assertThat(page.path(name).doubleValue())
                .as(page.path("key").asText() + " " + name)
                .isEqualTo(Snapshot.rounded(command.doubleValue()));
    }

    private List<ObjectNode> compared(List<String> keys) throws Exception {
        String scenarios = Path.of("scenarios").toAbsolutePath().toString();
        Path study = folder.resolve("study.yaml");
        Files.writeString(
                study,
                "name: same\nworlds:\n  only: {scenario: " + scenarios + "/baseline.yaml}\nbaseline: baseline\narms:\n"
                        + "  baseline: {}\n  pressure: {scenario: " + scenarios + "/pressure.yaml}\noutcomes: "
                        + keys + "\nruns: " + RUNS + "\nseed: 7\n");
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "compare",
                study.toString(),
                "--allow-outside",
                "--out",
                folder.resolve("compared").toString());
        assertThat(status).as(err.toString()).isZero();
        return StoredTables.rows(folder.resolve("compared"), "comparison");
    }
}
