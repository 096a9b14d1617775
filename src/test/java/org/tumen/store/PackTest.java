package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;
import static org.tumen.store.Fixtures.OTHER_ARM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.RunSink;
import org.tumen.store.verify.ResultVerifier;

/** Parts that share their files. */
class PackTest {
    private static final String FAILURE = "it fell over";

    @TempDir
    Path root;

    private static void add(RunSink.Part part, long from, long to) {
        add(part, from, to, Fixtures.weekly(from, to));
    }

    private static void add(RunSink.Part part, long from, long to, @Nullable WeeklyCounts weekly) {
        for (long run = from; run < to; run++) {
            part.parameters(run, List.of("deal.volume", "weeks"), new double[] {run, run / 8.0});
            if (run == 3) {
                part.fail(run, FAILURE);
            } else {
                part.add(run, Fixtures.outcomes(run));
            }
        }
        part.commit(weekly);
    }

    private static void pack(ResultStore store) {
        pack(store, true);
    }

    private static void pack(ResultStore store, boolean weekly) {
        try (RunSink.Pack pack = store.pack(false)) {
            try (RunSink.Part part = pack.begin(ARM, 0, 6)) {
                add(part, 0, 6, weekly ? Fixtures.weekly(0, 6) : null);
            }
            try (RunSink.Part part = pack.begin(OTHER_ARM, 4, 9)) {
                add(part, 4, 9, weekly ? Fixtures.weekly(4, 9) : null);
            }
            pack.commit();
        }
    }

    private ResultStore open(String folder) {
        return ResultStore.open(root.resolve(folder), Fixtures.identity(), 0);
    }

    private Path packFile(String kind) {
        String name = Manifest.receipts(root.resolve("packed")).parts().get(0).fileName();
        return new PartFiles(root.resolve("packed"), name).file(kind);
    }

    @Test
    void partsOfAPackReadAsThoseThatStandAlone() {
        try (ResultStore packed = open("packed");
                ResultStore apart = open("apart")) {
            pack(packed);
            try (RunSink.Part part = apart.begin(ARM, 0, 6, false)) {
                add(part, 0, 6);
            }
            try (RunSink.Part part = apart.begin(OTHER_ARM, 4, 9, false)) {
                add(part, 4, 9);
            }
            assertThat(packed.digest()).isEqualTo(apart.digest());
            packed.finish(Map.of());
            apart.finish(Map.of());
        }
        assertThat(root.resolve("packed/runs").toFile().list()).hasSize(2);
        assertThat(root.resolve("apart/runs").toFile().list()).hasSize(4);
        try (ResultReader packed = ResultReader.open(root.resolve("packed"));
                ResultReader apart = ResultReader.open(root.resolve("apart"))) {
            for (String arm : List.of(ARM, OTHER_ARM)) {
                assertThat(packed.runs(arm)).isEqualTo(apart.runs(arm));
                for (Outcome outcome : List.of(Outcome.MEAN_TENSION, Outcome.DELIVERED)) {
                    assertThat(packed.column(arm, outcome)).isEqualTo(apart.column(arm, outcome));
                }
                long[] runs = packed.runs(arm);
                assertThat(packed.parameters(arm, runs))
                        .usingRecursiveComparison()
                        .isEqualTo(apart.parameters(arm, runs));
                assertThat(packed.parameters(arm, 5))
                        .isEqualTo(apart.parameters(arm, 5))
                        .hasSize(2);
                assertThat(packed.run(arm, 5)).usingRecursiveComparison().isEqualTo(apart.run(arm, 5));
                for (int bin = 0; bin < 2; bin++) {
                    assertThat(packed.weekly(arm).orElseThrow().count(WeeklySeries.STAGE, 1, bin))
                            .isEqualTo(apart.weekly(arm).orElseThrow().count(WeeklySeries.STAGE, 1, bin));
                }
            }
            assertThat(packed.failures()).isEqualTo(apart.failures()).hasSize(1);
        }
        assertThat(ResultVerifier.verify(root.resolve("packed"), rows -> {}).discrepancies())
                .isEqualTo(
                        ResultVerifier.verify(root.resolve("apart"), rows -> {}).discrepancies());
    }

    /** A query for each part made verifying a design take a time that grew with the square of its points. */
    @Test
    void aFileIsVerifiedOnceForAllOfItsParts() {
        try (ResultStore packed = open("packed")) {
            pack(packed);
            packed.finish(Map.of());
        }
        List<Long> rows = new ArrayList<>();
        assertThat(ResultVerifier.verify(root.resolve("packed"), rows::add).discrepancies())
                .allMatch(found -> found.where().startsWith("arm "));
        assertThat(rows).containsExactly(11L);
    }

