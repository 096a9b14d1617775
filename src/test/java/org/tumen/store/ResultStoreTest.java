package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;
import static org.tumen.store.Fixtures.OTHER_ARM;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.store.part.EventRow;
import org.tumen.store.part.PartWriter;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.TableDigest;
import org.tumen.store.query.Answers;
import org.tumen.store.query.QueryLimits;
import org.tumen.store.verify.ResultVerifier;
import org.tumen.world.Event;
import org.tumen.world.EventKind;

class ResultStoreTest {
    @TempDir
    Path root;

    @Test
    void everyBitComesBackInOrderOfTheRun() {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 1500, 3000);
            Fixtures.write(store, ARM, 0, 1500);
            Fixtures.write(store, OTHER_ARM, 0, 10);
            store.finish(Map.of("threads", 2));
        }
        try (ResultReader reader = ResultReader.open(Fixtures.folder(root))) {
            assertThat(reader.finished()).isTrue();
            assertThat(reader.identity())
                    .isEqualTo(ResultIdentity.fromJson(Fixtures.identity().toJson()));
            assertThat(reader.runs(ARM)).isEqualTo(LongStream.range(0, 3000).toArray());
            for (Outcome outcome : Outcome.all()) {
                double[] expected = LongStream.range(0, 3000)
                        .mapToDouble(run -> Fixtures.outcomes(run)[outcome.ordinal()])
                        .toArray();
                assertThat(reader.column(ARM, outcome)).isEqualTo(expected);
            }
            assertThat(reader.run(ARM, 2999).orElseThrow().outcomes()).isEqualTo(Fixtures.outcomes(2999));
            assertThat(reader.run(ARM, 3000)).isEmpty();
            TableDigest digest = new TableDigest();
            LongStream.range(0, 3000).forEach(run -> digest.add(ARM, run, Fixtures.outcomes(run)));
            LongStream.range(0, 10).forEach(run -> digest.add(OTHER_ARM, run, Fixtures.outcomes(run)));
            assertThat(reader.digest()).isEqualTo(digest);
        }
    }

    @Test
    void unusualBitPatternsSurvive() {
        double payload = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
        double[] values = new double[Outcome.all().size()];
        double[] unusual = {-0.0, payload, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MAX_VALUE};
        System.arraycopy(unusual, 0, values, 0, unusual.length);
        try (ResultStore store = Fixtures.open(root)) {
            try (PartWriter part = store.begin(ARM, 0, 1, false)) {
                part.add(0, values);
                part.commit(Fixtures.weekly(0, 1));
            }
        }
        try (ResultReader reader = ResultReader.open(Fixtures.folder(root))) {
            double[] read = reader.run(ARM, 0).orElseThrow().outcomes();
            for (int i = 0; i < values.length; i++) {
                assertThat(Double.doubleToRawLongBits(read[i])).isEqualTo(Double.doubleToRawLongBits(values[i]));
            }
        }
    }

    @Test
    void weeklyCountsOfPartsAddUp() {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 130);
            Fixtures.write(store, ARM, 130, 200);
            Fixtures.write(store, OTHER_ARM, 0, 5);
        }
        WeeklyCounts expected = Fixtures.weekly(0, 200);
        try (ResultReader reader = ResultReader.open(Fixtures.folder(root))) {
            WeeklyCounts read = reader.weekly(ARM).orElseThrow();
            for (WeeklySeries series : WeeklySeries.values()) {
                for (int week = 0; week < Fixtures.WEEKS; week++) {
                    for (int bin = 0; bin < read.width(series); bin++) {
                        assertThat(read.count(series, week, bin)).isEqualTo(expected.count(series, week, bin));
                    }
                }
            }
        }
    }

    @Test
    void failedRunsAreStoredCountedAndLeftOutOfColumns() {
        try (ResultStore store = Fixtures.open(root)) {
            try (PartWriter part = store.begin(ARM, 0, 4, false)) {
                part.add(0, Fixtures.outcomes(0));
                part.fail(1, "division by zero in week 3: \"quoted\"\nand on");
                part.add(2, Fixtures.outcomes(2));
                part.add(3, Fixtures.outcomes(3));
                WeeklyCounts counts = Fixtures.weekly(2, 4);
                counts.add(Fixtures.weekly(0, 1));
                part.commit(counts);
            }
            assertThat(store.failed()).isEqualTo(1);
            assertThat(store.rows()).isEqualTo(4);
            store.finish(Map.of());
        }
        try (ResultReader reader = ResultReader.open(Fixtures.folder(root))) {
            assertThat(reader.failures())
                    .containsExactly(
                            new RunFailure(ARM, new RunKey(7, 1), "division by zero in week 3: \"quoted\"\nand on"));
            assertThat(reader.runs(ARM)).containsExactly(0, 2, 3);
            assertThat(reader.column(ARM, Outcome.MEAN_STABILITY)).hasSize(3);
            assertThat(reader.run(ARM, 1).orElseThrow().cause()).startsWith("division");
            assertThat(Answers.ask(reader, "SELECT count(*) FROM runs WHERE status = 'failed'", QueryLimits.DEFAULT)
                            .rows())
                    .containsExactly(List.of(1L));
        }
        assertThat(ResultVerifier.verify(Fixtures.folder(root), rows -> {}).discrepancies())
                .isEmpty();
    }

    @Test
    void eventsCarryCodes() {
        Event event = new Event(2, EventKind.WARNING, "japan", "russia", 0.8);
        try (ResultStore store = Fixtures.open(root)) {
            try (PartWriter part = store.begin(ARM, 0, 1, true)) {
                part.add(0, Fixtures.outcomes(0));
                part.event(new EventRow(0, LocalDate.of(2023, 9, 18), event, "JPN", "RUS"));
                part.commit(Fixtures.weekly(0, 1));
            }
            Fixtures.write(store, ARM, 1, 2);
        }
        try (ResultReader reader = ResultReader.open(Fixtures.folder(root))) {
            assertThat(Answers.ask(reader, "SELECT * FROM events", QueryLimits.DEFAULT)
                            .rows())
                    .containsExactly(List.of(
                            ARM, 0L, 2, "2023-09-18", "warning", "japan", "russia", "JPN", "RUS", "1312", -5.8, 0.8));
        }
    }

    @Test
    void extendingComputesOnlyWhatIsMissing() {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 10);
            Fixtures.write(store, ARM, 20, 30);
            store.finish(Map.of());
        }
        try (ResultStore store = Fixtures.open(root)) {
            assertThat(store.finished()).isTrue();
            assertThat(store.missing(ARM, 0, 50)).containsExactly(new RunRange(10, 20), new RunRange(30, 50));
            assertThat(store.missing(ARM, 22, 28)).isEmpty();
            assertThat(store.missing(OTHER_ARM, 5, 50)).containsExactly(new RunRange(5, 50));
            assertThatThrownBy(() -> store.begin(ARM, 9, 12, false)).hasMessageContaining("overlap stored runs 0..9");
            store.madeBy("tumen batch it.yaml");
            Fixtures.write(store, ARM, 10, 20);
            assertThat(store.finished()).isFalse();
            try (ResultReader unfinished = ResultReader.open(Fixtures.folder(root))) {
                assertThat(unfinished.command()).isEqualTo("tumen batch it.yaml");
            }
            store.finish(Map.of());
        }
        try (ResultStore whole = ResultStore.open(root.resolve("whole"), Fixtures.identity(), 0);
                ResultReader reader = ResultReader.open(Fixtures.folder(root))) {
            Fixtures.write(whole, ARM, 0, 30);
            assertThat(reader.digest()).isEqualTo(whole.digest());
        }
    }

    @Test
    void anInterruptedPartCoversWhatWasAdded() {
        try (ResultStore store = Fixtures.open(root)) {
            try (PartWriter part = store.begin(ARM, 0, 100, false)) {
                part.add(0, Fixtures.outcomes(0));
                part.add(1, Fixtures.outcomes(1));
                assertThatThrownBy(() -> part.add(3, Fixtures.outcomes(3))).hasMessageContaining("the next is 2");
                part.commit(Fixtures.weekly(0, 2));
            }
            assertThat(store.stored(ARM)).containsExactly(new RunRange(0, 2));
            try (PartWriter part = store.begin(ARM, 2, 5, false)) {
                part.add(2, Fixtures.outcomes(2));
            }
            assertThat(store.stored(ARM)).containsExactly(new RunRange(0, 2));
        }
    }

    @Test
    void weeklyCountsOfOtherRunsAreRefused() {
        try (ResultStore store = Fixtures.open(root);
                PartWriter part = store.begin(ARM, 0, 2, false)) {
            part.add(0, Fixtures.outcomes(0));
            part.add(1, Fixtures.outcomes(1));
            assertThatThrownBy(() -> part.add(2, Fixtures.outcomes(2))).hasMessageContaining("run 2 of arm baseline");
            assertThatThrownBy(() -> part.commit(Fixtures.weekly(0, 1))).hasMessageContaining("counted for 1 runs");
            assertThatThrownBy(() -> part.commit(Fixtures.weekly(0, 3))).hasMessageContaining("counted for 3 runs");
            part.commit(Fixtures.weekly(0, 2));
            assertThat(store.rows()).isEqualTo(2);
        }
    }

    @Test
    void threadsWriteAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ResultStore store = Fixtures.open(root)) {
            List<Future<?>> parts = LongStream.range(0, 12)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> Fixtures.write(store, ARM, i * 50, i * 50 + 50)))
                    .toList();
            for (Future<?> part : parts) {
                part.get();
            }
            assertThat(store.missing(ARM, 0, 600)).isEmpty();
            TableDigest digest = new TableDigest();
            LongStream.range(0, 600).forEach(run -> digest.add(ARM, run, Fixtures.outcomes(run)));
            assertThat(store.digest()).isEqualTo(digest);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anotherExperimentIsRefusedWithTheReason() {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 2);
        }
        Path folder = Fixtures.folder(root);
        String scenario = Fixtures.identity().arms().get(0).scenario();
        assertThatThrownBy(() -> ResultStore.open(folder, Fixtures.identity(8, "0.1.0", scenario), 0))
                .isInstanceOf(IncompatibleResultException.class)
                .hasMessageContaining("seed (7, 8)");
        assertThatThrownBy(() -> ResultStore.open(folder, Fixtures.identity(7, "0.2.0", scenario), 0))
                .isInstanceOf(IncompatibleResultException.class)
                .hasMessageContaining("model version 0.1.0")
                .hasMessageContaining("0.2.0");
        String changed = scenario.replace("1.5", "1.6");
        assertThatThrownBy(() -> ResultStore.open(folder, Fixtures.identity(7, "0.1.0", changed), 0))
                .isInstanceOf(IncompatibleResultException.class)
                .hasMessageEndingWith("What differs (there, here): baseline.deal.volume (1.5, 1.6)");
        String reordered = "{\"deal\":{\"volume\":1.5},\"weeks\":4}";
        ResultStore.open(folder, Fixtures.identity(7, "0.1.0", reordered), 0).close();
    }

    @Test
    void clearingStartsAnew() {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 5);
            store.clear();
            assertThat(store.missing(ARM, 0, 5)).containsExactly(new RunRange(0, 5));
            Fixtures.write(store, ARM, 0, 3);
            assertThat(store.rows()).isEqualTo(3);
        }
    }
}
