package org.tumen.study.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.study.StudySession;
import org.tumen.study.Tumen;

class SearchEvaluationsTest {
    private static final int RUNS = 300;

    @TempDir
    private Path folder;

    /** Parts of ten points are stored as they are finished; those of the part at work are not lost either. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 14})
    void whatIsFinishedIsKeptWhenTheSearchIsCancelled(int finished) throws IOException {
        Files.copy(Path.of("scenarios", "reference.yaml"), folder.resolve("reference.yaml"));
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "scenario: reference.yaml\nlevers:\n  actors.japan.policy.assertiveness: {from: 0.2, to: 1.8}\nruns: "
                        + RUNS
                        + "\nsearch:\n  objectives: [mean_stability, delivered]\n  population: 20\n  evaluations: 20\n");
        Cancellation cancellation = new Cancellation();
        AtomicInteger points = new AtomicInteger();
        RunListener afterSome = new RunListener() {
            @Override
            public void made(int runs) {
                if (points.incrementAndGet() == finished) {
                    cancellation.request();
                }
            }
        };
        StudySession session = StudySession.quiet(ExecutionSettings.local(1, 0), cancellation, afterSome);

        assertThatThrownBy(() -> Tumen.study("search", study, folder.resolve("out"), session))
                .isInstanceOf(InterruptedException.class);

        int kept = 0;
        try (Stream<Path> parts = Files.list(folder.resolve("out").resolve("search"))) {
            for (Path part : parts.filter(p -> p.getFileName().toString().startsWith("part-"))
                    .toList()) {
                kept += new JsonMapper().readTree(part.toFile()).path("points").size();
            }
        }
        assertThat(kept).isEqualTo(finished);
    }
}
