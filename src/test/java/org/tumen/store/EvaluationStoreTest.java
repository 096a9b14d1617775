package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search has evaluated outlives it. */
class EvaluationStoreTest {
    private static final List<String> POINT = List.of("0.5", "ladder");
    private static final EvaluationStore.Failure FAILURE =
            new EvaluationStore.Failure(POINT, "divided", 17, "ArithmeticException: the mistake showed");

    @TempDir
    Path folder;

    private void keep() {
        try (EvaluationStore store = EvaluationStore.open(folder, "study", false)) {
            store.add(Map.of(POINT, new double[] {1.5, Double.NaN}), List.of(FAILURE));
        }
    }

    @Test
    void valuesAndFailuresAreReadBack() {
        keep();
        try (EvaluationStore store = EvaluationStore.open(folder, "study", false)) {
            assertThat(store.find(POINT)).containsExactly(1.5, Double.NaN);
            assertThat(store.failures()).containsExactly(FAILURE);
        }
    }

    @Test
    void nothingIsRemovedUnderAnotherHolder() {
        keep();
        try (EvaluationStore first = EvaluationStore.open(folder, "study", false)) {
            assertThatThrownBy(() -> EvaluationStore.open(folder, "study", true))
                    .isInstanceOf(StoreBusyException.class);
            assertThat(first.find(POINT)).isNotNull();
        }
        try (EvaluationStore kept = EvaluationStore.open(folder, "study", false)) {
            assertThat(kept.all()).hasSize(1);
        }
        try (EvaluationStore anew = EvaluationStore.open(folder, "study", true)) {
            assertThat(anew.all()).isEmpty();
        }
    }

    @Test
    void aDamagedPartIsNamed() throws Exception {
        keep();
        Files.writeString(folder.resolve("search/part-000001.json"), "{\"fingerprint\": \"stu");
        assertThatThrownBy(() -> EvaluationStore.open(folder, "study", false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("part-000001.json is damaged; remove it");
    }
}
