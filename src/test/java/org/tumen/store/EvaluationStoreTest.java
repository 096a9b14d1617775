package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.document.Json;

/** What a search has evaluated outlives it. */
class EvaluationStoreTest {
    private static final StudyRecord STUDY = study("a", 100);
    private static final List<String> POINT = List.of("0.5", "ladder");
    private static final EvaluationStore.Failure FAILURE =
            new EvaluationStore.Failure(POINT, "divided", 17, "ArithmeticException: the mistake showed");

    @TempDir
    Path folder;

    private void keep() {
        try (EvaluationStore store = EvaluationStore.open(folder, STUDY, false)) {
            store.add(Map.of(POINT, new double[] {1.5, Double.NaN}), List.of(FAILURE));
        }
    }

    @Test
    void valuesAndFailuresAreReadBack() {
        keep();
        try (EvaluationStore store = EvaluationStore.open(folder, STUDY, false)) {
            assertThat(store.find(POINT)).containsExactly(1.5, Double.NaN);
            assertThat(store.failures()).containsExactly(FAILURE);
        }
    }

    /** A part that is written after the store was opened again has a file of its own. */
    @Test
    void whatIsAddedLaterLeavesWhatWasThere() {
        keep();
        List<String> second = List.of("0.6", "ladder");
        List<String> third = List.of("0.7", "ladder");
        EvaluationStore.Failure failed = new EvaluationStore.Failure(third, "united", 3, "it fell over");
        try (EvaluationStore store = EvaluationStore.open(folder, STUDY, false)) {
            store.add(Map.of(second, new double[] {2, 3}, third, new double[] {4, 5}), List.of(failed));
        }
        try (EvaluationStore store = EvaluationStore.open(folder, STUDY, false)) {
            assertThat(store.all()).containsOnlyKeys(POINT, second, third);
            assertThat(store.find(POINT)).containsExactly(1.5, Double.NaN);
            assertThat(store.find(third)).containsExactly(4, 5);
            assertThat(store.failures()).containsExactly(FAILURE, failed);
        }
    }

    @Test
    void nothingIsRemovedUnderAnotherHolder() {
        keep();
        try (EvaluationStore first = EvaluationStore.open(folder, STUDY, false)) {
            assertThatThrownBy(() -> EvaluationStore.open(folder, STUDY, true)).isInstanceOf(StoreBusyException.class);
            assertThat(first.find(POINT)).isNotNull();
        }
        try (EvaluationStore kept = EvaluationStore.open(folder, STUDY, false)) {
            assertThat(kept.all()).hasSize(1);
        }
        try (EvaluationStore anew = EvaluationStore.open(folder, STUDY, true)) {
            assertThat(anew.all()).isEmpty();
        }
    }

    private static StudyRecord study(String fingerprint, int runs) {
        return new StudyRecord(fingerprint, Json.object().put("seed", 1).put("runs", runs), "tumen search");
    }

    @Test
    void aDamagedPartIsNamedAndItsPointsEvaluatedAgain() throws Exception {
        keep();
        Path part = folder.resolve("search/part-000001.json");
        byte[] good = Files.readAllBytes(part);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(part, bad);
            try (EvaluationStore store = EvaluationStore.open(folder, STUDY, false)) {
                assertThat(store.notices())
                        .singleElement()
                        .asString()
                        .startsWith("search/part-000001.json was damaged");
                assertThat(store.find(POINT)).isNull();
            }
        }
    }

    @Test
    void evaluationsOfAnotherStudyAreRefusedByWhatDiffers() {
        keep();
        assertThatThrownBy(() -> EvaluationStore.open(folder, study("b", 200), false))
                .isInstanceOf(IncompatibleResultException.class)
                .hasMessageEndingWith("What differs (there, here): runs (100, 200)");
    }

    @Test
    void aFolderIsKeptToResultsOfOneKind() throws Exception {
        Path runs = folder.resolve("runs of an experiment");
        try (ResultStore store = ResultStore.open(runs, Fixtures.identity(), 3)) {
            Fixtures.write(store, Fixtures.ARM, 0, 3);
        }
        for (boolean anew : new boolean[] {false, true}) {
            assertThatThrownBy(() -> EvaluationStore.open(runs, STUDY, anew))
                    .isInstanceOf(IncompatibleResultException.class)
                    .hasMessageContaining("holds a result of another kind (manifest.json)");
        }
        assertThat(runs.resolve("search")).doesNotExist();
        Path calibration = Files.createDirectory(folder.resolve("calibration"));
        Files.writeString(calibration.resolve(StudyRecord.FILE), "{}");
        assertThatThrownBy(() -> EvaluationStore.open(calibration, STUDY, false))
                .hasMessageContaining("another kind (study.json)");
        assertThatThrownBy(() -> ResultStore.open(calibration, Fixtures.identity(), 3))
                .hasMessageContaining("another kind (study.json)");
    }

    @Test
    void whatWasMadeOfEvaluationsGoesWithThem() {
        keep();
        assertThatThrownBy(() -> ResultStore.open(folder, Fixtures.identity(), 3))
                .hasMessageContaining("another kind (search)");
        assertThatThrownBy(() -> FolderLock.hold(folder, ResultSort.RUNS, ResultSort.FINDINGS))
                .hasMessageContaining("another kind (search)");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
        try (FolderLock search = FolderLock.hold(folder, ResultSort.SEARCH)) {
            theFreshRunsAreOfTheEvaluations();
        }
    }

    private void theFreshRunsAreOfTheEvaluations() {
        try (ResultStore fresh = ResultStore.open(folder, Fixtures.identity(), 3)) {
            Fixtures.write(fresh, Fixtures.ARM, 0, 3);
        }
        try (EvaluationStore kept = EvaluationStore.open(folder, STUDY, false)) {
            assertThat(kept.all()).hasSize(1);
        }
        try (ResultStore fresh = ResultStore.open(folder, Fixtures.identity(), 3)) {
            assertThat(fresh.rows()).isEqualTo(3);
        }
        try (EvaluationStore anew = EvaluationStore.open(folder, STUDY, true)) {
            assertThat(anew.all()).isEmpty();
        }
        try (ResultStore other = ResultStore.open(folder, Fixtures.identity(8, "0.1.0", "{}"), 3)) {
            assertThat(other.rows()).isZero();
        }
    }

    @Test
    void aDamagedRecordIsMadeAgainWhereTheEvaluationsBelongToTheStudy() throws Exception {
        keep();
        Path record = folder.resolve("search/study.json");
        Files.writeString(record, Files.readString(record).replace("100", "101"));
        try (EvaluationStore store = EvaluationStore.open(folder, STUDY, false)) {
            assertThat(store.notices()).containsExactly("study.json was damaged and is made again");
            assertThat(store.find(POINT)).isNotNull();
        }
        Files.delete(record);
        assertThatThrownBy(() -> EvaluationStore.open(folder, study("b", 200), false))
                .isInstanceOf(IncompatibleResultException.class)
                .hasMessageContaining("part-000001.json belongs to another search");
    }
}
