package org.tumen.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.file.StudyReader;

class SensitivityDesignTest {
    @TempDir
    private Path folder;

    /**
     * Trajectories begin at each level alike, so that effects are those of the whole range. Of 300 coordinates half lie at an end,
     * with a deviation of 8.7, of which four are allowed; of trajectories chosen to lie far apart most do.
     */
    @Test
    void trajectoriesFavourNoPartOfTheRange() throws IOException {
        Files.writeString(folder.resolve("world.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Path file = Files.writeString(folder.resolve("study.yaml"), """
                scenario: world.yaml
                uncertainties:
                  actors.russia.secrecy: {from: 0, to: 0.9}
                  actors.russia.generosity: {from: 0, to: 0.9}
                  region.impacts.spiral: {from: -1, to: 1}
                outcomes: [mean_stability]
                sensitivity: {method: morris, trajectories: 100}
                """);
        double[][] points = StudyReader.plan(
                        file, new SensitivityKind(), ScenarioReader.Options.NONE, ExecutionSettings.standard())
                .sample()
                .unit();
        int ends = 0;
        for (int first = 0; first < points.length; first += 4) {
            for (double place : points[first]) {
                ends += place == 0 || place == 1 ? 1 : 0;
            }
        }
        assertThat(ends).isBetween(150 - 35, 150 + 35);
    }
}