    @Test
    void partsWithoutWeeklyCountsAreWholeAndSayThatThereAreNone() {
        try (ResultStore store = open("packed")) {
            pack(store, false);
            store.finish(Map.of());
        }
        Path folder = root.resolve("packed");
        assertThat(folder.resolve("weekly")).doesNotExist();
        assertThat(ResultVerifier.verify(folder, rows -> {}).discrepancies())
                .allMatch(found -> found.what().contains("are missing"));
        try (ResultReader reader = ResultReader.open(folder)) {
            assertThat(reader.runs(OTHER_ARM)).hasSize(5);
            assertThat(reader.weekly(ARM)).isEmpty();
        }
    }

    @Test
    void aPackHasWeeklyCountsOfAllItsPartsOrOfNone() {
        try (ResultStore store = open("packed");
                RunSink.Pack pack = store.pack(false)) {
            try (RunSink.Part part = pack.begin(ARM, 0, 6)) {
                add(part, 0, 6);
            }
            try (RunSink.Part part = pack.begin(OTHER_ARM, 4, 9)) {
                assertThatThrownBy(() -> add(part, 4, 9, null)).hasMessageContaining("or none has");
            }
        }
    }

    @Test
    void aDamagedFileCostsAllOfItsPartsAndIsToldOnce() throws Exception {
        try (ResultStore store = open("packed")) {
            pack(store);
        }
        Path file = packFile(PartFiles.WEEKLY);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(ResultVerifier.verify(root.resolve("packed"), rows -> {}).discrepancies())
                .filteredOn(found -> found.where().contains("weekly"))
                .hasSize(1);
        try (ResultStore store = open("packed")) {
            assertThat(store.notices()).hasSize(1);
            assertThat(store.missing(ARM, 0, 6)).containsExactly(new RunRange(0, 6));
            assertThat(store.missing(OTHER_ARM, 4, 9)).containsExactly(new RunRange(4, 9));
            assertThat(root.resolve("packed/runs")).isEmptyDirectory();
            pack(store);
            assertThat(store.rows()).isEqualTo(11);
        }
    }

    @Test
    void whatWasNotCommittedLeavesNothing() {
        try (ResultStore store = open("packed")) {
            try (RunSink.Pack pack = store.pack(false)) {
                try (RunSink.Part part = pack.begin(ARM, 0, 6)) {
                    add(part, 0, 6);
                }
                assertThatThrownBy(() -> pack.begin(ARM, 6, 9)).hasMessageContaining("one part of " + ARM);
                try (RunSink.Part part = pack.begin(OTHER_ARM, 4, 9)) {
                    part.add(4, Fixtures.outcomes(4));
                }
                assertThatThrownBy(pack::commit).isInstanceOf(IllegalStateException.class);
            }
            assertThat(store.rows()).isZero();
            // The database in which it was gathered is not used again.
            pack(store);
            assertThat(store.rows()).isEqualTo(11);
        }
    }

    @Test
    void packsJoin() {
        try (ResultStore store = open("packed")) {
            pack(store);
        }
        try (ResultStore store = open("other")) {
            Fixtures.write(store, ARM, 6, 9);
        }
        List<Path> shards = List.of(root.resolve("packed"), root.resolve("other"));
        ResultJoin.Report report = ResultJoin.join(shards, root.resolve("joined"), (taken, all) -> {});
        assertThat(report.parts()).isEqualTo(3);
        assertThat(report.rows()).isEqualTo(14);
        ResultJoin.Report again = ResultJoin.join(shards, root.resolve("joined"), (taken, all) -> {});
        assertThat(again.parts()).isZero();
        assertThat(again.duplicates()).isEmpty();
        try (ResultStore store = open("half")) {
            Fixtures.write(store, OTHER_ARM, 4, 9);
            Fixtures.write(store, ARM, 0, 6);
        }
        assertThatThrownBy(() -> ResultJoin.join(
                        List.of(root.resolve("packed"), root.resolve("half")),
                        root.resolve("never"),
                        (taken, all) -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("contradicts");
    }

    @Test
    void armsWithOtherParametersAreNotMixed() {
        try (ResultStore store = open("packed");
                RunSink.Pack pack = store.pack(false)) {
            try (RunSink.Part part = pack.begin(ARM, 0, 6)) {
                add(part, 0, 6);
            }
            try (RunSink.Part part = pack.begin(OTHER_ARM, 0, 6)) {
                assertThatThrownBy(() -> part.parameters(0, List.of("deal.volume", "other"), new double[] {1, 2}))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("same uncertain parameters");
            }
        }
    }
}
