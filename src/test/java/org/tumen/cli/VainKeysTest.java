package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key of a study that nothing would read is refused, with whose it is. */
class VainKeysTest {
    private static final String LEVERS =
            "levers: {actors.russia.secrecy: {from: 0, to: 0.9}, actors.russia.generosity: {from: 0, to: 0.9}}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep: {points: 20} | sweep.points: belongs to the methods latin_hypercube and sobol",
                "hindcast: {parts: [launches], draws: 500} | hindcast.draws: belongs to the part votes",
                "search: {objectives: [delivered, {outcome: launches, limit: 2}]}"
                        + " | search.objectives[1].limit: belongs to the statistic share",
                "search: {objectives: [{outcome: launches, statistic: cvar, probability: 0.2}, delivered]}"
                        + " | search.objectives[0].probability: belongs to the statistic quantile",
            })
    void areRefused(String section, String told, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("world.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        String levers = section.startsWith("hindcast") ? "" : LEVERS;
        String outcomes = section.startsWith("sweep") ? "outcomes: [launches]\n" : "";
        Path study = Files.writeString(
                folder.resolve("study.yaml"), "scenario: world.yaml\n" + levers + outcomes + section + "\n");
        Program.Ending ending = InProcess.run("validate", study.toString());
        assertThat(ending.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err()).contains(told).contains("1 problem").doesNotContain("2 problems");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep: {method: sobol, points: 20}",
                "hindcast: {draws: 500}",
                "search: {objectives: [delivered, {outcome: launches, statistic: share, limit: 2}]}",
            })
    void areTakenWhereTheyAreRead(String section, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("world.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        String levers = section.startsWith("hindcast") ? "" : LEVERS;
        String outcomes = section.startsWith("sweep") ? "outcomes: [launches]\n" : "";
        Path study = Files.writeString(
                folder.resolve("study.yaml"), "scenario: world.yaml\n" + levers + outcomes + section + "\n");
        assertThat(InProcess.run("validate", study.toString()).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sweep, scale", "discover, smallest_difference", "sensitivity, smallest_difference"})
    void ofAnOutcomeAreRefused(String kind, String key, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("world.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "scenario: world.yaml\n" + LEVERS + "outcomes: [launches, {outcome: delivered, direction: more, " + key
                        + ": 2}]\n" + kind + ": {}\n");
        Program.Ending ending = InProcess.run("validate", study.toString());
        assertThat(ending.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err())
                .contains("outcomes[1]." + key + ": is nothing that a study of the kind " + kind + " uses")
                .contains("1 problem");
    }

    /** A file may hold the sections of several kinds: what one of them reads stands there for it. */
    @Test
    void ofAnOutcomeAreTakenForAnotherKindOfTheSameFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("world.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "scenario: world.yaml\nlevers: {actors.russia.secrecy: {from: 0, to: 0.9}}\n"
                        + "arms: {as_it_is: {}, loud: {set: {actors.japan.policy.assertiveness: 2}}}\n"
                        + "outcomes: [{outcome: delivered, smallest_difference: 0.1, scale: 2}]\ncompare: {}\nsweep: {}\n");
        assertThat(InProcess.run("validate", study.toString()).err()).isEmpty();
    }
}
