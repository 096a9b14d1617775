package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study would take is told, and nothing is written. */
class DryRunTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "batch scenarios/reference.yaml --runs 500, 1 scenario, 500",
        "compare scenarios/studies/dialogue-pressure.yaml --runs 100, 8 arms, 800",
        "explore sweep scenarios/studies/sweep-warning.yaml, 35 points, '7,000'",
        "game scenarios/studies/game-warning.yaml --runs 10, 9 points, 90",
        "calibrate scenarios/studies/calibrate-votes.yaml, 60000 draws, 0",
        "search scenarios/studies/search-warning.yaml, 960 in 2 searches, '118,800'",
        "hindcast scenarios/reference.yaml --parts votes, 1 scenario, 0",
    })
    void pointsAndRunsAreTold(String command, String points, String runs) throws Exception {
        Path out = folder.resolve("out");
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.addAll(List.of("--dry-run", "--out", out.toString()));
        Program.Ending told = InProcess.run(args.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("Result folder  " + out)
                .contains("Points         " + points)
                .containsPattern("Runs           " + runs + " of \\d+ weeks, 0 of them stored")
                .containsPattern("Disk           about \\d+ MB more");
        if (!runs.equals("0")) {
            assertThat(told.out()).containsPattern("Time           about .* measured now");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatIsStoredIsCounted() {
        String out = folder.resolve("out").toString();
        InProcess.run("batch", "scenarios/reference.yaml", "--runs", "20", "--out", out);
        assertThat(InProcess.run("batch", "scenarios/reference.yaml", "--runs", "30", "--out", out, "--dry-run")
                        .out())
                .contains("Runs           30 of 156 weeks, 20 of them stored");
        assertThat(InProcess.run("batch", "scenarios/reference.yaml", "--runs", "20", "--out", out, "--dry-run")
                        .out())
                .contains("Time           no run is missing");
        Program.Ending share = InProcess.run(
                "batch", "scenarios/reference.yaml", "--runs", "20", "--shard", "1/2", "--dry-run", "--out", out);
        assertThat(share.status()).isEqualTo(2);
        assertThat(share.err()).contains("leave --shard out");
    }
}
