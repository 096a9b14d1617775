package org.tumen.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /** Settings of the method that is not asked for would do nothing; whoever wrote them thinks that they do. */
    @Test
    void settingsOfTheOtherMethodAreRefused() throws IOException {
        Files.writeString(folder.resolve("world.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Path file = folder.resolve("study.yaml");
        String study = """
                scenario: world.yaml
                uncertainties:
                  actors.russia.secrecy: {from: 0, to: 0.9}
                  region.impacts.spiral: {from: -1, to: 1}
                outcomes: [mean_stability]
                sensitivity: {%s}
                """;
        Files.writeString(file, study.formatted("rows: 64, second_order: true, trajectories: 10"));
        assertThatThrownBy(() -> StudyReader.plan(
                        file, new SensitivityKind(), ScenarioReader.Options.NONE, ExecutionSettings.standard()))
                .hasMessageContaining("6: sensitivity.rows: belongs to the method sobol")
                .hasMessageContaining("sensitivity.second_order: belongs to the method sobol")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("trajectories"));
        Files.writeString(file, study.formatted("method: sobol, rows: 64, levels: 4"));
        assertThatThrownBy(() -> StudyReader.plan(
                        file, new SensitivityKind(), ScenarioReader.Options.NONE, ExecutionSettings.standard()))
                .hasMessageContaining("sensitivity.levels: belongs to the method morris");
    }
}
