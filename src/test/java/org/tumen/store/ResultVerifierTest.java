package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.document.Json;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.Database;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.query.TableExport;
import org.tumen.store.verify.ResultVerifier;

class ResultVerifierTest {
    private static final String PART = PartReceipt.name(ARM, 10, 20);

    @TempDir
    Path root;

    private PartFiles files;

    @BeforeEach
    void write() {
        try (ResultStore store = ResultStore.open(Fixtures.folder(root), Fixtures.identity(), 20)) {
            Fixtures.write(store, ARM, 0, 10);
            Fixtures.write(store, ARM, 10, 20);
            Fixtures.write(store, Fixtures.OTHER_ARM, 0, 20);
            store.finish(Map.of());
        }
        files = new PartFiles(Fixtures.folder(root), PART);
    }

    private List<Discrepancy> verify() {
        return ResultVerifier.verify(Fixtures.folder(root), rows -> {}).discrepancies();
    }

    private static void named(List<Discrepancy> problems, String where, String what) {
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.where()).contains(where);
            assertThat(problem.what()).contains(what);
        });
    }

    @Test
    void nothingIsWrongWithAGoodResult() {
        assertThat(verify()).isEmpty();
    }

    @Test
    void aFlippedByteIsNamedWhereverItIs() throws Exception {
        for (String kind : List.of(PartFiles.RUNS, PartFiles.WEEKLY)) {
            Path file = files.file(kind);
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at += 1 + good.length / 40) {
                byte[] bad = good.clone();
                bad[at] ^= 0x10;
                Files.write(file, bad);
                named(verify(), kind + "/" + PART + ".parquet", "not those that were written");
            }
            Files.write(file, good);
        }
    }

    /** Writes a file of the part anew and gives its receipt the checksum. */
    private void forge(String kind, String select) throws Exception {
        PartReceipt receipt = Json.MAPPER.treeToValue(SealedJson.read(files.receipt()), PartReceipt.class);
        Path forged = root.resolve("forged.parquet");
        try (var connection = Database.open(64);
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + select.formatted(Database.text(files.file(kind))) + ") TO "
                    + Database.text(forged) + " (FORMAT parquet)");
        }
        Files.move(forged, files.file(kind), StandardCopyOption.REPLACE_EXISTING);
        PartReceipt edited = new PartReceipt(
                receipt.fingerprint(),
                receipt.arm(),
                receipt.from(),
                receipt.to(),
                receipt.rows(),
                receipt.digest(),
                AtomicFiles.sum(files.file(PartFiles.RUNS)),
                AtomicFiles.sum(files.file(PartFiles.WEEKLY)),
                null,
                null,
                List.of(),
                null);
        SealedJson.write(files.receipt(), edited);
    }

    /** Values are read in the order of their rows, and runs told from the receipt. */
    @Test
    void rowsOutOfOrderOrOfAnotherArmAreFound() throws Exception {
        forge(PartFiles.RUNS, "SELECT * FROM %s ORDER BY run DESC");
        named(verify(), "runs/" + PART, "10 of its runs are duplicates, gaps or out of order");
        forge(PartFiles.RUNS, "SELECT * REPLACE (CASE WHEN run = 15 THEN 'silence' ELSE arm END AS arm) FROM %s");
        named(verify(), "runs/" + PART, "1 of its rows belong to another arm");
    }

    @Test
    void aPartThatTheManifestDoesNotListIsFound() throws Exception {
        Path other = root.resolve("other");
        try (ResultStore store = ResultStore.open(other, Fixtures.identity(), 0)) {
            Fixtures.write(store, ARM, 20, 25);
        }
        RecoveryTest.copyFolder(other.resolve("runs"), Fixtures.folder(root).resolve("runs"));
        RecoveryTest.copyFolder(other.resolve("weekly"), Fixtures.folder(root).resolve("weekly"));
        named(verify(), "runs/" + PartReceipt.name(ARM, 20, 25), "the manifest does not list it");
    }

    /** A run too many, a run too few, and a week that is not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * REPLACE (list_append(counts, 1) AS counts) FROM %s",
                "SELECT * REPLACE (counts[2:]::INTEGER[] AS counts) FROM %s",
                "SELECT * FROM %s WHERE week <> 2"
            })
    void weeklyCountsOfOtherRunsAreFoundEvenWithAMatchingChecksum(String select) throws Exception {
        forge(PartFiles.WEEKLY, select);
        named(verify(), "weekly/" + PART, "its counts are not over the 10 completed runs");
        try (ResultReader reader = ResultReader.open(Fixtures.folder(root))) {
            assertThatThrownBy(() -> reader.weekly(ARM)).hasMessageContaining("weekly counts of baseline are damaged");
        }
    }

    @Test
    void valuesThatDoNotBelongAreFoundEvenWithAMatchingChecksum() throws Exception {
        forge(
                PartFiles.RUNS,
                "SELECT * REPLACE (CASE WHEN run = 15 THEN launches + 1 ELSE launches END AS launches) FROM %s");
        assertThat(verify()).singleElement().satisfies(p -> {
            assertThat(p.where()).contains(PART);
            assertThat(p.what()).contains("do not have the digest");
        });
    }

    @Test
    void aMissingPartIsNamed() throws Exception {
        Files.delete(files.file(PartFiles.WEEKLY));
        named(verify(), PART, "is missing");
        Files.delete(files.receipt());
        List<Discrepancy> problems = verify();
        named(problems, PART, "the manifest lists it and it is missing");
        named(problems, "arm " + ARM, "runs 10..19 are missing");
        named(problems, "runs/" + PART + ".parquet", "no receipt");
        named(problems, Manifest.FILE, "rows is 40");
        assertThatThrownBy(() -> ResultReader.open(Fixtures.folder(root)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(PART + ".json")
                .hasMessageContaining("lists it and it is missing");
    }

    @Test
    void anEditedScenarioIsFound() throws Exception {
        Path manifest = Fixtures.folder(root).resolve(Manifest.FILE);
        Files.writeString(manifest, Files.readString(manifest).replace("1.5", "1.25"));
        named(verify(), Manifest.FILE, "not those that were written");
        ObjectNode edited = (ObjectNode) Json.MAPPER.readTree(manifest.toFile());
        edited.remove("crc32c");
        SealedJson.write(manifest, edited);
        named(verify(), Manifest.FILE, "scenario");
        named(verify(), PART, "another experiment");
    }

    @Test
    void anEditedFingerprintIsRefused() throws Exception {
        Path manifest = Fixtures.folder(root).resolve(Manifest.FILE);
        ObjectNode edited = SealedJson.read(manifest);
        edited.put("fingerprint", "0".repeat(64));
        SealedJson.write(manifest, edited);
        assertThatThrownBy(() -> Fixtures.open(root))
                .isInstanceOf(IncompatibleResultException.class)
                .hasMessageContaining("it was edited");
    }

    @Test
    void overlapsAreFoundAndRefused() throws Exception {
        Path other = root.resolve("other");
        try (ResultStore store = ResultStore.open(other, Fixtures.identity(), 0)) {
            Fixtures.write(store, ARM, 5, 15);
        }
        RecoveryTest.copyFolder(other.resolve("runs"), Fixtures.folder(root).resolve("runs"));
        RecoveryTest.copyFolder(other.resolve("weekly"), Fixtures.folder(root).resolve("weekly"));
        named(verify(), "runs", "share runs");
        assertThatThrownBy(() -> Fixtures.open(root)).hasMessageContaining("overlap");
    }

    @Test
    void anUnfinishedResultIsSaid() {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 20, 25);
        }
        assertThat(verify()).singleElement().satisfies(p -> assertThat(p.what()).contains("has not finished"));
    }

    /** What keeps no runs has findings at its end. */
    @Test
    void anUnfinishedSearchIsSaid() throws Exception {
        Path folder = root.resolve("search of something");
        StudyRecord study = new StudyRecord("a", Json.object(), "tumen search");
        EvaluationStore.open(folder, study, false).close();
        assertThat(ResultVerifier.verify(folder, rows -> {}).discrepancies())
                .singleElement()
                .satisfies(p -> assertThat(p.what()).contains("has not finished"));
        new DerivedFiles(folder).write(Path.of("findings.json"), "{}");
        assertThat(ResultVerifier.verify(folder, rows -> {}).discrepancies()).isEmpty();
    }

    @Test
    void whatHoldsNoRunsYetIsExportedAsNone() {
        Path place = root.resolve("empty");
        Fixtures.open(place).close();
        Path to = root.resolve("none.csv");
        try (ResultReader reader = ResultReader.open(Fixtures.folder(place))) {
            assertThat(TableExport.of(reader, "runs", List.of(), to, false)).isZero();
            assertThatThrownBy(() -> TableExport.of(reader, "events", List.of(), root.resolve("events.csv"), false))
                    .hasMessageContaining("holds no events");
        }
        assertThat(to).content().startsWith("arm,run,status");
    }

    @Test
    void whatIsNoResultIsRefused() throws Exception {
        assertThatThrownBy(() -> ResultVerifier.verify(root, rows -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is no result folder");
        Files.writeString(Fixtures.folder(root).resolve(Manifest.FILE), "[1, 2");
        named(verify(), Manifest.FILE, "not those that were written");
    }
}
