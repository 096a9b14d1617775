package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The libraries of the program against the advisories that were found for them: each library was looked up, and none is of
 * a version that an advisory names, but for those that the table says why it does no harm. It asks no network; the table
 * says on which day it was looked up.
 */
class KnownVulnerabilitiesIT {
    private static final Pattern LOOKED_UP = Pattern.compile("# looked up on (\\d{4}-\\d\\d-\\d\\d)");

    /** A line of the table; one library may have several. */
    private record Advisory(String library, String name, String fixedIn, String remark) {
        boolean concerns(String artifact) {
            return Libraries.concerns(library, artifact);
        }
    }

    private static List<Advisory> advisories() throws IOException {
        return lines().stream()
                .skip(2)
                .map(line -> line.split(",", 4))
                .map(cells -> new Advisory(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = KnownVulnerabilitiesIT.class.getResourceAsStream("/advisories.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @TestFactory
    List<DynamicTest> everyLibraryIsAboveTheFixes() throws IOException {
        List<Advisory> advisories = advisories();
        return Libraries.ofProgram().stream()
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
        List<Libraries.Library> libraries = Libraries.ofProgram();
        assertThat(advisories())
                .allSatisfy(a -> assertThat(libraries).anyMatch(library -> a.concerns(library.artifact())));
    }

    /** With {@code -Dtumen.advisories.days=N} a table that is older fails: what was found since nobody has looked up. */
    @Test
    void theTableTellsOfWhichDayItIs() throws IOException {
        Matcher said = LOOKED_UP.matcher(lines().get(0));
        assertThat(said.matches()).as(lines().get(0)).isTrue();
        LocalDate day = LocalDate.parse(said.group(1));
        assertThat(day).isBeforeOrEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(1));
        String most = System.getProperty("tumen.advisories.days", "");
        if (!most.isEmpty()) {
            assertThat(day)
                    .as("look all libraries up again, change advisories.csv and its day")
                    .isAfterOrEqualTo(LocalDate.now(ZoneOffset.UTC).minusDays(Long.parseLong(most)));
        }
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
