package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of an experiment and what joins them. */
class SharesTest {
    private static final String BASELINE = "scenarios/baseline.yaml";
    private static final String STUDIES = "scenarios/studies/";

    @TempDir
    private Path root;

    @Test
    void sharesJoinToTheWholeWithGapsAndOverlapsNamed() throws Exception {
        Program.Ending whole = InProcess.run(
                "batch",
                BASELINE,
                "--runs",
                "1000",
                "--out",
                root.resolve("whole").toString());
        Path shares = root.resolve("shares");
        Path joined = root.resolve("joined");
        for (int i = 1; i <= 3; i++) {
            Program.Ending share =
                    InProcess.run("batch", BASELINE, "--runs", "1000", "--shard", i + "/3", "--out", shares.toString());
            assertThat(share.status()).as(share.err()).isZero();
            assertThat(share.out()).contains("A share is no result").doesNotContain("Mean stability");
            assertThat(sound(shares, i)).contains("nothing wrong");
            Program.Ending join = InProcess.run("join", shares.toString(), "--out", joined.toString());
            assertThat(join.status()).as(join.err()).isEqualTo(i == 3 ? 0 : 1);
            if (i < 3) {
                assertThat(join.err()).contains("are missing", "not complete");
                assertThat(joined.resolve("findings.json")).doesNotExist();
            } else {
                assertThat(ResultFolderFacts.digest(join.out())).isEqualTo(ResultFolderFacts.digest(whole.out()));
            }
        }
        assertThat(Files.readAllBytes(joined.resolve("findings.json")))
                .isEqualTo(Files.readAllBytes(root.resolve("whole").resolve("findings.json")));
        assertThat(InProcess.run("verify", joined.toString()).status()).isZero();
        InProcess.run(
                "batch",
                BASELINE,
                "--runs",
                "1000",
                "--shard",
                "1/2",
                "--out",
                root.resolve("other").toString());
        Program.Ending overlap = InProcess.run("join", root.resolve("other").toString(), "--out", joined.toString());
        assertThat(overlap.status()).isEqualTo(2);
        assertThat(overlap.err()).contains("overlap");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "compare japan-warning.yaml --runs 20, findings.json",
        "explore sweep sweep-warning.yaml --runs 2, findings.json",
        "explore sensitivity sensitivity-stability.yaml --runs 2, findings.json",
        "explore discover discover-crises.yaml --runs 1, findings.json",
        "game game-warning.yaml --runs 20, findings.json"
    })
    void everyExperimentThatIsCutIntoRunsJoinsToTheWhole(String command, String statistics) throws Exception {
        Path shares = root.resolve("shares");
        Path joined = root.resolve("joined");
        for (int i = 1; i <= 3; i++) {
            Program.Ending share = InProcess.run(words(command, "--shard", i + "/3", "--out", shares.toString()));
            assertThat(share.status()).as(share.err()).isZero();
            assertThat(share.out()).contains("A share is no result");
            assertThat(sound(shares, i)).contains("nothing wrong");
            Program.Ending join = InProcess.run("join", shares.toString(), "--out", joined.toString());
            assertThat(join.status()).as(join.err()).isEqualTo(i == 3 ? 0 : 1);
            assertThat(join.err().contains("are missing")).isEqualTo(i < 3);
            assertThat(join.out().contains("tumen " + String.join(" ", words(command)) + " --out " + joined))
                    .isEqualTo(i == 3);
        }
        Program.Ending verified = InProcess.run("verify", joined.toString(), "--sample", "3");
        assertThat(verified.status()).as(verified.err()).isZero();
        Program.Ending told = InProcess.run(words(command, "--out", joined.toString()));
        assertThat(told.status()).as(told.err()).isZero();
        Program.Ending whole =
                InProcess.run(words(command, "--out", root.resolve("whole").toString()));
        assertThat(Files.readString(joined.resolve(statistics)))
                .as(whole.err())
                .isEqualTo(Files.readString(root.resolve("whole").resolve(statistics)));
        assertThat(InProcess.run("verify", root.resolve("whole").toString(), "--sample", "3")
                        .status())
                .isZero();
    }

    @Test
    void aSearchSaysWhyItCannotBeCut() {
        Program.Ending search =
                InProcess.run("search", STUDIES + "search-warning.yaml", "--shard", "1/2", "--out", root.toString());
        assertThat(search.status()).isEqualTo(2);
        assertThat(search.err()).contains("follows from one generation to the next");
    }

    /** What verification says of one share alone: the runs of other shares are not missing. */
    private static String sound(Path shares, int i) throws IOException {
        Program.Ending verified = InProcess.run("verify", share(shares, i).toString(), "--sample", "3");
        assertThat(verified.status()).as(verified.err()).isZero();
        return verified.out();
    }

    private static Path share(Path shares, int i) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(shares, "*.shard-000" + i + "-*")) {
            return found.iterator().next();
        }
    }

    /** What is missing of a share itself is told, and what else it holds does no harm. */
    @Test
    void aShareIsHeldAgainstItsOwnRuns() throws Exception {
        for (String runs : List.of("60", "120")) {
            InProcess.run("batch", BASELINE, "--runs", runs, "--shard", "2/3", "--out", root.toString());
        }
        Path share = share(root, 2);
        assertThat(sound(root, 2)).contains("60 runs read");
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(share.resolve("runs"), "part-*-000000000040-*.json")) {
            Files.delete(parts.iterator().next());
        }
        Program.Ending verified = InProcess.run("verify", share.toString(), "--sample", "0");
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.err()).contains("runs 40..").doesNotContain("runs 0..", "runs 80..");
    }

    /** The command on its study, made small: parts are written for each of its points, three times over. */
    private String[] words(String command, String... more) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.endsWith(".yaml") ? small(word).toString() : word);
        }
        words.addAll(List.of(more));
        return words.toArray(new String[0]);
    }

    private Path small(String study) throws IOException {
        Path copy = root.resolve("scenarios");
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.resolve("studies"));
            try (DirectoryStream<Path> scenarios = Files.newDirectoryStream(Path.of("scenarios"), "*.yaml")) {
                for (Path scenario : scenarios) {
                    Files.copy(scenario, copy.resolve(scenario.getFileName()));
                }
            }
        }
        return Files.writeString(
                copy.resolve("studies").resolve(study),
                Files.readString(Path.of(STUDIES + study))
                        .replace("points: 400", "points: 50")
                        .replace("trajectories: 30", "trajectories: 5"));
    }
}
