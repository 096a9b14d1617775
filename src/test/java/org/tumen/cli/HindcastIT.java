package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hindcast from end to end on few runs. */
class HindcastIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "org", "tumen", "world", "eventdata");

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
            "launches,shipments,sequence",
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
            "hindcast.json",
            "launches_scores.csv",
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
        JsonNode json = new JsonMapper().readTree(Path.of(out, "hindcast.json").toFile());
        assertThat(json.path("runs").asInt()).isEqualTo(20);
        assertThat(json.path("sequence").size()).isEqualTo(8);
        // Stored runs are read again, not made again, and say the same.
        Program.Ending again = run(command);
        assertThat(again.out()).isEqualTo(first.out());
    }

    @Test
    void badInputIsToldWithStatusTwo() throws Exception {
        Program.Ending part = run("hindcast", "--parts", "votes,weather");
        assertThat(part.status()).isEqualTo(2);
        assertThat(part.err()).contains("votes, launches, shipments, sequence", "weather");
        Path bad = Files.writeString(folder.resolve("bad.txt"), "one,two\n1,2\n");
        Program.Ending events = run("hindcast", "--events", bad.toString());
        assertThat(events.status()).isEqualTo(2);
        assertThat(events.err()).contains("bad.txt", "GDELT 1.0");
        Program.Ending other =
                run("hindcast", "--events", SAMPLE.resolve("icews.tab").toString(), "--events-format", "polecat");
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("icews", "polecat");
    }
}
