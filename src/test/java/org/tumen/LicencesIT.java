package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every library of the program stands in the table of licences, under one that is allowed, and the texts travel with what is
 * distributed: in the jar and beside the libraries.
 */
class LicencesIT {
    private static final Path FOLDER = Path.of("src/main/licences");

    /** Allowed for any library. There is no GPL among them. */
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "BSD-3-Clause", "EPL-2.0", "AFL-3.0");

    /** Allowed for single libraries, which are used unchanged from jars of their own. */
    private static final Map<String, String> ALONE =
            Map.of("jfreechart", "LGPL-2.1-or-later", "moeaframework", "LGPL-3.0-or-later");

    /** The file of a licence's text where it is not its name; the program's own licence is that of most of its libraries. */
    private static final Map<String, String> TEXTS = Map.of(
            "Apache-2.0",
            "LICENSE",
            "LGPL-2.1-or-later",
            "licences/LGPL-2.1.txt",
            "LGPL-3.0-or-later",
            "licences/LGPL-3.0.txt");

    /** What the descriptions within jars call licences. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("apache", "Apache-2.0"),
            Map.entry("mit", "MIT"),
            Map.entry("mason", "AFL-3.0"),
            Map.entry("bsd", "BSD-3-Clause"),
            Map.entry("epl", "EPL-2.0"),
            Map.entry("eclipse", "EPL-2.0"),
            Map.entry("lesser", "LGPL"),
            Map.entry("gpl", "GPL"));

    private static final Pattern POM = Pattern.compile("META-INF/maven/.*/pom\\.xml");
    private static final Pattern LICENCES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("<name>(.*?)</name>", Pattern.DOTALL);

    /** A line of the table: a library, or several with a star, and what it is under, by the names of SPDX. */
    private record Line(String library, String licence) {
        /** Of licences to choose among (OR) each choice, and of those that apply together (AND) each. */
        List<Set<String>> choices() {
            return Stream.of(licence.split(" OR "))
                    .map(choice -> Set.of(choice.split(" AND ")))
                    .toList();
        }

        /** What the program takes it under. */
        Set<String> taken() {
            return choices().stream()
                    .filter(choice -> choice.stream().allMatch(this::allowed))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(library + " is under " + licence + ", which is not allowed"));
        }

        private boolean allowed(String one) {
            return ALLOWED.contains(one) || one.equals(ALONE.get(library));
        }
    }

    private static List<Line> table() throws IOException {
        return Files.readAllLines(FOLDER.resolve("libraries.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(cells -> new Line(cells[0], cells[1]))
                .toList();
    }

    private static Line line(String artifact) throws IOException {
        List<Line> its = table().stream()
                .filter(line -> Libraries.concerns(line.library(), artifact))
                .toList();
        assertThat(its).as("lines of libraries.csv about " + artifact).hasSize(1);
        return its.get(0);
    }

    @Test
    void everyLibraryIsUnderALicenceThatIsAllowed() throws IOException {
        Set<Line> used = new HashSet<>();
        for (Libraries.Library library : Libraries.ofProgram()) {
            Line line = line(library.artifact());
            assertThat(line.taken()).isNotEmpty();
            used.add(line);
        }
        assertThat(used).as("the table holds nothing else").containsExactlyInAnyOrderElementsOf(table());
    }

    /** What lies in the folder of libraries is what the class path names: nothing gets around the table. */
    @Test
    void theFolderHoldsTheLibrariesOfTheTableOnly() throws IOException {
        try (Stream<Path> files = Files.list(Libraries.PROGRAM.resolveSibling("lib"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".jar")).map(Path::getFileName))
                    .containsExactlyInAnyOrderElementsOf(Libraries.ofProgram().stream()
                            .map(library -> library.jar().getFileName())
                            .toList());
        }
    }

    /** Where a jar describes its licence itself, it is that of the table. */
    @Test
    void theTableSaysWhatJarsSayOfThemselves() throws IOException {
        List<String> compared = new ArrayList<>();
        for (Libraries.Library library : Libraries.ofProgram()) {
            Set<String> described = described(library.jar());
            String told = line(library.artifact()).licence();
            for (String licence : described) {
                assertThat(told)
                        .as(library.artifact() + " says it is under " + described)
                        .contains(licence);
            }
            if (!described.isEmpty()) {
                compared.add(library.artifact());
            }
        }
        assertThat(compared).hasSizeGreaterThan(10);
    }

    private static Set<String> described(Path jar) throws IOException {
        Set<String> found = new TreeSet<>();
        try (JarFile library = new JarFile(jar.toFile())) {
            for (JarEntry entry : library.stream()
                    .filter(e -> POM.matcher(e.getName()).matches())
                    .toList()) {
                Matcher licences = LICENCES.matcher(text(library, entry));
                while (licences.find()) {
                    Matcher name = NAME.matcher(licences.group(1));
                    while (name.find()) {
                        // MASON names single files of other licences, as its text does.
                        if (!name.group(1).endsWith(".java")) {
                            found.add(licence(name.group(1)));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static String licence(String name) {
        List<String> words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^a-z]+"));
        return NAMES.entrySet().stream()
                .filter(known -> words.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError("a licence of an unknown name: " + name));
    }

    private static String text(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theTextsTravelWithTheJarAndTheLibraries() throws IOException {
        Set<String> texts =
                new TreeSet<>(Set.of("NOTICE", "LICENSE", "licences/libraries.csv", "licences/GPL-3.0.txt"));
        for (Line line : table()) {
            line.taken().forEach(licence -> texts.add(TEXTS.getOrDefault(licence, "licences/" + licence + ".txt")));
        }
        assertThat(texts).hasSizeGreaterThanOrEqualTo(10);
        try (JarFile program = new JarFile(Libraries.PROGRAM.toFile())) {
            for (String text : texts) {
                Path source = text.startsWith("licences/")
                        ? FOLDER.resolve(text.substring("licences/".length()))
                        : Path.of(text);
                assertThat(source).isNotEmptyFile();
                JarEntry entry = program.getJarEntry("META-INF/" + text);
                assertThat(entry).as("META-INF/" + text).isNotNull();
                assertThat(text(program, entry)).as(text).isEqualTo(Files.readString(source));
                assertThat(Libraries.PROGRAM.resolveSibling("lib").resolve(text))
                        .hasSameTextualContentAs(source);
            }
        }
        String notice = Files.readString(Path.of("NOTICE"));
        assertThat(ALONE.keySet()).allSatisfy(library -> assertThat(notice).contains("(" + library + ")"));
        assertThat(notice).contains("(mason): Academic Free License 3.0");
        assertThat(Files.readString(FOLDER.resolve("AFL-3.0.txt")))
                .contains("Academic Free License (\"AFL\") v. 3.0", "MersenneTwisterFast.java");
    }

    /** Of a family of libraries what nothing needs is not taken along. */
    @Test
    void nothingOfJettyIsThereThatThePageDoesNotUse() throws IOException {
        assertThat(Libraries.ofProgram().stream()
                        .map(Libraries.Library::artifact)
                        .filter(artifact -> artifact.startsWith("jetty-") || artifact.startsWith("jakarta."))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "jakarta.servlet-api",
                        "jetty-ee10-servlet",
                        "jetty-http",
                        "jetty-io",
                        "jetty-security",
                        "jetty-server",
                        "jetty-session",
                        "jetty-util");
    }
}
