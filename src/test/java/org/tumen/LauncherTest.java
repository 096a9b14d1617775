package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code tumen}, with a Maven and a Java that only leave what the real ones would. */
class LauncherTest {
    /** Makes what a build makes, the list last; with CUT it ends before that, and leaves what a kill would. */
    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo "$*" >>"$RECORD/builds"
            mkdir -p target/lib
            if [ -n "${CUT:-}" ]; then
                : >target/tumen.jar
                : >target/lib/a.jar
                exit 1
            fi
            if [ -n "${EDIT:-}" ]; then echo "more" >>"$EDIT"; sleep 0.02; fi
            for file in lib/a.jar lib/b.jar lib/libduckdb_java.so_test tumen.jar; do
                [ -e target/$file ] || echo content >target/$file
            done
            printf lib/a.jar:lib/b.jar >target/tumen.libraries
            """;

    /** Writes down how it was started, and makes an archive when asked for one, unless told to fail at it. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            for word in "$@"; do
                case $word in
                    -Xshare:off)
                        if [[ " $* " == *" serve "* ]]; then echo http; exit; fi
                        echo trial >>"$RECORD/trials"; [ -z "${FAIL:-}" ]; exit ;;
                    -XX:SharedArchiveFile=*) archive=${word#*=} ;;
                esac
            done
            if [[ " $* " == *" -Xshare:dump "* ]]; then echo archive >"$archive"; exit; fi
            printf '%s\\n' "$LC_ALL" "$@" >"$RECORD/start"
            """;

    @TempDir
    private Path root;

