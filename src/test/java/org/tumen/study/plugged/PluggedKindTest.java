package org.tumen.study.plugged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.document.Json;

/** A kind of study that a jar beside the program brings: three classes and a line, and everything else follows. */
class PluggedKindTest {
    @TempDir
    private Path folder;

    private record Ending(int status, String said) {}

    @BeforeEach
    void plugIn() throws IOException {
        Path services = Files.createDirectories(folder.resolve("jar/META-INF/services"));
        Files.writeString(services.resolve("org.tumen.study.StudyKind"), TallyKind.class.getName() + "\n");
        Path scenarios = Files.createDirectories(folder.resolve("scenarios"));
        for (String name : List.of("reference.yaml", "baseline.yaml", "silence.yaml")) {
            Files.copy(Path.of("scenarios", name), scenarios.resolve(name));
        }
        Files.writeString(folder.resolve("study.yaml"), """
                name: counted
                worlds:
                  usual: {scenario: scenarios/baseline.yaml}
                  silent: {scenario: scenarios/silence.yaml}
                runs: 6
                tally: {from: 0}
                """);
    }

    private Ending tumen(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + folder.resolve("jar"),
                "org.tumen.cli.Main"));
        command.addAll(List.of(args));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ending(process.exitValue(), Files.readString(said));
    }

    @Test
    void itIsACommandAndASchemaAndAReport() throws Exception {
        assertThat(tumen("--help").said()).contains("tally", "Count the runs with many crises.");
        assertThat(tumen("tally", "--help").said())
                .contains("from: Crises from which a run counts (0 to 100, default 1)");
        assertThat(Json.MAPPER
                        .readTree(tumen("schema", "tally").said())
                        .at("/properties/tally/properties/from/maximum")
                        .asInt())
                .isEqualTo(100);
        assertThat(tumen("validate", "study.yaml").said()).contains("tally").doesNotContain("unknown");
        Ending made = tumen("tally", "study.yaml", "--out", "out");
        assertThat(made.status()).as(made.said()).isZero();
        assertThat(Files.readString(folder.resolve("out/counts.csv")))
                .isEqualTo("world,counted,runs\r\nusual,6.0,6.0\r\nsilent,6.0,6.0\r\n");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Counted.", "Runs by world.");
    }

    @Test
    void whatIsWrongWithItsSectionIsTold() throws Exception {
        Files.writeString(
                folder.resolve("study.yaml"),
                Files.readString(folder.resolve("study.yaml")).replace("{from: 0}", "{form: 0, from: -1}"));
        Ending wrong = tumen("tally", "study.yaml");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.said()).contains("tally.form", "did you mean from", "tally.from", "0 to 100");
    }
}
