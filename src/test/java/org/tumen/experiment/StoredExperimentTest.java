package org.tumen.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.declare.Resolved;
import org.tumen.document.Json;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.part.StoredArm;

class StoredExperimentTest {
    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** What is remembered of a text is what the text says. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsWhatItsStoredTextSays(Path file) {
        Scenario scenario = ScenarioReader.read(file).scenario();
        String text = Json.text(Resolved.document(scenario));
        assertThat(StoredExperiment.scenario(new StoredArm("arm", text, null))).isEqualTo(scenario);
    }

    @Test
    void whatWasSimulatedIsNotReadAgain() {
        Scenario scenario =
                ScenarioReader.read(Path.of("scenarios", "baseline.yaml")).scenario();
        Experiment experiment = Experiment.batch(scenario, 7);
        StoredExperiment.remember(experiment);
        assertThat(StoredExperiment.scenario(experiment.identity().arms().get(0)))
                .isSameAs(scenario);
    }
}
