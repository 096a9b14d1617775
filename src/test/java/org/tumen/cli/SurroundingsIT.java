package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.Needed;

/** The program as its script starts it, in a folder of other letters, where the locale and the disks are not what they should be. */
class SurroundingsIT {
    private static final Path BUILT = Program.JAR.getParent();

    @TempDir
    static Path root;

    private static Path home;

    /** Without the scenarios, so that no archive of classes is made here. */
    @BeforeAll
    static void install() throws IOException {
        home = copy(root.resolve("プログラム é"));
        Files.writeString(
                root.resolve("żółw 基线.yaml"),
                "extends: \"" + Path.of("scenarios/baseline.yaml").toAbsolutePath() + "\"\nname: turtle\n");
    }

    /** A copy: through links Java and the driver would find what was built. */
    private static Path copy(Path to) throws IOException {
        Files.createDirectories(to.resolve("target/lib"));
        Files.copy(Path.of("tumen"), to.resolve("tumen"));
        // Older than what was built of it.
        Files.copy(Path.of("pom.xml"), to.resolve("pom.xml"));
        Files.copy(Program.JAR, to.resolve("target/tumen.jar"));
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve("target/lib").resolve(file.getFileName()));
            }
        }
        // Last, as a build does.
        Files.copy(BUILT.resolve("tumen.libraries"), to.resolve("target/tumen.libraries"));
        return to;
    }

    private static Program.Ending shell(Map<String, String> variables, String script)
            throws IOException, InterruptedException {
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script);
        builder.environment().put("T", home.resolve("tumen").toString());
        builder.environment().put("LC_ALL", "POSIX");
        // These processes are short.
        builder.environment().put("TUMEN_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(variables);
        int status = builder.directory(root.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Program.Ending(status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    private static List<Path> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }

    @Tag("slow")
    @Test
    void lettersAreReadInAnyLocaleAndNothingTemporaryIsNeeded() throws Exception {
        // Where temporary files should go there is nothing, so whoever needs one fails.
        Map<String, String> there = Map.of(
                "TUMEN_JAVA_OPTIONS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=" + root.resolve("nowhere"));
        Program.Ending batch =
                shell(there, "\"$T\" batch 'żółw 基线.yaml' --allow-outside --runs 60 --out 'wynik ż' --threads 1");
        assertThat(batch.status()).as(batch.err()).isZero();
        assertThat(root.resolve("wynik ż/manifest.json")).isRegularFile();
        Program.Ending query = shell(there, "\"$T\" query 'wynik ż' 'select count(*) as \"ż\" from runs' --csv");
        assertThat(query.out()).as(query.err()).isEqualTo("ż\r\n60\r\n");
        Program.Ending full = shell(there, "\"$T\" query 'wynik ż' 'select run from runs' --csv >/dev/full");
        assertThat(full.status()).isEqualTo(Main.FAILED);
        assertThat(full.err()).contains("tumen: failed: the output could not be written: No space left on device");
        Program.Ending cut =
                shell(there, "set -o pipefail; \"$T\" query 'wynik ż' 'from range(50000)' --csv | head -1");
        assertThat(cut.err()).isEmpty();
        assertThat(cut.status()).isZero();
        Path temp = Files.createDirectories(root.resolve("temp ü"));
        Program.Ending invalid = shell(
                Map.of("TUMEN_TEMP", temp.toString()), "\"$T\" batch 'żółw 基线.yaml' --allow-outside --set weeks=0");
        assertThat(invalid.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(left(temp)).isEmpty();
    }

    /** What the system has against a file or folder is told, with the status of a failure where it is no fault of the input. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify open | 0 | nothing wrong",
                "verify closed | 2 | closed/runs cannot be read: access denied",
                "query closed 'select 1' | 2 | closed/runs cannot be listed: access denied",
                "verify shut | 2 | shut cannot be read: access denied",
                "report open | 1 | access denied; give another --out",
                "join open --out joined | 1 | access denied; give another --out",
                "export open --to runs.csv | 1 | Permission denied",
                "init --to mine.yaml | 1 | mine.yaml cannot be written: access denied",
                "validate secret.yaml | 2 | secret.yaml: cannot be read: access denied",
                "validate shut | 2 | shut cannot be listed: access denied",
                "validate shut/manifest.json | 2 | manifest.json: cannot be read: access denied",
            })
    void whoMayNotReadOrWriteIsTold(String command, int status, String told) throws Exception {
        Path there = root.resolve("others");
        if (!Files.exists(there)) {
            Files.createDirectory(there);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (String name : List.of("open", "closed", "shut")) {
                String[] batch = {
                    "batch",
                    "scenarios/reference.yaml",
                    "--runs",
                    "5",
                    "--out",
                    there.resolve(name).toString()
                };
                assertThat(InProcess.run(batch).status()).isZero();
            }
            Files.setPosixFilePermissions(there.resolve("closed/runs"), Set.of());
            Files.setPosixFilePermissions(there.resolve("shut"), Set.of());
            Files.setPosixFilePermissions(Files.createFile(there.resolve("secret.yaml")), Set.of());
        }
        String other = "setpriv --reuid=65534 --regid=65534 --clear-groups";
        Needed.require(
                shell(Map.of(), other + " test ! -r others/secret.yaml").status() == 0,
                "other",
                "only root becomes another user");
        Program.Ending ending = shell(Map.of(), "cd others && " + other + " \"$T\" " + command);
        assertThat(ending.status()).as(ending.err()).isEqualTo(status);
        assertThat(ending.out() + ending.err()).contains(told).doesNotContain("java.", "TUMEN_DEBUG");
    }

    /** The child that answers uses the folder too; while it starts and works, and when it is killed, nothing is laid there. */
    @Test
    void aKillLeavesNothing() throws Exception {
        Path temp = Files.createDirectories(root.resolve("killed"));
        String scenario = Path.of("scenarios/baseline.yaml").toAbsolutePath().toString();
        Program.Ending killed = shell(
                Map.of("TUMEN_TEMP", temp.toString()),
                "\"$T\" batch '" + scenario + "' --runs 2000000 --out killed-result & "
                        + "while [ ! -e killed-result/manifest.json ] && kill -0 $!; do sleep 0.01; done; kill -9 $!; wait $!");
        assertThat(killed.status()).as(killed.err()).isEqualTo(137);
        assertThat(root.resolve("killed-result/manifest.json")).isRegularFile();
        assertThat(left(temp)).isEmpty();
    }

    @Test
    void aLibraryThatIsDamagedIsNamedWithoutATrace() throws Exception {
        Needed.require(
                Files.isReadable(Path.of("/proc/self/maps")),
                "proc",
                "elsewhere than on Linux the driver gives the reason");
        Path damaged = copy(root.resolve("damaged"));
        try (Stream<Path> files = Files.list(damaged.resolve("target/lib"))) {
            List<Path> libraries = files.filter(
                            file -> file.getFileName().toString().startsWith("libduckdb_java"))
                    .toList();
            assertThat(libraries).isNotEmpty();
            for (Path library : libraries) {
                Files.writeString(library, "cut short");
            }
        }
        Map<String, String> variables = Map.of("T", damaged.resolve("tumen").toString());
        String result = Path.of("src/test/resources/org/tumen/store/version-1")
                .toAbsolutePath()
                .toString();
        for (String command : List.of("query '" + result + "' 'from runs'", "verify '" + result + "'")) {
            Program.Ending ending = shell(variables, "\"$T\" " + command);
            assertThat(ending.status()).as(ending.err()).isEqualTo(Main.FAILED);
            assertThat(ending.err())
                    .containsOnlyOnce("DuckDB's library " + damaged.resolve("target/lib/libduckdb_java"))
                    .containsOnlyOnce("was not loaded: file too short; where its file system is mounted noexec")
                    .doesNotContain("\tat ", "memory was too small");
        }
    }
}
