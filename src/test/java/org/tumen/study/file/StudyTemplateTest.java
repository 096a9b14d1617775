package org.tumen.study.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.declare.ParameterEntry;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.StudyReader;

/** What is commented out in a study to begin with may be said too: each example is one that its kind takes. */
class StudyTemplateTest {
    /** Keys that others rule out: shipped studies, which a test runs, say them. */
    private static final Set<String> RULED_OUT = Set.of(
            "discover.arms",
            "sensitivity.arms",
            "discover.discover.box_coverage",
            "calibrate.calibrate.draws",
            "calibrate.calibrate.rows",
            "calibrate.calibrate.known_to",
            "calibrate.calibrate.cautious",
            "sensitivity.sensitivity.rows",
            "sensitivity.sensitivity.second_order",
            "sweep.sweep.points",
            "compare.compare.select",
            "compare.compare.indifference");

    @TempDir
    private Path folder;

    static Stream<StudyKind<?, ?>> kinds() {
        return StudyKinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKeyHasAnExampleThatItsKindTakes(StudyKind<?, ?> kind) throws Exception {
        Path scenario = Path.of("scenarios/reference.yaml");
        Files.copy(scenario, folder.resolve("scenario.yaml"));
        Files.copy(Path.of("src/test/resources/org/tumen/eventdata/gdelt-1.txt"), folder.resolve("events.tsv"));
        Set<String> keys = StudyTemplate.keys(kind).stream()
                .map(ParameterEntry::path)
                .filter(path -> !path.contains("[") && !path.contains("<"))
                .filter(path -> !RULED_OUT.contains(kind.name() + "." + path))
                .collect(Collectors.toSet());
        Path study = folder.resolve("study.yaml");
        Files.writeString(
                study,
                StudyTemplate.of(
                        kind, "scenario.yaml", ScenarioReader.read(scenario).scenario(), keys));
        assertThat(Files.readAllLines(study))
                .as("keys that are not said")
                .filteredOn(line -> line.matches(" *# [a-z_]+:( .*)?"))
                .hasSize((int) RULED_OUT.stream()
                        .filter(path -> path.startsWith(kind.name() + "."))
                        .count());
        assertThat(StudyReader.check(study, ScenarioReader.Options.NONE).problems())
                .isEmpty();
    }
}
