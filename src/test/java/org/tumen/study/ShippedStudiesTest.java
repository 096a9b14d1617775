package org.tumen.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.document.Document;
import org.tumen.document.Problems;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.report.CrateCheck;
import org.tumen.report.CrateRules;
import org.tumen.scenario.ScenarioReader;

/** Every study that ships is valid, and a small form of it runs to its end: into a result folder with a report. */
@Tag("slow")
class ShippedStudiesTest {
    private static final Path SHIPPED = Path.of("scenarios/studies");

    /** Fewer of everything; what a study does not say stays as it is. */
    private static final Map<String, Integer> FEWER = Map.ofEntries(
            Map.entry("runs", 4),
            Map.entry("most_runs", 8),
            Map.entry("points", 50),
            Map.entry("trajectories", 2),
            Map.entry("population", 8),
            Map.entry("evaluations", 16),
            Map.entry("fresh_runs", 50),
            Map.entry("front", 4),
            Map.entry("particles", 10),
            Map.entry("generations", 1),
            Map.entry("draws", 500),
            Map.entry("rows", 20));

    @TempDir
    private Path folder;

    static Stream<Arguments> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.sorted().flatMap(ShippedStudiesTest::asEachKind).toList().stream();
        }
    }

    private static Stream<Arguments> asEachKind(Path file) {
        return StudyKinds.of(Document.read(file, file.toString(), new Problems())).stream()
                .map(kind -> Arguments.of(file.getFileName().toString(), kind));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void isValidAndRunsToItsEnd(String name, StudyKind<?, ?> kind) throws Exception {
        assertThat(StudyReader.check(SHIPPED.resolve(name), ScenarioReader.Options.NONE)
                        .problems())
                .isEmpty();
        StudySession session = StudySession.quiet(ExecutionSettings.local(1, 0), new Cancellation(), RunListener.NONE);
        Path out = folder.resolve("out");
        kind.run(new StudyRequest(small(name), ScenarioReader.Options.NONE, out), session);
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        CrateRules.hold(out);
        assertThat(CrateCheck.of(out, null).orElseThrow().problems()).isEmpty();
        assertThat(out.resolve("study.yaml"))
                .hasSameBinaryContentAs(folder.resolve("studies").resolve(name));
    }

    /** The study with fewer of everything, beside copies of the scenarios that it may name. */
    private Path small(String name) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        String text = Files.readString(SHIPPED.resolve(name));
        for (Map.Entry<String, Integer> fewer : FEWER.entrySet()) {
            text = text.replaceAll("(?m)^( *" + fewer.getKey() + "): *[0-9]+$", "$1: " + fewer.getValue());
        }
        return Files.writeString(
                Files.createDirectories(folder.resolve("studies")).resolve(name), text);
    }
}
