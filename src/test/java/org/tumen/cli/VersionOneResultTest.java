package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result that version 1 of the model wrote: six runs of twelve weeks of its baseline, without pictures. It is read, not extended. */
class VersionOneResultTest {
    private static final Path STORED = Path.of("src/test/resources/org/tumen/store/version-1");
    private static final String PART = "part-version-1-000000000000-000000000006";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        folder = root.resolve("version-1");
        try (Stream<Path> files = Files.walk(STORED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(STORED.relativize(file).toString()));
            }
        }
    }

    @Test
    void isVerified() {
        Program.Ending ending = InProcess.run("verify", folder.toString());

        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.out())
                .contains(
                        "6 files and 6 runs read", "none simulated again (they are of model version 1", "nothing wrong")
                .contains("2 of the files are pictures, tables and reports of which that version kept no checksum");
    }

    @Test
    void damageIsFound() throws IOException {
        Path part = folder.resolve("runs").resolve(PART + ".parquet");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);

        Program.Ending ending = InProcess.run("verify", folder.toString());

        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.err()).contains("runs/" + PART + ".parquet");
    }

    @Test
    void aChangedValueOfTheManifestIsFound() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"seed\" : 1,", "\"seed\" : 2,"));

        Program.Ending ending = InProcess.run("verify", folder.toString());

        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.err()).contains("the fingerprint does not agree");
    }

    @Test
    void answersQueriesInItsOwnOutcomes() {
        Program.Ending ending = InProcess.run(
                "query", folder.toString(), "--csv", "select count(*) as n, sum(tests) > 0 as tested from runs");

        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.out().lines().toList()).isEqualTo(List.of("n,tested", "6,true"));
        assertThat(ending.err())
                .contains("is of model version 1, this program of 2")
                .contains("without a counterpart today: first_sanctions, ", "tests");
    }

    @Test
    void isReportedAsFarAsItsOutcomesGo() throws IOException {
        List<String> before = Files.readAllLines(folder.resolve("summary.csv"));

        Program.Ending ending = InProcess.run("report", folder.toString());

        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.err()).contains("is of model version 1, this program of 2");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("Mean stability is");
        List<String> rows = Files.readAllLines(folder.resolve("summary.csv"));
        // What both versions know has the mean that version 1 told, which it rounded to six places.
        assertThat(number(rows, "mean_stability", 0, 1))
                .isCloseTo(number(before, "mean_stability", 1, 5), within(5e-7));
        // The comma in the unit of volumes was not quoted then.
        assertThat(number(rows, "delivered", 0, 1)).isCloseTo(number(before, "delivered", 1, 6), within(5e-7));
        assertThat(rows).noneMatch(row -> row.startsWith("mandate_failed,"));
        assertThat(InProcess.run("verify", folder.toString()).status()).isZero();
    }

    @Test
    void isNotExtended() throws IOException {
        Program.Ending ending =
                InProcess.run("batch", "scenarios/reference.yaml", "--runs", "8", "--out", folder.toString());

        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.err())
                .contains("was computed by model version 1, this is 2", "the result can be read, not extended");
        assertThat(Files.readAllBytes(folder.resolve("manifest.json")))
                .isEqualTo(Files.readAllBytes(STORED.resolve("manifest.json")));
        assertThat(folder.resolve("runs").resolve(PART + ".json")).exists();
    }

    /** A field of the row of an outcome, whose key stands in another field. */
    private static double number(List<String> rows, String outcome, int key, int field) {
        return rows.stream()
                .map(row -> row.split(","))
                .filter(fields -> fields[key].equals(outcome))
                .mapToDouble(fields -> Double.parseDouble(fields[field]))
                .sum();
    }
}
