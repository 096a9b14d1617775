package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The libraries of the program against the advisories that were found for them: each library was looked up, and none is of
 * a version that an advisory names, but for those that the table says why it does no harm. It asks no network; the table
 * is as old as its last change.
 */
class KnownVulnerabilitiesIT {
    private static final Pattern JAR = Pattern.compile("lib/(.+?)-(\\d[\\w.]*)\\.jar");

    /** A line of the table; one library may have several. */
    private record Advisory(String library, String name, String fixedIn, String remark) {
        boolean concerns(String artifact) {
            return library.endsWith("*")
                    ? artifact.startsWith(library.substring(0, library.length() - 1))
                    : artifact.equals(library);
        }
    }

    /** A library of the program. */
    private record Library(String artifact, String version) {}

    private static List<Advisory> advisories() throws IOException {
        try (InputStream in = KnownVulnerabilitiesIT.class.getResourceAsStream("/advisories.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .map(cells -> new Advisory(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    private static List<Library> libraries() throws IOException {
        List<Library> found = new ArrayList<>();
        try (JarFile program = new JarFile(Path.of("target", "tumen.jar").toFile())) {
            String path = program.getManifest().getMainAttributes().getValue("Class-Path");
            for (String entry : path.split(" ")) {
                Matcher jar = JAR.matcher(entry);
                assertThat(jar.matches()).as(entry).isTrue();
                found.add(new Library(jar.group(1), jar.group(2)));
            }
        }
        return found;
    }

    @TestFactory
    List<DynamicTest> everyLibraryIsAboveTheFixes() throws IOException {
        List<Advisory> advisories = advisories();
        return libraries().stream()
                .map(library -> DynamicTest.dynamicTest(library.toString(), () -> {
                    List<Advisory> its = advisories.stream()
                            .filter(a -> a.concerns(library.artifact()))
                            .toList();
                    assertThat(its).as("look up " + library.artifact()).isNotEmpty();
                    assertThat(its)
                            .filteredOn(a -> !a.name().isEmpty() && a.remark().isEmpty())
                            .allSatisfy(a -> assertThat(compare(library.version(), a.fixedIn()))
                                    .as(
                                            "%s %s is older than %s, which fixes %s",
                                            library.artifact(), library.version(), a.fixedIn(), a.name())
                                    .isNotNegative());
                }))
                .toList();
    }

    @Test
    void theTableHoldsNothingElse() throws IOException {
        List<Library> libraries = libraries();
        assertThat(advisories())
                .allSatisfy(a -> assertThat(libraries).anyMatch(library -> a.concerns(library.artifact())));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(compare("2.18.12", "2.18.9")).isPositive();
        assertThat(compare("5.5.0", "5.5.1")).isNegative();
        assertThat(compare("1.4.4.0", "1.4.4")).isZero();
    }

    private static int compare(String one, String other) {
        int[] a = numbers(one);
        int[] b = numbers(other);
        int length = Math.max(a.length, b.length);
        return Arrays.compare(Arrays.copyOf(a, length), Arrays.copyOf(b, length));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\D+")).mapToInt(Integer::parseInt).toArray();
    }
}
