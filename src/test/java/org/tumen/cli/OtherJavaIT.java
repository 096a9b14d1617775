package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.Needed;

/** The same outcomes, to the bit, on any later Java that this machine has. */
class OtherJavaIT {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    @TempDir
    private Path folder;

    private static List<Path> laterJavas() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(INSTALLED)) {
            return found.filter(home -> version(home) > Runtime.version().feature())
                    .sorted()
                    .toList();
        }
    }

    /** The feature release that the file {@code release} of a Java names; 0 where there is none. */
    private static int version(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private String digest(Path java, String scenario, String name) throws IOException, InterruptedException {
        Program.Ending made = Program.run(
                java,
                folder.resolve("results"),
                "batch",
                scenario,
                "--runs",
                "200",
                "--out",
                folder.resolve(name).toString());
        assertThat(made.status()).as(made.err()).isZero();
        return made.out()
                .lines()
                .filter(line -> line.startsWith("Outcome table digest "))
                .findFirst()
                .orElseThrow();
    }

    @Tag("slow")
    @Test
    void digestsAreTheSameOnEveryLaterJava() throws Exception {
        List<Path> others = laterJavas();
        Needed.require(!others.isEmpty(), "java", "there is no Java later than this one in " + INSTALLED);
        for (String scenario : List.of("scenarios/baseline.yaml", "scenarios/reference.yaml")) {
            String here = digest(Path.of(System.getProperty("java.home")), scenario, "here-" + scenario.hashCode());
            for (Path other : others) {
                assertThat(digest(other, scenario, other.getFileName() + "-" + scenario.hashCode()))
                        .as("%s on %s", scenario, other)
                        .isEqualTo(here);
            }
        }
    }
}
