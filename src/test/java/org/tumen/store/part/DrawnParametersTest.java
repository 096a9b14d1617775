package org.tumen.store.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.store.Fixtures;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import org.tumen.store.verify.ResultVerifier;

/** Drawn parameters in their files: a column each, or a row each. */
class DrawnParametersTest {
    private static final List<String> PLAIN = List.of("actors.japan.policy.restraint", "deal.volume");
    private static final List<String> ALIKE = List.of("actors.japan.policy.restraint", "actors.Japan.policy.restraint");

    @TempDir
    Path root;

    private static void write(ResultStore store, String arm, List<String> paths) {
        try (RunSink.Part part = store.begin(arm, 0, 3, false)) {
            for (long run = 0; run < 3; run++) {
                part.parameters(run, paths, new double[] {run, -run / 8.0});
                part.add(run, Fixtures.outcomes(run));
            }
            part.commit(Fixtures.weekly(0, 3));
        }
    }

    private String columns(String arm) throws Exception {
        try (var files = Files.list(root.resolve("result").resolve(PartFiles.PARAMETERS));
                var connection = Database.open(64);
                var statement = connection.createStatement()) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith("part-" + arm + "-"))
                    .findFirst()
                    .orElseThrow();
            var set = statement.executeQuery(
                    "SELECT string_agg(column_name, ' ') FROM (DESCRIBE SELECT * FROM read_parquet("
                            + Database.text(file) + "))");
            set.next();
            return set.getString(1);
        }
    }

    @Test
    void namesThatDifferInCapitalsOnlyAreKeptApart() throws Exception {
        Path folder = root.resolve("result");
        try (ResultStore store = ResultStore.open(folder, Fixtures.identity(), 3)) {
            write(store, Fixtures.ARM, PLAIN);
            write(store, Fixtures.OTHER_ARM, ALIKE);
            store.finish(Map.of());
        }
        assertThat(columns(Fixtures.ARM)).isEqualTo("arm run actors.japan.policy.restraint deal.volume");
        assertThat(columns(Fixtures.OTHER_ARM)).isEqualTo("arm run parameter value");
        try (ResultReader reader = ResultReader.open(folder)) {
            assertThat(reader.parameters(Fixtures.ARM, reader.runs(Fixtures.ARM)))
                    .containsOnlyKeys(PLAIN);
            assertThat(reader.parameters(Fixtures.OTHER_ARM, reader.runs(Fixtures.OTHER_ARM)))
                    .containsOnlyKeys(ALIKE);
            assertThat(reader.parameters(Fixtures.OTHER_ARM, reader.runs(Fixtures.OTHER_ARM))
                            .get(ALIKE.get(1)))
                    .containsExactly(0.0, -0.125, -0.25);
            assertThat(reader.parameters(Fixtures.ARM, 2)).isEqualTo(Map.of(PLAIN.get(0), 2.0, PLAIN.get(1), -0.25));
        }
    }

    /** Runs on end that share their draw are one row, which a run between them that failed before it drew parts in two. */
    @Test
    void aRunThatDrewNothingMovesNoDrawOfTheNext() {
        Path folder = root.resolve("result");
        try (ResultStore store = ResultStore.open(folder, Fixtures.identity(), 4);
                RunSink.Part part = store.begin(Fixtures.ARM, 0, 4, false)) {
            for (long run = 0; run < 4; run++) {
                if (run == 1) {
                    part.fail(run, "it fell over");
                } else {
                    part.parameters(run, PLAIN, new double[] {run < 3 ? 5 : 6, 7});
                    part.add(run, Fixtures.outcomes(run));
                }
            }
            part.commit(null);
        }
        try (ResultReader reader = ResultReader.open(folder)) {
            assertThat(reader.parameters(Fixtures.ARM, 1)).isEmpty();
            assertThat(reader.parameters(Fixtures.ARM, 2)).isEqualTo(Map.of(PLAIN.get(0), 5.0, PLAIN.get(1), 7.0));
            assertThat(reader.parameters(Fixtures.ARM, new long[] {0, 2, 3}).get(PLAIN.get(0)))
                    .containsExactly(5, 5, 6);
        }
    }

    @Test
    void aFlippedByteOfDrawsIsFound() throws Exception {
        Path folder = root.resolve("result");
        try (ResultStore store = ResultStore.open(folder, Fixtures.identity(), 3)) {
            write(store, Fixtures.ARM, PLAIN);
        }
        Path file;
        try (var files = Files.list(folder.resolve(PartFiles.PARAMETERS))) {
            file = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(ResultVerifier.verify(folder, rows -> {}).discrepancies())
                .anyMatch(found -> found.where().startsWith(PartFiles.PARAMETERS + "/")
                        && found.what().contains("not those that were written"));
        try (ResultStore store = ResultStore.open(folder, Fixtures.identity(), 3)) {
            assertThat(store.rows()).isZero();
        }
    }

    @Test
    void filesOfBothKindsAreReadTogether() throws Exception {
        try (ResultStore store = ResultStore.open(root.resolve("result"), Fixtures.identity(), 3)) {
            write(store, Fixtures.ARM, PLAIN);
            write(store, Fixtures.OTHER_ARM, ALIKE);
        }
        try (var connection = Database.open(64);
                var statement = connection.createStatement();
                var files = Files.list(root.resolve("result").resolve(PartFiles.PARAMETERS))) {
            String names = String.join(", ", files.map(Database::text).toList());
            var set = statement.executeQuery("SELECT count(*), count(DISTINCT arm || parameter), sum(value) FROM ("
                    + PartQueries.drawn(statement, names) + ")");
            set.next();
            assertThat(set.getInt(1)).isEqualTo(12);
            assertThat(set.getInt(2)).isEqualTo(4);
            assertThat(set.getDouble(3)).isEqualTo(2 * (3 - 3 / 8.0));
        }
    }
}
