package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReaderTest {
    private static final Set<String> OUTCOMES = Set.of("mean_stability", "delivered");

    @TempDir
    private Path folder;

    private StudyReader.StudyReading read(String text) throws IOException {
        Files.writeString(folder.resolve("reference.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Files.writeString(folder.resolve("world.yaml"), "extends: reference.yaml\nname: world\n");
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, text);
        return StudyReader.read(file, OUTCOMES, ScenarioReader.Options.NONE);
    }

    @Test
    void armsAreTheScenarioWithTheirOverrides() throws IOException {
        Study study =
                read("scenario: world.yaml\nbaseline: b\narms:\n  a: {set: {weeks: 20}}\n  b: {set: {weeks: 20}}\noutcomes: [delivered]\nruns: 7\n")
                        .study();

        assertThat(study.name()).isEqualTo("study");
        assertThat(study.arms()).containsExactly("a", "b");
        assertThat(study.baseline()).isEqualTo("b");
        assertThat(study.runs()).isEqualTo(7);
        assertThat(study.worlds().get("world").get("a").weeks()).isEqualTo(20);
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() throws IOException {
        List<String> problems = read("""
                        scenario: world.yaml
                        baseline: c
                        arms:
                          a:
                            set:
                              weeks: 0
                          b:
                            set:
                              actors.japan.polic.assertiveness: 1
                        outcomes: [mean_stabilty]
                        levers:
                          no.such.path: {range: [0, 1]}
                        """).problems().stream()
                .map(p -> p.line() + " " + p.message())
                .toList();

        assertThat(problems).anyMatch(p -> p.startsWith("2 ") && p.contains("a or b"));
        assertThat(problems).anyMatch(p -> p.startsWith("6 ") && p.contains("1 to 5200"));
        assertThat(problems).anyMatch(p -> p.startsWith("9 ") && p.contains("actors.japan.policy.assertiveness"));
        assertThat(problems).anyMatch(p -> p.startsWith("10 ") && p.contains("mean_stability"));
        assertThat(problems).anyMatch(p -> p.startsWith("12 ") && p.contains("unknown path"));
    }
}
