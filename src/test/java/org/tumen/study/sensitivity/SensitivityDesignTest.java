package org.tumen.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.StudyReader;

class SensitivityDesignTest {
    private static final List<String> PARAMETERS = List.of(
            "actors.north_korea.hardship.pressure",
            "actors.north_korea.policy.fear",
            "actors.north_korea.policy.council_shadow",
            "actors.north_korea.policy.defiance",
            "actors.north_korea.policy.conciliation",
            "actors.north_korea.policy.launch.tension",
            "actors.north_korea.policy.launch.heat",
            "actors.north_korea.policy.launch.dialogue",
            "actors.north_korea.policy.launch.patron",
            "actors.north_korea.policy.launch.pressure",
            "actors.north_korea.policy.launch.exercises",
            "actors.russia.secrecy",
            "actors.russia.policy.fear",
            "actors.russia.policy.defiance",
            "actors.japan.intelligence.false_alarm",
            "actors.japan.credibility.bluff",
            "actors.japan.credibility.mixed_signal",
            "actors.japan.packages.disruption",
            "actors.allies.packages.disruption",
            "actors.allies.policy.follow",
            "actors.security_council.rivalry.renewal",
            "deal.delivery.interdiction",
            "deal.delivery.arsenal_gain",
            "deal.openness.relief");

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

    /** Pairs of many parameters in many resamples had no room, which showed when all had been simulated. */
    @Test
    void moreResamplesThanHaveRoomAreRefusedBeforeAnythingIsSimulated() throws IOException {
        Files.writeString(folder.resolve("world.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Path file = folder.resolve("study.yaml");
        StringBuilder study = new StringBuilder("scenario: world.yaml\noutcomes: [mean_stability]\nuncertainties:\n");
        for (String path : PARAMETERS) {
            study.append("  ").append(path).append(": {from: 0.2, to: 0.4}\n");
        }
        String given = study + "sensitivity: {method: sobol, rows: 2, second_order: %s, resamples: 100000}\n";
        // 24 parameters: 48 indices, and 276 pairs.
        Files.writeString(file, given.formatted("true"));
        assertThatThrownBy(() -> StudyReader.plan(
                        file, new SensitivityKind(), ScenarioReader.Options.NONE, ExecutionSettings.standard()))
                .hasMessageContaining("sensitivity.resamples: must be at most 61,728 for 324 indices");
        Files.writeString(file, given.formatted("false"));
        assertThat(StudyReader.plan(
                        file, new SensitivityKind(), ScenarioReader.Options.NONE, ExecutionSettings.standard()))
                .isNotNull();
    }
}