    private Path home;
    private Path source;
    private Path target;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(root.resolve("home"));
        target = home.resolve("target");
        source = Files.createDirectories(home.resolve("src/main")).resolve("Some.java");
        Files.writeString(source, "content");
        Files.writeString(home.resolve("pom.xml"), "content");
        for (Path file : List.of(source, home.resolve("pom.xml"), source.getParent())) {
            age(file, Duration.ofDays(2));
        }
        Files.copy(Path.of("tumen"), home.resolve("tumen"));
        program("bin/mvn", MAVEN);
        java("java-17", "17.0.1");
        variables.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        variables.put("RECORD", root.toString());
        variables.put("JAVA_HOME", root.resolve("java-17").toString());
    }

    private void java(String name, String version) throws IOException {
        program(name + "/bin/java", JAVA);
        Files.writeString(root.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void program(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    /** Starts the program and returns the status and what it complained of. */
    private String start(String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", home.resolve("tumen").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.startsWith("TUMEN_"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    private int count(String record) throws IOException {
        Path file = root.resolve(record);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    private List<String> started() throws IOException {
        return Files.readAllLines(root.resolve("start"));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private void builds(int builds) throws IOException, InterruptedException {
        assertThat(start()).startsWith("0 ");
        assertThat(count("builds")).isEqualTo(builds);
    }

    @Test
    void aBuildThatWasCutShortIsRepaired() throws Exception {
        variables.put("CUT", "1");
        assertThat(start()).startsWith("1 ").contains("the build failed");
        variables.remove("CUT");
        builds(2);
        assertThat(target.resolve("lib/a.jar")).content().isEqualTo("content\n");
        builds(2);
    }

    @Test
    void whatIsMissingOrCutShortIsBuiltAgain() throws Exception {
        builds(1);
        int builds = 1;
        for (String name :
                List.of("tumen.jar", "lib/a.jar", "lib/b.jar", "lib/libduckdb_java.so_test", "tumen.libraries")) {
            Files.writeString(target.resolve(name), "");
            builds(++builds);
            builds(builds);
            assertThat(target.resolve(name)).isNotEmptyFile();
        }
        for (String name : List.of("tumen.jar", "lib/a.jar", "tumen.libraries")) {
            Files.delete(target.resolve(name));
            builds(++builds);
        }
        // As a build that is killed leaves it: a new jar beside the list of the build before.
        age(target.resolve("tumen.libraries"), Duration.ofDays(1));
        builds(++builds);
        builds(builds);
    }

    @Test
    void aSourceDatedInTheFutureIsBuiltOnceAndAgainWhenItChanges() throws Exception {
        age(source, Duration.ofDays(-400));
        builds(1);
        builds(1);
        Files.writeString(source, "changed");
        age(source, Duration.ofDays(-300));
        builds(2);
        builds(2);
        Files.writeString(source, "changed again");
        builds(3);
        builds(3);
    }

    @Test
    void whatIsEditedDuringABuildIsBuiltNext() throws Exception {
        variables.put("EDIT", source.toString());
        builds(1);
        variables.remove("EDIT");
        builds(2);
        builds(2);
    }

    @Test
    void aRemovedSourceIsBuilt() throws Exception {
        builds(1);
        Thread.sleep(20);
        Files.delete(source);
        builds(2);
        builds(2);
    }

    @Test
    void everyJavaHasAnArchiveOfItsOwn() throws Exception {
        builds(1);
        assertThat(archives()).hasSize(1);
        assertThat(started()).contains("-XX:SharedArchiveFile=" + archives().get(0));
        java("java-21", "21");
        variables.put("JAVA_HOME", root.resolve("java-21").toString());
        builds(1);
        assertThat(archives()).hasSize(2);
        builds(1);
        assertThat(count("trials")).isEqualTo(2);
    }

    @Test
    void anArchiveThatCouldNotBeMadeIsTriedAgainLater() throws Exception {
        variables.put("FAIL", "1");
        builds(1);
        builds(1);
        assertThat(count("trials")).isEqualTo(1);
        assertThat(started()).noneMatch(word -> word.startsWith("-XX:SharedArchiveFile"));
        variables.remove("FAIL");
        try (Stream<Path> files = Files.list(target)) {
            age(
                    files.filter(file -> file.toString().endsWith(".failed"))
                            .findFirst()
                            .orElseThrow(),
                    Duration.ofHours(2));
        }
        age(target.resolve("tumen.jar"), Duration.ofHours(3));
        builds(1);
        assertThat(count("trials")).isEqualTo(2);
        assertThat(started()).contains("-XX:SharedArchiveFile=" + archives().get(0));
    }

    private List<String> collectors() throws IOException {
        return started().stream()
                .filter(word -> word.matches("-XX:\\+Use\\w+GC"))
                .toList();
    }

    @Test
    void anotherCollectorStandsAlone() throws Exception {
        builds(1);
        assertThat(collectors()).containsExactly("-XX:+UseSerialGC");
        variables.put("TUMEN_JAVA_OPTIONS", "-Xmx1g -XX:+UseG1GC -Dsome=thing");
        builds(1);
        assertThat(collectors()).containsExactly("-XX:+UseG1GC");
        variables.remove("TUMEN_JAVA_OPTIONS");
        variables.put("JDK_JAVA_OPTIONS", "-XX:+UseZGC");
        builds(1);
        assertThat(collectors()).isEmpty();
    }

    @Test
    void oneSettingMovesTemporaryFilesAndCrashLogs() throws Exception {
        builds(1);
        assertThat(started()).contains("-XX:ErrorFile=/tmp/tumen-crash-%p.log", "-XX:-UsePerfData");
        Path temp = Files.createDirectories(root.resolve("te mp%"));
        variables.put("TUMEN_TEMP", temp.toString());
        builds(1);
        assertThat(started())
                .contains("-Djava.io.tmpdir=" + temp, "-XX:ErrorFile=" + root + "/te mp%%/tumen-crash-%p.log");
        Files.delete(target.resolve("tumen.jar"));
        builds(2);
        assertThat(Files.readAllLines(root.resolve("builds")).get(1)).contains("-Djava.io.tmpdir=" + temp);
        variables.put("TUMEN_TEMP", root.resolve("nowhere").toString());
        assertThat(start()).startsWith("2 ").contains("TUMEN_TEMP names no folder that can be written", "make it");
    }

    @Test
    void theLocaleHasAllLetters() throws Exception {
        for (String locale : List.of("POSIX", "C", "de_DE.ISO-8859-1", "")) {
            variables.put("LC_ALL", locale);
            variables.put("LANG", locale);
            assertThat(start("żółw", "基线")).startsWith("0 ");
            assertThat(started().get(0)).as(locale).endsWith("UTF-8");
            assertThat(started()).endsWith("żółw", "基线");
        }
    }

    @Test
    void tooLittleAddressSpaceIsTold() throws Exception {
        builds(1);
        program("bin/tumen-limited", "ulimit -v 1000000; exec bash " + home.resolve("tumen") + "\n");
        Process process = new ProcessBuilder(
                        "bash", root.resolve("bin/tumen-limited").toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        assertThat(process.getInputStream())
                .asString(StandardCharsets.UTF_8)
                .contains("at least 3500 MB of address space are needed, and ulimit -v allows 1000");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void tooFewOpenFilesAreTold() throws Exception {
        builds(1);
        program("bin/tumen-few", "ulimit -n 40; exec bash " + home.resolve("tumen") + "\n");
        Process process = new ProcessBuilder(
                        "bash", root.resolve("bin/tumen-few").toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        assertThat(process.getInputStream())
                .asString(StandardCharsets.UTF_8)
                .contains("at least 100 open files are needed, and ulimit -n allows 40; raise it");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
