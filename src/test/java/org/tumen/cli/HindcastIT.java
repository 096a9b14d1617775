package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hindcast from end to end on few runs. */
class HindcastIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "org", "tumen", "eventdata");

    @TempDir
    private Path folder;

    private Program.Ending run(String... args) throws IOException, InterruptedException {
        return Program.run(folder.resolve("results"), args);
    }

    @Test
    void everyPartButVotesLeavesTablesPicturesAndAReport() throws Exception {
        String out = folder.resolve("out").toString();
        String[] command = {
            "hindcast",
            "scenarios/reference.yaml",
            "--parts",
            "launches,shipments,sequence,crises",
            "--details",
            "--runs",
            "20",
            "--events",
            SAMPLE.resolve("gdelt-1.txt").toString(),
            "--out",
            out
        };
        Program.Ending first = run(command);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("28 months", "20 runs", "MSMT report 1", "deal to first warning", "are bad");
        for (String file : new String[] {
            "findings.json",
            "checks.csv",
            "crises.csv",
            "launches_by_month.csv",
            "shipments.csv",
            "sequence.csv",
            "events_weekly.csv",
            "report.html",
            "plots/launches_pit.png",
            "plots/shipments.svg",
            "plots/sequence.png",
            "plots/events.png"
        }) {
            assertThat(Path.of(out, file)).isNotEmptyFile();
        }
        JsonNode json = new JsonMapper().readTree(Path.of(out, "findings.json").toFile());
        assertThat(json.path("facts").asText()).contains("20 runs");
        assertThat(json.path("answer").path(0).asText()).startsWith("The model fails");
        List<String> statuses = new ArrayList<>();
        json.path("sections")
                .path(0)
                .path("blocks")
                .path(0)
                .path("table")
                .path("shown")
                .forEach(row -> statuses.add(row.path(4).asText()));
        assertThat(statuses).contains("forward", "fitted", "set").hasSizeGreaterThan(20);
        // Stored runs are read again, not made again, and say the same.
        StringWriter again = new StringWriter();
        assertThat(Main.run(new PrintWriter(again), new PrintWriter(new StringWriter()), command))
                .isZero();
        assertThat(again.toString()).isEqualTo(first.out());
    }

    @Test
    void badInputIsToldWithStatusTwo() throws Exception {
        refused(
                "votes, launches, shipments, sequence, crises or none are allowed, not weather",
                "--parts",
                "votes,weather");
        Path bad = Files.writeString(folder.resolve("bad.txt"), "one,two\n1,2\n");
        refused("GDELT 1.0", "--events", bad.toString());
        String icews = SAMPLE.resolve("icews.tab").toString();
        refused("has the layout icews, not polecat", "--events", icews, "--events-format", "polecat");
        refused("two ISO 3166-1 codes", "--events", icews, "--dyad", "PRK");
    }

    private static void refused(String complaint, String... args) {
        StringWriter err = new StringWriter();
        String[] command = Stream.concat(Stream.of("hindcast"), Stream.of(args)).toArray(String[]::new);
        int status = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), command);
        assertThat(status).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains(complaint);
    }
}
