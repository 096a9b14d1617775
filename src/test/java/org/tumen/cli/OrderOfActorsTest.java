package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warners act in the order of their scenario, which is not that of the alphabet, wherever the scenario is read from. */
class OrderOfActorsTest {
    @TempDir
    private Path folder;

    private String scenario(String file, String first, String second) throws IOException {
        String text = """
                extends: "%s"
                name: trial
                weeks: 60
                actors:
                  %s: {role: warner, label: One, iso3: FRA}
                  %s: {role: warner, label: One, iso3: FRA}
                """.formatted(Path.of("scenarios", "reference.yaml").toAbsolutePath(), first, second);
        return Files.writeString(folder.resolve(file), text).toString();
    }

    private Program.Ending batch(String first, String second, int runs, String out) throws IOException {
        Program.Ending ending = InProcess.run(
                "batch",
                scenario("trial.yaml", first, second),
                "--allow-outside",
                "--runs",
                String.valueOf(runs),
                "--out",
                folder.resolve(out).toString());
        assertThat(ending.status()).as(ending.err()).isZero();
        return ending;
    }

    private static String digest(Program.Ending ending) {
        return ending.out()
                .lines()
                .filter(line -> line.startsWith("Outcome table digest"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStoredResultIsSimulatedAgainAndExtendedInIt() throws IOException {
        batch("zeta", "alpha", 12, "one");
        Program.Ending verified = InProcess.run("verify", folder.resolve("one").toString());
        assertThat(verified.status()).as(verified.out()).isZero();
        Program.Ending extended = batch("zeta", "alpha", 24, "one");
        assertThat(digest(extended)).isEqualTo(digest(batch("zeta", "alpha", 24, "whole")));
    }

    @Test
    void anotherOrderIsAnotherExperiment() throws IOException {
        assertThat(digest(batch("alpha", "zeta", 12, "other")))
                .isNotEqualTo(digest(batch("zeta", "alpha", 12, "again")));
    }

    @Test
    void anotherOrderIsTold() throws IOException {
        Program.Ending told = InProcess.run(
                "diff",
                scenario("one.yaml", "zeta", "alpha"),
                scenario("other.yaml", "alpha", "zeta"),
                "--allow-outside");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).containsPattern("actors .* zeta, alpha +alpha, zeta");
    }
}
